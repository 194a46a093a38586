import { CaptureError } from '../core/errors.js';

/**
 * Fetches a chunk that no page needs for its first picture.
 *
 * @param what its name for the host's developer
 * @throws {CaptureError} `ASSETS_MISSING`
 */
export async function loadPart<Part>(what: string, load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new CaptureError(
      'ASSETS_MISSING',
      `${what} could not be loaded. Serve the chunks of the build beside its main file.`,
      { cause, recoverable: true },
    );
  }
}
