import { HINTS, REFUSAL_HINTS } from '../core/hints.js';
import type { GuardId, Hint } from '../types/capture.js';

type SizeMeasure = 'absolute' | 'interpupillary' | 'relative';

/** The sentences under the short lines: one for each row of `HINTS`, and for each other documented hint. */
export type SentenceKey =
  | `sentence.${Exclude<GuardId, 'FACE_TOO_SMALL'>}`
  | `sentence.FACE_TOO_SMALL.${SizeMeasure}`
  | `sentence.${(typeof REFUSAL_HINTS)[number]['code']}`;

/**
 * The key of a hint's sentence: by its message where its code has several, else the first of the code.
 *
 * @returns undefined for a code that has no documented sentence
 */
export function sentenceKeyOf({ code, message }: Pick<Hint, 'code' | 'message'>): string | undefined {
  const rows = isGuard(code) ? HINTS[code] : undefined;
  if (!rows) return REFUSAL_HINTS.some((hint) => hint.code === code) ? `sentence.${code}` : undefined;
  const { measure } = rows.find((row) => row.message === message) ?? rows[0];
  return measure === 'default' ? `sentence.${code}` : `sentence.${code}.${measure}`;
}

function isGuard(code: string): code is GuardId {
  return Object.hasOwn(HINTS, code);
}

const textOf = (guard: GuardId) => HINTS[guard][0].text;
const sizeText = (measure: SizeMeasure) =>
  (HINTS.FACE_TOO_SMALL.find((row) => row.measure === measure) ?? HINTS.FACE_TOO_SMALL[0]).text;

/** In English, word for word as documented, from the tables that hold them. */
export const englishSentences: Readonly<Record<SentenceKey, string>> = {
  'sentence.FACE_NOT_FOUND': textOf('FACE_NOT_FOUND'),
  'sentence.TOO_MANY_FACES': textOf('TOO_MANY_FACES'),
  'sentence.FACE_CROPPED': textOf('FACE_CROPPED'),
  'sentence.FACE_TOO_CLOSE': textOf('FACE_TOO_CLOSE'),
  'sentence.FACE_CLOSE_TO_BORDER': textOf('FACE_CLOSE_TO_BORDER'),
  'sentence.FACE_TOO_SMALL.absolute': sizeText('absolute'),
  'sentence.FACE_TOO_SMALL.interpupillary': sizeText('interpupillary'),
  'sentence.FACE_TOO_SMALL.relative': sizeText('relative'),
  'sentence.FACE_ANGLE_TOO_LARGE': textOf('FACE_ANGLE_TOO_LARGE'),
  'sentence.FACE_IS_OCCLUDED': textOf('FACE_IS_OCCLUDED'),
  'sentence.EYES_CLOSED': textOf('EYES_CLOSED'),
  'sentence.IMAGE_TOO_DARK': textOf('IMAGE_TOO_DARK'),
  'sentence.IMAGE_TOO_BRIGHT': textOf('IMAGE_TOO_BRIGHT'),
  'sentence.IMAGE_UNEVEN_LIGHT': textOf('IMAGE_UNEVEN_LIGHT'),
  'sentence.IMAGE_BACKLIT': textOf('IMAGE_BACKLIT'),
  'sentence.IMAGE_BLURRED': textOf('IMAGE_BLURRED'),
  'sentence.PAYLOAD_TOO_LARGE': REFUSAL_HINTS[0].text,
  'sentence.MISSING_ARGUMENTS': REFUSAL_HINTS[1].text,
  'sentence.Data field is compulsory.': REFUSAL_HINTS[2].text,
};
