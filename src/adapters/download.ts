import { CaptureError } from '../core/errors.js';
import { verify } from './integrity.js';

export interface LoadOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  /** Length and SHA-256 of the file where they are known beforehand. */
  readonly expected?:
    { readonly byteLength?: number | undefined; readonly sha256?: string | undefined } | undefined;
  /** Bytes so far and in all; 0 in all while that is unknown. */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
}

export interface DownloadOptions extends LoadOptions {
  /** What is fetched, as the first words of an error message. */
  readonly what: string;
  /** The sentence that says which attribute leads here. */
  readonly remedy: string;
}

/**
 * Fetches a file once, reports progress and tells apart what can go wrong on the way.
 *
 * @throws {CaptureError} `ASSETS_MISSING` where there is no such file, `ASSETS_CORRUPT` where it is not
 *   whole.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function download(url: string, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const length = await receive(url, options, (chunk) => chunks.push(chunk));
  const bytes = joined(chunks, length);
  const { sha256 } = options.expected ?? {};
  if (sha256 !== undefined) await verify(bytes, sha256, `${options.what} at ${url}`);
  return bytes;
}

/** Tells every kind of file. */
const HEAD_BYTES = 16;

/**
 * Like `download`, for a file that goes elsewhere at the same time: to gather the engine's 11 MB once more takes longer than
 * an analysed frame. It is not checked by a hash.
 *
 * @returns its first bytes, sixteen or more where it has so many, and how many there are in all
 */
export async function downloadHead(
  url: string,
  options: DownloadOptions,
): Promise<{ readonly head: Uint8Array; readonly byteLength: number }> {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  const byteLength = await receive(url, options, (chunk) => {
    if (kept >= HEAD_BYTES) return;
    kept += chunk.length;
    chunks.push(chunk);
  });
  return { head: joined(chunks, kept), byteLength };
}

/** @returns how many bytes were taken */
async function receive(
  url: string,
  options: DownloadOptions,
  take: (chunk: Uint8Array) => void,
): Promise<number> {
  const { what, remedy, signal } = options;
  const response = await request(url, options);
  const total = options.expected?.byteLength ?? announcedLength(response) ?? 0;
  let loaded = 0;
  options.onProgress?.(loaded, total);
  try {
    for await (const chunk of chunksOf(response)) {
      take(chunk);
      loaded += chunk.length;
      options.onProgress?.(loaded, total);
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new CaptureError(
      'ASSETS_CORRUPT',
      `${what} at ${url} broke off after ${loaded} bytes. Try again. ${remedy}`,
      { cause, recoverable: true },
    );
  }
  if (total > 0 && loaded !== total) {
    throw new CaptureError(
      'ASSETS_CORRUPT',
      `${what} at ${url} has ${loaded} bytes instead of ${total}: it is cut short or of another version. ` +
        remedy,
      { recoverable: true },
    );
  }
  return loaded;
}

async function request(url: string, { fetch, signal, what, remedy }: DownloadOptions): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin' });
  } catch (cause) {
    signal.throwIfAborted();
    throw new CaptureError(
      'ASSETS_MISSING',
      `${what} at ${url} could not be fetched: offline, or forbidden by CORS or by the page's ` +
        `Content-Security-Policy. ${remedy}`,
      { cause, recoverable: true },
    );
  }
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (response.ok && !isPage) return response;
  await response.body?.cancel();
  const answer = isPage ? 'with a web page' : `HTTP ${response.status}`;
  throw new CaptureError(
    'ASSETS_MISSING',
    `${what} is not at ${url}: the server answered ${answer}. ${remedy}`,
    { recoverable: true, status: response.status },
  );
}

/**
 * Null where the server tells no length or that of the compressed file. Another origin does not let a page
 * see which of the two it told.
 */
function announcedLength({ headers, type }: Response): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') || type === 'cors' ? null : Number(length);
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
