import { CaptureError, isCaptureError } from '../core/errors.js';
import { readBodyText } from './body-text.js';
import { dialectOf } from './dialects.js';
import { resolveEndpoint } from './endpoint.js';
import { buildRequest } from './request.js';
import type { ImageEncoding, LivenessOs, OkayRequest } from './request.js';
import { readAnswer } from './response.js';
import { readRetryAfter } from './retry.js';
import type { Answer, RawAnswer } from './response.js';

/** An answer takes 2 to 4 s ("Centralized OkayFace", EMAS eKYC portal docs); the rest is for slow uploads. */
export const DEFAULT_TIMEOUT_MS = 25_000;

export interface SubmitOptions {
  /** Absolute, or relative to `SubmitDeps.baseUrl`. */
  readonly endpoint: string;
  /** A `DialectId`. */
  readonly dialect: string;
  /** JPEG or PNG. */
  readonly selfie: Blob;
  /** JPEG or PNG; not sent where the dialect compares no card. */
  readonly card: Blob | null;
  readonly journeyId?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Extra request headers. `Content-Type`, `Content-Length` and the dialect's own are not taken from it. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly liveness: boolean;
  readonly os: LivenessOs;
  readonly encoding?: ImageEncoding | undefined;
  /** For the whole exchange, until the answer is read. Default: `DEFAULT_TIMEOUT_MS`. */
  readonly timeoutMs?: number | undefined;
}

export interface SubmitDeps {
  readonly fetch: typeof fetch;
  readonly baseUrl: string;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the images. Called at the start and at the end: `fetch` tells nothing in between. */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
}

/**
 * Posts the images once and reads the verdict.
 *
 * @throws {CaptureError} `ENDPOINT_INVALID`, `DIALECT_UNSUPPORTED` and `REQUEST_INCOMPLETE` before anything
 *   is sent; `ENDPOINT_UNREACHABLE`, `ENDPOINT_TIMEOUT` and `RESPONSE_UNREADABLE` on the way; else what
 *   `readAnswer` throws.
 * @throws {DOMException} `AbortError` where `deps.signal` is aborted.
 */
export async function submit(options: SubmitOptions, deps: SubmitDeps): Promise<Answer> {
  const dialect = dialectOf(options.dialect);
  const url = resolveEndpoint(options.endpoint, deps.baseUrl);
  throwIfAborted(deps.signal);
  const request = await buildRequest({ ...options, dialect });
  const total = options.selfie.size + (dialect.fields.card ? (options.card?.size ?? 0) : 0);
  deps.onProgress?.(0, total);
  const { retryAfterMs, ...answer } = await exchange(
    url,
    request,
    options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    deps,
  );
  deps.onProgress?.(total, total);
  try {
    return readAnswer(dialect, answer);
  } catch (error) {
    if (retryAfterMs === undefined || !(error instanceof CaptureError)) throw error;
    throw error.with({ retryAfterMs });
  }
}

/** One request and its whole answer, within a time limit. */
async function exchange(
  url: URL,
  request: OkayRequest,
  timeoutMs: number,
  { fetch, signal }: SubmitDeps,
): Promise<RawAnswer & { readonly retryAfterMs: number | undefined }> {
  throwIfAborted(signal);
  const exchangeEnd = new AbortController();
  const abort = () => exchangeEnd.abort();
  signal?.addEventListener('abort', abort, { once: true });
  const late = new DOMException('The time limit has passed.', 'TimeoutError');
  const timer = setTimeout(() => exchangeEnd.abort(late), timeoutMs);
  let response: Response | undefined;
  try {
    response = await fetch(url.href, init(request, exchangeEnd.signal));
    const text = await readBodyText(response);
    exchangeEnd.signal.throwIfAborted();
    const { status, headers } = response;
    const retryAfterMs = readRetryAfter(headers.get('Retry-After'), Date.now());
    return { status, contentType: headers.get('Content-Type'), text, retryAfterMs };
  } catch (cause) {
    throwIfAborted(signal);
    if (exchangeEnd.signal.reason === late) throw timeout(url, timeoutMs, cause);
    if (isCaptureError(cause)) throw cause;
    throw response ? cutOff(url, response.status, cause) : unreachable(url, cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function init({ headers, body }: OkayRequest, signal: AbortSignal): RequestInit {
  return {
    method: 'POST',
    headers,
    body,
    signal,
    // A redirect would carry a face, an ID card and a key to an address that nobody configured.
    redirect: 'error',
    credentials: 'same-origin',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

/** Hosts may abort with any reason; the package's callers see an `AbortError` always. */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  const reason: unknown = signal.reason;
  throw reason instanceof DOMException && reason.name === 'AbortError'
    ? reason
    : new DOMException('Sending was stopped.', 'AbortError');
}

const placeOf = ({ origin, pathname }: URL): string => JSON.stringify(origin + pathname);

function timeout(url: URL, timeoutMs: number, cause: unknown): CaptureError {
  return new CaptureError(
    'ENDPOINT_TIMEOUT',
    `The endpoint ${placeOf(url)} gave no answer in ${timeoutMs} ms. Check the connection and send again.`,
    { cause, recoverable: true },
  );
}

function unreachable(url: URL, cause: unknown): CaptureError {
  return new CaptureError(
    'ENDPOINT_UNREACHABLE',
    `The endpoint ${placeOf(url)} cannot be reached: the device is offline, the server is down, it ` +
      'redirects, or requests from this page are not allowed (CORS, CSP connect-src). Check and send again.',
    { cause, recoverable: true },
  );
}

function cutOff(url: URL, status: number, cause: unknown): CaptureError {
  return new CaptureError(
    'RESPONSE_UNREADABLE',
    `The connection to ${placeOf(url)} ended within its answer (${status}). Send again.`,
    { cause, status, recoverable: true },
  );
}
