import { GUARD_IDS, type GuardId, type GuardVerdict } from '../types/capture.js';
import type { Observation } from '../types/frame.js';
import { HINTS } from './hints.js';
import { LIMIT_SPECS, type Limits } from './limits.js';
import { MEASUREMENTS, type Measurement } from './measurements.js';
import { verdictKey } from './steady.js';

/**
 * Judges one frame by every guard, in the order in which a person would mend what they find.
 *
 * @param failing Keys (`verdictKey`) of what failed in the frame before: there the leave limit is in force.
 * @returns One verdict for each measurement. What cannot be measured passes with a value of null.
 */
export function judge(
  observation: Observation,
  limits: Limits,
  failing: ReadonlySet<string> = new Set(),
): readonly GuardVerdict[] {
  return GUARD_IDS.flatMap((guard) =>
    MEASUREMENTS[guard].map((measurement) => {
      const hadFailed = failing.has(verdictKey({ guard, measure: measurement.measure }));
      return judgeMeasurement(observation, guard, measurement, limits, hadFailed);
    }),
  );
}

/** What leaves too little of a face to be seen. */
const BAD_PICTURE = ['IMAGE_TOO_DARK', 'IMAGE_TOO_BRIGHT', 'IMAGE_UNEVEN_LIGHT', 'IMAGE_BLURRED'] as const;

/** Failures that may be the effect of another one further down, and that one's guards. */
const CAUSES: Partial<Record<GuardId, readonly GuardId[]>> = {
  FACE_NOT_FOUND: ['IMAGE_TOO_DARK'],
  FACE_TOO_SMALL: ['FACE_ANGLE_TOO_LARGE', 'FACE_IS_OCCLUDED'],
  FACE_ANGLE_TOO_LARGE: ['FACE_IS_OCCLUDED', ...BAD_PICTURE],
  FACE_IS_OCCLUDED: [...BAD_PICTURE, 'EYES_CLOSED', 'IMAGE_BACKLIT'],
  EYES_CLOSED: [...BAD_PICTURE, 'IMAGE_BACKLIT'],
  IMAGE_TOO_DARK: ['IMAGE_UNEVEN_LIGHT'],
};

/**
 * The verdict that becomes the hint: the first failure, except where its cause is another failure further down.
 *
 * A face that is not found in a dark frame is not seen for want of light. A covered face is read as slightly turned or small,
 * as the mesh guesses what it cannot see, and a turned one as slightly small; what is really turned or small is so by far
 * more. And in too little, too much or one-sided light, or out of focus, a face has no colours and edges by which to tell that it
 * is covered, or its eyes closed, and reads as slightly pitched or turned. Where one side of a face is bright, what is dark is the
 * other one. A nose that alone reads as covered is the least sure of all, and comes last.
 *
 * @param disabled Guards that only report.
 * @returns null where every guard passes.
 */
export function firstFailure(
  verdicts: readonly GuardVerdict[],
  disabled: ReadonlySet<GuardId> = new Set(),
): GuardVerdict | null {
  const failures = verdicts.filter(({ pass, guard }) => !pass && !disabled.has(guard));
  let hint = failures[0];
  for (const failure of failures) if (hint && isCauseOf(failure, hint, failures)) hint = failure;
  return hint ?? null;
}

function isCauseOf(cause: GuardVerdict, effect: GuardVerdict, failures: readonly GuardVerdict[]): boolean {
  const { guard } = cause;
  if (!CAUSES[effect.guard]?.includes(guard)) return false;
  // What darkens one cheek may be what covers the face: hair, a hand, a phone.
  if (effect.guard === 'FACE_IS_OCCLUDED' && guard === 'IMAGE_UNEVEN_LIGHT')
    return !failures.some(isSureCover);
  // And it hides what is sharp in a face.
  if (effect.guard === 'FACE_IS_OCCLUDED' && guard === 'IMAGE_BLURRED')
    return (cause.value ?? 0) <= cause.limit * MISLEADING_BLUR || !failures.some(isSureCover);
  if (effect.guard === 'FACE_IS_OCCLUDED' && (guard === 'EYES_CLOSED' || guard === 'IMAGE_BACKLIT'))
    return effect.measure === 'nose' && failures.every(isNoOtherCover);
  if (effect.guard === 'IMAGE_TOO_DARK')
    return !failures.some((failure) => failure.guard === 'IMAGE_TOO_DARK' && failure.measure !== 'skin');
  return isDoubtful(effect, cause);
}

/** By how much a cover misleads the angles at most, over the limit. Tuned on masks drawn over photographs of the fitting group. */
const MISLED_ANGLE: Readonly<Record<string, number>> = { yaw: 1.15, pitch: 1.5 };
/** The same of a mouth that is surely covered: the mesh moves it to where the cover's edge is. */
const MISLED_BY_MASK: Readonly<Record<string, number>> = { yaw: 1.15, pitch: 2 };
/** And of a face of which too little is seen; hard light from one side turns the mesh by up to 10°. */
const MISLED_BY_PICTURE: Readonly<Record<string, number>> = { yaw: 1.15, pitch: 1.25 };
/** And the sizes, under theirs; a turned head's box is as narrow. */
const MISLED_SIZE = 0.75;
/** Blur that makes a bare face read as surely covered leaves less than this share of the sharpness that is asked for. */
const MISLEADING_BLUR = 0.5;
/** From here on a cover is told surely enough not to be the shadow of one-sided light. */
const SURE_COVER: Readonly<Record<string, number>> = { mouth: 0.9, eyes: 0.9 };

function isSureCover({ guard, measure, value }: GuardVerdict): boolean {
  return guard === 'FACE_IS_OCCLUDED' && value !== null && value >= (SURE_COVER[measure] ?? Infinity);
}

function isNoOtherCover({ guard, measure }: GuardVerdict): boolean {
  return guard !== 'FACE_IS_OCCLUDED' || measure === 'nose';
}

function isDoubtful({ guard, measure, value, limit }: GuardVerdict, cause: GuardVerdict): boolean {
  if (value === null) return true;
  if (guard === 'FACE_ANGLE_TOO_LARGE') {
    return value <= limit * (misledAngles(cause)[measure] ?? 1);
  }
  if (guard === 'FACE_TOO_SMALL') return measure !== 'relative' && value >= limit * MISLED_SIZE;
  return true;
}

function misledAngles(cause: GuardVerdict): Readonly<Record<string, number>> {
  if (cause.guard !== 'FACE_IS_OCCLUDED') return MISLED_BY_PICTURE;
  return cause.measure === 'mouth' && isSureCover(cause) ? MISLED_BY_MASK : MISLED_ANGLE;
}

function judgeMeasurement(
  observation: Observation,
  guard: GuardId,
  measurement: Measurement,
  limits: Limits,
  hadFailed: boolean,
): GuardVerdict {
  const { measure, limit: named } = measurement;
  const { enter, leave } = typeof named === 'string' ? limits[named] : named;
  const { fails } = typeof named === 'string' ? LIMIT_SPECS[named] : named;
  const limit = hadFailed ? leave : enter;
  const measured = measurement.value(observation);
  const value = measured !== null && Number.isFinite(measured) ? measured : null;
  const pass = value === null || (fails === 'above' ? value <= limit : value >= limit);
  const direction = pass ? null : measurement.direction?.(observation);
  const message = messageOf(guard, measurement.hint ?? 'default');
  return { guard, measure, value, limit, pass, message, ...(direction ? { direction } : {}) };
}

function messageOf(guard: GuardId, hint: string): string {
  const [first, ...others] = HINTS[guard];
  return (others.find(({ measure }) => measure === hint) ?? first).message;
}
