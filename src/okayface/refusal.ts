import { CaptureError } from '../core/errors.js';
import type { Hint } from '../types/capture.js';
import { hintOf, refusalOf } from './catalogue.js';
import type { Refusal } from './catalogue.js';
import { isPassingStatus } from './http-status.js';
import type { JsonObject } from './json.js';

/**
 * The error that a body tells of, in any of the documented envelopes; undefined where it tells of none.
 *
 * @param status HTTP status of the answer.
 */
export function refusalIn(body: JsonObject, status: number): CaptureError | undefined {
  if (!isErrorEnvelope(body)) return undefined;
  const texts = textsOf(body);
  for (const text of texts) {
    const known = refusalOf(text);
    if (known) return documented(known, texts, body, status);
  }
  return undocumented(texts, body, status);
}

/**
 * Success is `status: "success"` or no status at all; the default page of the portal's framework has a number
 * there. Individual products set `error`, and the engine behind OkayLive `error_code` too.
 */
function isErrorEnvelope({ status, error, error_code: code }: JsonObject): boolean {
  if (typeof status === 'number' && status >= 400) return true;
  if (typeof status === 'string' && status !== 'success') return true;
  if (typeof error === 'string' && error !== '') return true;
  return Boolean(code);
}

/** Where a code or message may stand, the likeliest place for a code first. */
function textsOf(body: JsonObject): string[] {
  const texts: string[] = [];
  for (const name of ['error_code', 'messageCode', 'message', 'error']) {
    const value = body[name];
    if (typeof value === 'string' && value.trim() !== '' && value !== 'api.success') texts.push(value.trim());
  }
  // The portal's list has a message `null` without saying whether it is a text.
  if (texts.length === 0 && body['message'] === null) texts.push('null');
  return texts;
}

function documented(refusal: Refusal, texts: string[], raw: JsonObject, status: number): CaptureError {
  const { code, kind } = refusal;
  const hint = hintAmong(code, texts);
  const options = { raw, status, recoverable: kind !== 'host', ...(hint ? { hint } : {}) };
  switch (kind) {
    case 'mend':
      return new CaptureError(
        code,
        `The server refused the photo: ${code}. Take it again, minding the hint.`,
        options,
      );
    case 'host':
      return new CaptureError(
        code,
        `The server refused the request: ${code}. Check the key, the journey and the parameters.`,
        options,
      );
    case 'retry':
      return new CaptureError(
        code,
        `The server could not process the request: ${code}. Send it again.`,
        options,
      );
    default:
      return kind satisfies never;
  }
}

/** By message first: `FACE_TOO_SMALL` has three sentences, and only the message tells which. */
function hintAmong(code: string, texts: readonly string[]): Hint | undefined {
  const hints = texts.map((text) => hintOf(code, text));
  return hints.find((hint, index) => hint?.message === texts[index]) ?? hintOf(code);
}

/** The answer to a 413, which a proxy may give in its own words. */
export function payloadTooLarge(raw: unknown, status: number, cause?: unknown): CaptureError {
  const hint = hintOf('PAYLOAD_TOO_LARGE');
  return new CaptureError(
    'PAYLOAD_TOO_LARGE',
    'The endpoint, or a proxy before it, takes no request of this size (413). Allow 5 MB there.',
    { cause, raw, status, ...(hint ? { hint } : {}) },
  );
}

/** Only a token in code form is quoted: a sentence may hold anything, a person's data included. */
const CODE_TOKEN = /^[A-Z]+(?:_[A-Z]+)*$/;
const MAX_TOKEN_LENGTH = 64;

function undocumented(texts: readonly string[], raw: JsonObject, status: number): CaptureError {
  const token = texts.find((text) => text.length <= MAX_TOKEN_LENGTH && CODE_TOKEN.test(text));
  if (status === 413 || raw['status'] === 413) return payloadTooLarge(raw, status);
  const failing = isFailing(raw, status);
  if (failing && !token) {
    return new CaptureError(
      'ENDPOINT_FAILED',
      'The server broke down while it answered. Send it again later.',
      {
        raw,
        status,
        recoverable: true,
      },
    );
  }
  return new CaptureError(
    'SERVER_REFUSED',
    `The server refused the request with ${token ? `the unknown code ${token}` : 'no documented code'}. ` +
      'Its body is in the property raw.',
    { raw, status, recoverable: failing },
  );
}

/** The portal also answers `{"status":"Internal Server Error"}`, with nothing else in it. */
function isFailing(body: JsonObject, status: number): boolean {
  const inBody = body['status'];
  if (inBody === 'Internal Server Error') return true;
  return isPassingStatus(typeof inBody === 'number' ? Math.max(inBody, status) : status);
}
