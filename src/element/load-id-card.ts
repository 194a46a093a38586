import { CaptureError } from '../core/errors.js';

/**
 * Fetches and registers the ID-card step, which stands in a chunk of its own: no page needs it for its first picture.
 *
 * @throws {CaptureError} `ASSETS_MISSING`
 */
export async function loadIdCard(): Promise<void> {
  try {
    (await import('../id-card/define-id-card.js')).defineIdCard();
  } catch (cause) {
    throw new CaptureError(
      'ASSETS_MISSING',
      'The ID-card step could not be loaded. Serve the chunks of the build beside its main file.',
      { cause, recoverable: true },
    );
  }
}
