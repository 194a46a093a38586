import type { FaceMeasures, Observation } from '../types/frame.js';
import { centreOffset } from './framing.js';
import type { Limit, Limits } from './limits.js';

/** Weights of the parts of a frame's score; they sum to 1. What blurs or turns the face harms a comparison most. */
export const SCORE_WEIGHTS = {
  sharpness: 0.3,
  frontality: 0.25,
  centring: 0.1,
  size: 0.1,
  light: 0.1,
  eyes: 0.15,
} as const;

export type ScorePart = keyof typeof SCORE_WEIGHTS;

/** How good a photo the frame would be, 0 to 1, and why. */
export interface Score {
  readonly total: number;
  readonly parts: Readonly<Record<ScorePart, number>>;
}

const PARTS = Object.keys(SCORE_WEIGHTS) as ScorePart[];
/** Beyond so many times the limit, more sharpness or wider eyes make no better photo. */
const AMPLE_SHARPNESS = 20;
const AMPLE_EYES = 2.2;
/** Luma of well lit skin of any tone ends here: above it, details start to burn out. */
const BRIGHT_SKIN_LUMA = 190;
/** Luma of the brightest thirtieth of a face of any tone that uses most of the camera's range. */
const BRIGHT_FACE_LUMA = 200;

/**
 * Scores a frame, to choose the best one while holding. Each part is 1 at its ideal and 0 at the limit of its guard.
 *
 * @returns null where no face is measured.
 */
export function scoreFrame(observation: Observation, limits: Limits): Score | null {
  const { face } = observation;
  if (!face) return null;
  const parts = {
    sharpness: logShare(face.sharpness, limits.minSharpness.enter, AMPLE_SHARPNESS),
    frontality: frontality(face, limits),
    centring: inside(centreOffset(face.box, observation.frame).share, limits.maxCentreOffsetShare),
    size: sizeShare(face.box.height / observation.frame.height, limits),
    light: light(face, limits),
    eyes: share(
      Math.min(face.eyeAspect.left, face.eyeAspect.right),
      limits.minEyeAspect.enter,
      limits.minEyeAspect.enter * AMPLE_EYES,
    ),
  };
  const total = PARTS.reduce((sum, part) => sum + SCORE_WEIGHTS[part] * parts[part], 0);
  return { total, parts };
}

/** 1 when nothing is turned; the worst of the three angles counts. */
function frontality({ pose }: FaceMeasures, limits: Limits): number {
  return Math.min(
    inside(Math.abs(pose.yawDeg), limits.maxYawDeg),
    inside(Math.abs(pose.pitchDeg), limits.maxPitchDeg),
    inside(Math.abs(pose.rollDeg), limits.maxRollDeg),
  );
}

/** 1 in the middle between too small and too close, 0 at both. */
function sizeShare(
  height: number,
  { minFaceHeightShare: smallest, maxFaceHeightShare: largest }: Limits,
): number {
  const middle = (smallest.enter + largest.enter) / 2;
  return Math.min(share(height, smallest.enter, middle), share(height, largest.enter, middle));
}

function light({ skin, tones }: FaceMeasures, limits: Limits): number {
  const { minSkinLuma, minBrightestLuma, maxSkinLuma, minCheekRatio, maxClippedShare } = limits;
  return Math.min(
    share(skin.medianLuma, minSkinLuma.enter, 2 * minSkinLuma.enter),
    share(tones.brightestLuma, minBrightestLuma.enter, BRIGHT_FACE_LUMA),
    share(skin.medianLuma, maxSkinLuma.enter, Math.min(BRIGHT_SKIN_LUMA, maxSkinLuma.enter)),
    share(skin.cheekRatio ?? 1, minCheekRatio.enter, 1),
    inside(tones.clippedShare, maxClippedShare),
  );
}

function inside(value: number, { enter }: Limit): number {
  return share(value, enter, 0);
}

/** 0 at `worst` and beyond, 1 at `best` and beyond, even in between. 0 for what is not a number. */
function share(value: number, worst: number, best: number): number {
  if (worst === best) return 1;
  const along = (value - worst) / (best - worst);
  return along > 0 ? Math.min(1, along) : 0;
}

function logShare(value: number, worst: number, times: number): number {
  return value > 0 && worst > 0 ? share(Math.log(value / worst), 0, Math.log(times)) : 0;
}
