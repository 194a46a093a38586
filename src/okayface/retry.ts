import type { CaptureError } from '../core/errors.js';

/** After so many further tries the person is asked. */
export const MAX_RETRIES = 3;

/** A server that wants to be left alone for longer than this is not waited for with a person in front of the screen. */
export const MAX_RETRY_AFTER_MS = 30_000;

const FIRST_WAIT_MS = 1000;
const TRANSIENT_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * How long to wait before a request is tried again: doubling from one second, between half and all of it by chance, so
 * that many people who were cut off together do not come back together. A server's own `Retry-After` wins.
 *
 * @param retry how many further tries there were, from 0
 * @param random 0 to 1
 * @returns milliseconds; null where trying again by itself would not help
 */
export function retryWait(error: CaptureError, retry: number, random: number): number | null {
  if (retry >= MAX_RETRIES || !isTransient(error)) return null;
  const backoff = FIRST_WAIT_MS * 2 ** retry * (0.5 + random / 2);
  const asked = error.retryAfterMs ?? 0;
  return asked > MAX_RETRY_AFTER_MS ? null : Math.max(backoff, asked);
}

function isTransient({ code, status }: CaptureError): boolean {
  if (code === 'ENDPOINT_UNREACHABLE') return true;
  const isAnswer = code === 'ENDPOINT_FAILED' || code === 'SERVER_REFUSED';
  return isAnswer && status !== undefined && TRANSIENT_STATUS.has(status);
}

/**
 * Reads a `Retry-After` header: seconds, or a date.
 *
 * @param nowMs milliseconds since 1970
 * @returns milliseconds from now, 0 or more; undefined where there is none that can be read
 */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  // `Date.parse` takes almost anything for a date, `-3` for one.
  const date = /^\s*[A-Za-z]{3},/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
