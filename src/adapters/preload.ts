import { CaptureError } from '../core/errors.js';
import { assetUrls } from './assets.js';

export interface PreloadOptions {
  /** Like the attribute `asset-base`. */
  readonly assetBase?: string;
  /** Like the attribute `model-url`. */
  readonly modelUrl?: string;
  readonly signal?: AbortSignal;
}

/**
 * Fetches engine and model, so that they come from the browser's cache when a capture starts.
 *
 * @throws CaptureError `ASSETS_MISSING` naming the file; an `AbortError` when the signal aborts
 */
export async function preloadAssets({ signal, ...places }: PreloadOptions): Promise<void> {
  const { wasmLoaderUrl, wasmBinaryUrl, modelUrl } = assetUrls(places, document.baseURI);
  await Promise.all([modelUrl, wasmLoaderUrl, wasmBinaryUrl].map((url) => warm(url, signal)));
}

async function warm(url: string, signal: AbortSignal | undefined): Promise<void> {
  const answer = await fetch(url, { priority: 'low', ...(signal ? { signal } : {}) }).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw missing(url, cause);
    },
  );
  if (!answer.ok) throw missing(url, answer.status);
  // Only what was read to its end is kept by the cache.
  await answer.arrayBuffer();
}

function missing(url: string, cause: unknown): CaptureError {
  return new CaptureError('ASSETS_MISSING', `${url} could not be loaded: check asset-base and model-url.`, {
    cause,
    recoverable: true,
  });
}
