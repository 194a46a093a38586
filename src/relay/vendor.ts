import { isSuccessStatus } from '../okayface/http-status.js';
import type { Lifetime } from './lifetime.js';
import { joinBlocks, readBlocks } from './read-blocks.js';
import { refusal } from './refusal.js';

/** A verdict has under 1 kB. */
export const MAX_ANSWER_BYTES = 1_000_000;

export interface VendorAnswer {
  readonly status: number;
  /** `application/json`, `text/plain`, or null where the answer is empty. */
  readonly type: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface VendorDeps {
  readonly fetch: typeof fetch;
  readonly lifetime: Lifetime;
}

/**
 * Posts once and reads the whole answer.
 *
 * @throws {CaptureError} `RELAY_UPSTREAM_FAILED` where the vendor cannot be reached, redirects, breaks off, or
 *   answers with more than `MAX_ANSWER_BYTES` or what is no text.
 */
export async function postToVendor(
  url: string,
  init: { readonly headers: Headers; readonly body: FormData | string },
  { fetch, lifetime }: VendorDeps,
): Promise<VendorAnswer> {
  const { signal, within } = lifetime;
  let response: Response;
  try {
    response = await within(fetch(url, { ...init, method: 'POST', signal, redirect: 'manual' }));
  } catch (cause) {
    throw refusal('RELAY_UPSTREAM_FAILED', 'The vendor cannot be reached.', cause);
  }
  try {
    return await answerIn(response, within);
  } catch (cause) {
    await response.body?.cancel().catch(() => {
      // The connection is broken already, which is the cause itself.
    });
    throw cause;
  }
}

async function answerIn(response: Response, within: Lifetime['within']): Promise<VendorAnswer> {
  const { status, type } = response;
  // Not `redirect: 'error'`, which some edge platforms do not know: either way a face and a key go nowhere else.
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw refusal('RELAY_UPSTREAM_FAILED', 'The vendor redirects, which is not followed. Check upstream.');
  }
  const bytes = await bytesOf(response, within);
  if (bytes.length === 0) return { status, type: null, bytes };
  return { status, type: plainTypeOf(response.headers.get('content-type')), bytes };
}

async function bytesOf({ body }: Response, within: Lifetime['within']): Promise<Uint8Array<ArrayBuffer>> {
  if (!body) return new Uint8Array();
  try {
    return await joinBlocks(readBlocks(body, { maxBytes: MAX_ANSWER_BYTES, within }));
  } catch (cause) {
    throw refusal('RELAY_UPSTREAM_FAILED', 'The answer breaks off or is far larger than a verdict.', cause);
  }
}

/** A web page of the vendor's must not run as one of the host's, so all text but JSON is plain. */
function plainTypeOf(type: string | null): string {
  const media = type?.split(';')[0]?.trim().toLowerCase() ?? 'text/plain';
  if (media === 'application/json' || media.endsWith('+json')) return 'application/json';
  if (media.startsWith('text/')) return 'text/plain; charset=utf-8';
  throw refusal('RELAY_UPSTREAM_FAILED', 'The answer is neither JSON nor text.');
}

/** A code as the error lists print them; anything else may hold anything. */
const CODE = /^[A-Z]+(?:_[A-Z]+)*$/;
const MAX_CODE_LENGTH = 64;

/** The answer's members, null where it is no JSON object of success. */
export function successIn({ status, bytes }: VendorAnswer): Readonly<Record<string, unknown>> | null {
  const body = membersOf(bytes);
  return isSuccessStatus(status) && body?.['status'] === 'success' ? body : null;
}

/** The documented code that an answer refuses with, null where it has none in code form. */
export function codeIn({ bytes }: VendorAnswer): string | null {
  const message = membersOf(bytes)?.['message'];
  return typeof message === 'string' && message.length <= MAX_CODE_LENGTH && CODE.test(message)
    ? message
    : null;
}

function membersOf(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch {
    return null;
  }
}
