import type { Family } from './dialects.ts';
import { FAMILY_SHAPE, type ErrorWords, type Shape } from './envelopes.ts';

/** One refusal that a page documents. Its id is what stands on the wire. */
export interface Refusal extends ErrorWords {
  readonly id: string;
  readonly description: string;
  /** Which requests it belongs to. */
  readonly at: 'capture' | 'journey';
  /** The form of the documented sample, where it is not the family's usual one. */
  readonly shapes: Partial<Readonly<Record<Family, Shape>>>;
}

/**
 * Code and message as the error lists of OkayFace and OkayLive (eKYC API docs) pair them; the last two codes
 * are the engine's.
 */
const FACE_CHECKS = [
  ['FACE_TOO_SMALL', 'Absolute face size is too small'],
  ['FACE_CROPPED', 'Face is cropped'],
  ['FACE_IS_OCCLUDED', 'Face is occluded'],
  ['FACE_CLOSE_TO_BORDER', 'Face is too close to one or more borders'],
  ['FACE_TOO_CLOSE', 'Face is too close to the camera'],
  ['FACE_ANGLE_TOO_LARGE', 'Facial out-of-plane rotation angle is extremely large'],
  ['FACE_NOT_FOUND', 'Failed to detect face'],
  ['FACE_TOO_SMALL', 'Interpupillary distance is too small'],
  ['FACE_TOO_SMALL', 'Relative face size is too small'],
  ['TOO_MANY_FACES', 'Too many faces detected'],
] as const;

type Row = readonly [id: string, description: string, shapes?: Partial<Record<Family, Shape>>];

/** OkayFace error list (eKYC API docs); forms of the samples on the older page. */
const OKAYFACE: readonly Row[] = [
  ['API_KEY_EXPIRED', 'The key has expired.', { face: 'B-result', portal: 'B-result', live: 'B-result' }],
  [
    'MAX_API_CALL_EXCEEDED',
    'The quota is spent.',
    { face: 'B-result', portal: 'B-result', live: 'B-result' },
  ],
  ['INVALID_API_KEY', 'The key is wrong.', { live: 'A' }],
  ['MISSING_ARGUMENT', 'The key is missing.'],
  ['MISSING_ARGUMENT: apiKey', 'The key is missing, as the older page words it.'],
  ['MISSING_ARGUMENTS: imageIdCard or imageBest', 'An image is missing.'],
  ['PAYLOAD_TOO_LARGE', 'An image is over 3 MB.', { face: 'A-bare', live: 'A-bare' }],
  ['Photo format error', 'An image is neither JPEG nor PNG.'],
  ['EYES_CLOSED', 'Listed with the image checks; no message is documented.'],
];

/** OkayLive error list (eKYC API docs). */
const OKAYLIVE: readonly Row[] = [
  ['Data field is compulsory.', 'The selfie is missing.'],
  ['Failed to decode image', 'The image format is not supported.'],
  ["Can't read image from bytes", 'The file is corrupt.'],
  ['Failed while detecting face', 'The face detector failed.'],
  ['Failed while predict landmarks', 'No landmarks could be found.'],
  ['Failed to convert image', 'Internal error.'],
  ['Failed to predict result', 'Internal error.'],
  ['Failed to crop face', 'The face is too close.'],
  ['Face image is too small', 'The face is under 224 px.'],
];

/** Error list (EMAS eKYC portal docs, newer and older). */
const PORTAL: readonly Row[] = [
  ['INVALID_JOURNEY_ID', 'No such journey, or purged.', { portal: 'B-scorecard' }],
  ['MISSING_ARGUMENTS', 'An image is missing.'],
  ['Request size exceed 5MB.', 'The request is over 5 MB.'],
  ['Error in processing.', 'No parameter was sent.'],
  ['error', 'An image or another parameter is missing.'],
  ['ERROR_IDV_EXPIRED', 'The account has expired.'],
  ['UNEXPECTED_ERROR', 'The verification failed in the system.'],
  ['UNRECOGNIZED_IMAGE', 'An image could not be recognised.'],
  ['INTEG_ERROR', 'The integration failed.'],
  ['UNRESOLVED_PIC_CONTENT', 'The selfie could not be read.'],
];

/**
 * Not on Innov8tif's pages: the codes of the engine behind OkayLive, and two that a public client expects.
 */
const LEAKED: readonly Row[] = [
  ['INVALID_META', 'The device information is malformed (engine).'],
  ['INVALID_CONFIG', 'Engine failure.'],
  ['FAILED_TO_READ_IMAGE', 'Engine failure.'],
  ['FAILED_TO_WRITE_IMAGE', 'Engine failure.'],
  ['LICENSE_ERROR', 'Engine failure.'],
  ['ID_FACE_IS_OCCLUDED', 'The face on the card is covered (seen in a client).'],
  ['ERROR_IMAGE_ATTACK_DETECTED', 'The selfie is an attack (seen in a client).'],
];

/** Create JourneyID and error list (EMAS eKYC portal docs); the first is spelt so there. */
const JOURNEY: readonly Row[] = [
  ['MISSING_PARAM_CRENDENTIAL', 'User name or password is missing.'],
  ['USERNAME_NOT_EXIST', 'No such user.'],
  ['INCORRECT_PASSWORD', 'The password is wrong.'],
  ['MAX_JOURNEY_EXCEEDED', 'The quota of journeys is spent.'],
];

/** Every documented refusal, each once. */
export const REFUSALS: readonly Refusal[] = [
  ...checksByCode(),
  ...FACE_CHECKS.map(([code, message]) => ({
    ...row([message, `Message of ${code}.`], 'capture'),
    code,
  })),
  ...[...OKAYFACE, ...OKAYLIVE, ...PORTAL, ...LEAKED].map((each) => row(each, 'capture')),
  {
    ...row(['null', 'JSON null where the message stands: an image is missing or invalid.'], 'capture'),
    words: null,
  },
  ...JOURNEY.map((each) => row(each, 'journey')),
];

function checksByCode(): Refusal[] {
  const first = new Map<string, string>();
  for (const [code, message] of FACE_CHECKS) if (!first.has(code)) first.set(code, message);
  return [...first].map(([code, message]) => ({ ...row([code, `${message}.`], 'capture'), message }));
}

function row([id, description, shapes = {}]: Row, at: Refusal['at']): Refusal {
  return { id, words: id, description, at, shapes };
}

/** @throws RangeError where no page documents such a refusal */
export function refusalById(id: string): Refusal {
  const found = REFUSALS.find((refusal) => refusal.id === id);
  if (!found) throw new RangeError(`No documented refusal is called ${id}.`);
  return found;
}

/** The form in which an endpoint of that family words that refusal. */
export function shapeOf(refusal: Refusal, family: Family): Shape {
  return refusal.shapes[family] ?? FAMILY_SHAPE[family];
}
