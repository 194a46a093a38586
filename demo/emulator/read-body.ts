/** One field of a request: text, or a file. */
export interface Field {
  readonly name: string;
  readonly value: string | File;
}

export type BodyKind = 'multipart' | 'json';

export type ReadBody =
  | { readonly ok: true; readonly fields: readonly Field[] }
  | { readonly ok: false; readonly status: 400 | 415; readonly reason: string };

const MEDIA_TYPE = { multipart: 'multipart/form-data', json: 'application/json' } as const;

/**
 * Takes a request's body apart.
 *
 * The portal pages name no content type; every working public client posts multipart there, so JSON is
 * refused, and the other way round for the dialects whose sample is JSON.
 *
 * @param contentType the request's `Content-Type`, empty where it has none
 */
export async function readBody(
  kind: BodyKind,
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadBody> {
  const expected = MEDIA_TYPE[kind];
  if (contentType.split(';')[0]?.trim().toLowerCase() !== expected) {
    return { ok: false, status: 415, reason: `the content type must be ${expected}` };
  }
  return kind === 'json' ? readJson(bytes) : readMultipart(contentType, bytes);
}

async function readMultipart(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReadBody> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    return { ok: true, fields: [...form].map(([name, value]) => ({ name, value })) };
  } catch {
    return { ok: false, status: 400, reason: 'the body is no well-formed multipart/form-data' };
  }
}

function readJson(bytes: Uint8Array<ArrayBuffer>): ReadBody {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, status: 400, reason: 'the body is no well-formed JSON' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { ok: false, status: 400, reason: 'the JSON is no object' };
  }
  const fields: Field[] = [];
  for (const [name, value] of Object.entries(parsed)) {
    if (typeof value !== 'string') {
      return { ok: false, status: 400, reason: `the JSON field ${fields.length + 1} is no string` };
    }
    fields.push({ name, value });
  }
  return { ok: true, fields };
}
