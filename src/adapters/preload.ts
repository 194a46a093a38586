import { CaptureError } from '../core/errors.js';
import { assetUrls } from './assets.js';
import { verify } from './integrity.js';

export interface PreloadOptions {
  /** Like the attribute `asset-base`. */
  readonly assetBase?: string;
  /** Like the attribute `model-url`. */
  readonly modelUrl?: string;
  /** Like the attribute `integrity`. */
  readonly integrity?: string;
  readonly signal?: AbortSignal;
}

/**
 * Fetches engine and model, so that they come from the browser's cache when a capture starts.
 *
 * @throws CaptureError `ASSETS_MISSING` or `ASSETS_CORRUPT` naming the file; an `AbortError` when the signal aborts
 */
export async function preloadAssets({ signal, ...places }: PreloadOptions): Promise<void> {
  const { wasmLoaderUrl, wasmBinaryUrl, modelUrl, hashes } = assetUrls(places, document.baseURI);
  await Promise.all([
    warm(modelUrl, hashes?.model, signal),
    warm(wasmLoaderUrl, hashes?.wasmLoader, signal),
    warm(wasmBinaryUrl, hashes?.wasmBinary, signal),
  ]);
}

async function warm(url: string, sha256: string | undefined, signal: AbortSignal | undefined): Promise<void> {
  const answer = await fetch(url, { priority: 'low', ...(signal ? { signal } : {}) }).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw missing(url, cause);
    },
  );
  if (!answer.ok) throw missing(url, answer.status);
  // Only what was read to its end is kept by the cache.
  const bytes = await answer.arrayBuffer();
  if (sha256 !== undefined) await verify(bytes, sha256, url);
}

function missing(url: string, cause: unknown): CaptureError {
  return new CaptureError('ASSETS_MISSING', `${url} could not be loaded: check asset-base and model-url.`, {
    cause,
    recoverable: true,
  });
}
