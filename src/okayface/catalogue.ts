import { HINTS, REFUSAL_HINTS } from '../core/hints.js';
import { GUARD_IDS } from '../types/capture.js';
import type { GuardId, Hint } from '../types/capture.js';

/**
 * Who can do something about a refusal: the person in front of the camera (`mend`), the people who run the
 * page (`host`: key, quota, journey, parameters), or nobody but time (`retry`: trouble on the server).
 */
export type RefusalKind = 'mend' | 'host' | 'retry';

/** A documented refusal. */
export interface Refusal {
  /** The documented code, or the documented text where no code is printed for it. */
  readonly code: string;
  readonly kind: RefusalKind;
}

interface GuardWords extends Hint {
  readonly own: boolean;
}

const GUARD_HINTS: readonly GuardWords[] = GUARD_IDS.flatMap((code) =>
  HINTS[code].map(({ message, text, own }) => ({ code, message, text, own })),
);

const hintWithoutOrigin = ({ code, message, text }: Hint): Hint => ({ code, message, text });

/** Every sentence that the vendor documents, word for word. */
export const DOCUMENTED_HINTS: readonly Hint[] = [
  ...GUARD_HINTS.filter(({ own }) => !own).map(hintWithoutOrigin),
  ...REFUSAL_HINTS,
];

const ALL_HINTS: readonly Hint[] = [...GUARD_HINTS.map(hintWithoutOrigin), ...REFUSAL_HINTS];

/**
 * Refusals that are no guard's, by their text on the wire ("General Error List" of OkayFace, "Error Lists" of
 * OkayLive, "Error List" and "Create JourneyID" of the EMAS eKYC portal).
 */
const OTHER_REFUSALS: Readonly<Record<Exclude<RefusalKind, 'mend'>, readonly string[]>> = {
  host: [
    'API_KEY_EXPIRED',
    'MAX_API_CALL_EXCEEDED',
    'INVALID_API_KEY',
    'PAYLOAD_TOO_LARGE',
    'Photo format error',
    'Data field is compulsory.',
    'Failed to decode image',
    // The portal's answer where no parameter was sent, full stop included.
    'Error in processing.',
    // Documented as the message for a missing or invalid image.
    'null',
    'error',
    'Request size exceed 5MB.',
    'INVALID_JOURNEY_ID',
    'ERROR_IDV_EXPIRED',
    'MISSING_PARAM_CRENDENTIAL',
    'USERNAME_NOT_EXIST',
    'INCORRECT_PASSWORD',
    'MAX_JOURNEY_EXCEEDED',
    'UNRECOGNIZED_IMAGE',
    'UNRESOLVED_PIC_CONTENT',
    'INVALID_AUTH_HEADER',
    'WRONG_CREDENTIAL',
    'AUTHORIZATION_ERROR',
    'ERROR_NO_PERMISSION',
  ],
  retry: [
    'UNEXPECTED_ERROR',
    'INTEG_ERROR',
    // The image was written by this page, so bytes that arrive damaged were damaged on their way.
    "Can't read image from bytes",
    'Failed while detecting face',
    'Failed to convert image',
    'Failed to predict result',
    // OkayLive++ says so where its engine gave no result.
    'Error in processing',
  ],
};

/** OkayLive's own messages that mean what a guard means ("Error Lists", OkayLive). */
const LIVE_MESSAGES: Readonly<Record<string, GuardId>> = {
  'Failed while predict landmarks': 'FACE_NOT_FOUND',
  'Failed to crop face': 'FACE_TOO_CLOSE',
  'Face image is too small': 'FACE_TOO_SMALL',
};

const REFUSALS: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
  ...GUARD_HINTS.flatMap(({ code, message }): [string, Refusal][] => [
    [code, { code, kind: 'mend' }],
    [message, { code, kind: 'mend' }],
  ]),
  ...Object.entries(LIVE_MESSAGES).map(([text, code]): [string, Refusal] => [text, { code, kind: 'mend' }]),
  ...OTHER_REFUSALS.host.map((code): [string, Refusal] => [code, { code, kind: 'host' }]),
  ...OTHER_REFUSALS.retry.map((code): [string, Refusal] => [code, { code, kind: 'retry' }]),
]);

/**
 * Finds what a server's text means: a code, an exact message, or anything that begins with
 * `MISSING_ARGUMENT`, which the pages print with and without an S and with several endings.
 */
export function refusalOf(text: string): Refusal | undefined {
  const known = REFUSALS.get(text);
  if (known) return known;
  if (text.startsWith('MISSING_ARGUMENTS')) return { code: 'MISSING_ARGUMENTS', kind: 'host' };
  if (text.startsWith('MISSING_ARGUMENT')) return { code: 'MISSING_ARGUMENT', kind: 'host' };
  return undefined;
}

/**
 * What to tell the person: the sentence of the message where the code has several, else the code's first.
 * The words for `EYES_CLOSED` and `IMAGE_…` are this project's own. Undefined where there are none.
 */
export function hintOf(code: string, message?: string): Hint | undefined {
  const ofCode = ALL_HINTS.filter((hint) => hint.code === code);
  return ofCode.find((hint) => hint.message === message) ?? ofCode[0];
}

export function isGuardCode(code: string): code is GuardId {
  return (GUARD_IDS as readonly string[]).includes(code);
}

const MAY_CONCERN_CARD: ReadonlySet<string> = new Set(['EYES_CLOSED', 'FACE_NOT_FOUND', 'FACE_IS_OCCLUDED']);

/**
 * Whether a refusal may be about the ID card. No answer says which of the two images failed, and a face has
 * to be found on both ("OkayFace image requirements", EMAS eKYC portal docs).
 */
export function mayConcernCard(code: string): boolean {
  return MAY_CONCERN_CARD.has(code);
}
