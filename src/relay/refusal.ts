import { CaptureError } from '../core/errors.js';

/**
 * HTTP status of each refusal by the relay itself. `PAYLOAD_TOO_LARGE` and `MISSING_ARGUMENTS` are documented
 * codes ("Error Lists", OkayFace) and mean the same here; the others are named so that nobody takes them for
 * the vendor's.
 */
export const REFUSAL_STATUS = {
  RELAY_BODY_MALFORMED: 400,
  RELAY_FIELD_REPEATED: 400,
  RELAY_JOURNEY_MISSING: 400,
  MISSING_ARGUMENTS: 400,
  RELAY_NOT_AUTHORISED: 403,
  RELAY_JOURNEY_NOT_ALLOWED: 403,
  RELAY_ORIGIN_NOT_ALLOWED: 403,
  RELAY_METHOD_NOT_ALLOWED: 405,
  RELAY_UPLOAD_TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  RELAY_TYPE_NOT_ALLOWED: 415,
  RELAY_RATE_EXCEEDED: 429,
  // Nobody is left to read it; the log has it, as servers commonly write it.
  RELAY_CLIENT_GONE: 499,
  RELAY_FAILED: 500,
  RELAY_UPSTREAM_FAILED: 502,
  RELAY_JOURNEY_FAILED: 502,
  RELAY_UPSTREAM_TIMEOUT: 504,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSAL_STATUS;

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSAL_STATUS, code);

/** @param reason What happened, for the log; nothing from the request or the vendor's answer. */
export function refusal(code: RefusalCode, reason: string, cause?: unknown): CaptureError {
  return new CaptureError(code, reason, { status: REFUSAL_STATUS[code], cause });
}

/** What was thrown as a refusal: anything unforeseen is the relay's own failure, or that of a callback. */
export function refusalFrom(thrown: unknown): CaptureError {
  if (thrown instanceof CaptureError && isRefusalCode(thrown.code)) return thrown;
  return refusal('RELAY_FAILED', 'A callback of the host or the relay itself failed.', thrown);
}

/** Form B of the documented error envelopes, which the element reads ("Error Lists", OkayFace). */
export function refusalAnswer({ code, status = 500 }: CaptureError, headers: HeadersInit = {}): Response {
  const answer = Response.json({ status: 'error', message: code }, { status, headers });
  answer.headers.set('cache-control', 'no-store');
  return answer;
}
