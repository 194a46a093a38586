import type { Dialect } from '../okayface/dialects.js';
import { refusal } from './refusal.js';

/** RFC 2046 section 5.1.1, without the blank. */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,\-./:=?]{1,70})"|([\w'()+,\-./:=?]{1,70}))\s*(?:;|$)/i;

/** How a body is to be read. */
export type BodyType =
  { readonly kind: 'json-base64' } | { readonly kind: 'multipart'; readonly boundary: string };

/**
 * What the headers say of the body, as far as the dialect takes it.
 *
 * @throws {CaptureError} `RELAY_TYPE_NOT_ALLOWED`, also for compressed bodies: browsers send none, and a small
 *   one can unpack to any size.
 */
export function bodyTypeOf(headers: Headers, { body }: Pick<Dialect, 'body'>): BodyType {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') throw refusal('RELAY_TYPE_NOT_ALLOWED', 'The body is compressed.');
  const type = headers.get('content-type') ?? '';
  const media = type.split(';')[0]?.trim().toLowerCase();
  switch (body) {
    case 'json-base64':
      if (media === 'application/json') return { kind: body };
      throw refusal(
        'RELAY_TYPE_NOT_ALLOWED',
        'The dialect posts application/json, and this is something else.',
      );
    case 'multipart': {
      const [, quoted, plain] = BOUNDARY.exec(type) ?? [];
      const boundary = quoted ?? plain;
      if (media === 'multipart/form-data' && boundary !== undefined) return { kind: body, boundary };
      throw refusal(
        'RELAY_TYPE_NOT_ALLOWED',
        'The dialect posts multipart/form-data with a boundary, and this is something else.',
      );
    }
    default:
      return body satisfies never;
  }
}

/** @throws {CaptureError} `PAYLOAD_TOO_LARGE` where the client says itself that the body exceeds the limit. */
export function checkDeclaredLength(headers: Headers, maxBytes: number): void {
  const declared = Number(headers.get('content-length') ?? 0);
  if (declared > maxBytes) throw refusal('PAYLOAD_TOO_LARGE', `The body has more than ${maxBytes} bytes.`);
}
