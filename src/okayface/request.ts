import { CaptureError } from '../core/errors.js';
import { toBase64 } from './base64.js';
import type { Dialect, ImageFields } from './dialects.js';
import type { LivenessOs } from './liveness-os.js';

export type { LivenessOs };

/** How a portal dialect carries the images: as file parts, or as base64 text in the same multipart body. */
export type ImageEncoding = 'file' | 'base64';

export interface RequestParts {
  readonly dialect: Dialect;
  /** JPEG or PNG. */
  readonly selfie: Blob;
  /** JPEG or PNG; not sent where the dialect compares no card. */
  readonly card: Blob | null;
  /** Left out of the body where absent: a relay adds it on the server. */
  readonly journeyId?: string | undefined;
  /** Left out of the body where absent: a relay adds it on the server. */
  readonly apiKey?: string | undefined;
  /** Whether to ask for the liveness block, where the dialect lets one choose. */
  readonly liveness: boolean;
  readonly os: LivenessOs;
  /** The host's own headers. `Content-Type` and what the dialect sets itself are not taken from here. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Default: `file`. Dialects with a JSON body always use base64. */
  readonly encoding?: ImageEncoding | undefined;
}

export interface OkayRequest {
  readonly headers: Headers;
  /** The browser gives `FormData` its `Content-Type`, with the boundary. */
  readonly body: FormData | string;
}

/**
 * Builds the body and headers of one request. The key and the journey stand in the body only, where the docs
 * want them: URLs and headers end up in the logs of servers and proxies.
 *
 * @throws {CaptureError} `REQUEST_INCOMPLETE` where the card is missing or a header is not valid,
 *   `DIALECT_UNSUPPORTED` where base64 is asked of a dialect that takes files only.
 */
export async function buildRequest(parts: RequestParts): Promise<OkayRequest> {
  const { dialect } = parts;
  const headers = hostHeaders(parts.headers ?? {});
  if (dialect.metaHeader) headers.set(dialect.metaHeader, metaOf(dialect.metaHeader, parts.os));
  switch (dialect.body) {
    case 'multipart':
      return { headers, body: await multipart(parts) };
    case 'json-base64': {
      headers.set('Content-Type', 'application/json');
      const images = await base64Images(parts, dialect.fields);
      return { headers, body: JSON.stringify(Object.fromEntries([...textFields(parts), ...images])) };
    }
    default:
      return dialect.body satisfies never;
  }
}

async function multipart(parts: RequestParts): Promise<FormData> {
  const { dialect, encoding = 'file' } = parts;
  const form = new FormData();
  for (const [name, value] of textFields(parts)) form.append(name, value);
  if (encoding === 'base64') {
    if (!dialect.base64Fields) {
      throw new CaptureError(
        'DIALECT_UNSUPPORTED',
        `The dialect "${dialect.id}" takes images as files only. Leave out the encoding "base64".`,
      );
    }
    const images = await base64Images(parts, dialect.base64Fields);
    for (const [name, value] of images) form.append(name, value);
    return form;
  }
  for (const { name, image, stem } of imagesOf(parts, dialect.fields)) {
    const png = image.type === 'image/png';
    const typed = image.type ? image : new Blob([image], { type: 'image/jpeg' });
    form.append(name, typed, `${stem}.${png ? 'png' : 'jpg'}`);
  }
  return form;
}

function textFields({ dialect, journeyId, apiKey, liveness }: RequestParts): [string, string][] {
  const given = { journeyId, apiKey };
  const fields: [string, string][] = [];
  for (const name of dialect.auth) {
    const value = given[name];
    if (value) fields.push([name, value]);
  }
  if (liveness && dialect.livenessField) fields.push([dialect.livenessField, 'true']);
  fields.push(...Object.entries(dialect.fixedFields));
  return fields;
}

function imagesOf({ dialect, selfie, card }: RequestParts, fields: ImageFields) {
  const images = [{ name: fields.selfie, image: selfie, stem: 'selfie' }];
  if (fields.card === null) return images;
  if (!card) {
    throw new CaptureError(
      'REQUEST_INCOMPLETE',
      `The dialect "${dialect.id}" compares the selfie with an ID card, and there is none. ` +
        'Set the property idCard, leave the attribute id-card at "ask", or use a dialect without a card ' +
        '(live-v1, portal-live).',
      { recoverable: true },
    );
  }
  images.push({ name: fields.card, image: card, stem: 'id-card' });
  return images;
}

async function base64Images(parts: RequestParts, fields: ImageFields): Promise<[string, string][]> {
  const images = imagesOf(parts, fields);
  return Promise.all(
    images.map(async ({ name, image }): Promise<[string, string]> => [name, await toBase64(image)]),
  );
}

/**
 * Upper case as in the docs' list of values; their example has `Desktop`, and whether case matters is unsaid.
 * OkayLive's `Meta` lists no `DESKTOP`.
 */
function metaOf(header: 'livenessMeta' | 'Meta', os: LivenessOs): string {
  return JSON.stringify({ OS: header === 'Meta' && os === 'DESKTOP' ? 'UNKNOWN' : os });
}

/** A foreign `Content-Type` would lose the multipart boundary, and with it every field. */
const RESERVED_HEADERS = new Set(['content-type', 'content-length']);

function hostHeaders(record: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(record)) {
    if (RESERVED_HEADERS.has(name.toLowerCase())) continue;
    try {
      headers.set(name, value);
    } catch {
      // The engine's own message is not passed on, since it may quote the value, a bearer token for example.
      throw new CaptureError(
        'REQUEST_INCOMPLETE',
        `HTTP does not allow the name or the value of the request header ${JSON.stringify(name)}. ` +
          'Correct the property headers.',
      );
    }
  }
  return headers;
}
