import { countedSubmit } from '../../src/element/counted-submit.js';

export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

/** Of the request that runs. */
export const progress: Progress[] = [];

/**
 * Posts a selfie of so many bytes by the element's own client.
 *
 * @returns the code of the error, null where there is none
 */
export async function send(endpoint: string, bytes: number): Promise<string | null> {
  const selfie = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
  const options = {
    endpoint,
    dialect: 'live-v1',
    selfie,
    card: null,
    liveness: true,
    os: 'DESKTOP',
  } as const;
  try {
    await countedSubmit(options, {
      fetch: (...request) => fetch(...request),
      baseUrl: location.href,
      mayStream: true,
      onProgress: (loaded, total) => void progress.push({ loaded, total }),
    });
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
