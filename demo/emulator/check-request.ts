import { checkCredential, type Known } from './check-credential.ts';
import { checkDevice } from './check-device.ts';
import { checkImage, type Decode, type ReceivedImage } from './check-image.ts';
import type { Dialect } from './dialects.ts';
import { MAX_PORTAL_REQUEST_BYTES } from './image-limits.ts';
import type { Problem } from './problems.ts';
import type { Field } from './read-body.ts';
import type { Wanted } from './success.ts';

/** A request's parts as far as they could be made out. */
export interface CheckedRequest {
  /** Null where nothing is wrong. */
  readonly problem: Problem | null;
  readonly selfie: ReceivedImage | null;
  readonly card: ReceivedImage | null;
  readonly wanted: Wanted;
}

/** What is known of a request of which nothing could be read. */
export const NOTHING_FOUND = {
  selfie: null,
  card: null,
  wanted: { liveness: false, blacklist: false },
} as const;

/**
 * Checks a request whose body was read, and stops at the first problem: size, credential, device information,
 * flags, selfie, card.
 *
 * @param totalBytes size of the whole body
 */
export async function checkRequest(
  dialect: Dialect,
  { headers, fields, totalBytes }: { headers: Headers; fields: readonly Field[]; totalBytes: number },
  known: Known,
  decode: Decode,
): Promise<CheckedRequest> {
  const early =
    checkSize(dialect, totalBytes) ??
    checkCredential(dialect, fields, known) ??
    checkDevice(dialect, headers, fields);
  if (early) return { problem: early, ...NOTHING_FOUND };

  const asked = dialect.liveness === 'asked' ? readFlag(fields, 'livenessDetection') : false;
  const searched = dialect.blacklist ? readFlag(fields, 'blacklistFaceSearch') : false;
  if (asked === null || searched === null) {
    const name = asked === null ? 'livenessDetection' : 'blacklistFaceSearch';
    return { problem: { kind: 'flag-invalid', reason: `${name} must be true or false` }, ...NOTHING_FOUND };
  }
  const wanted = { liveness: dialect.liveness === 'always' || asked, blacklist: searched };

  const selfie = await checkImage(dialect.selfie, fields, decode);
  if (!selfie.ok) return { ...NOTHING_FOUND, problem: selfie.problem, wanted };
  if (!dialect.card) return { problem: null, selfie: selfie.image, card: null, wanted };
  const card = await checkImage(dialect.card, fields, decode);
  return card.ok
    ? { problem: null, selfie: selfie.image, card: card.image, wanted }
    : { problem: card.problem, selfie: selfie.image, card: null, wanted };
}

/** Only the portal's error list limits the whole request. */
function checkSize({ family }: Dialect, totalBytes: number): Problem | null {
  if (family !== 'portal' || totalBytes <= MAX_PORTAL_REQUEST_BYTES) return null;
  const reason = `the request has ${totalBytes} bytes, more than ${MAX_PORTAL_REQUEST_BYTES}`;
  return { kind: 'request-too-large', reason };
}

/** False where the field is absent, null where it is neither `true` nor `false`. */
function readFlag(fields: readonly Field[], wanted: string): boolean | null {
  const [flag, ...more] = fields.filter(({ name }) => name === wanted);
  if (!flag) return false;
  if (more.length > 0) return null;
  if (flag.value === 'true') return true;
  return flag.value === 'false' ? false : null;
}
