import type { Direction, GuardId } from '../types/capture.js';
import type { FaceMeasures, Observation, Sides } from '../types/frame.js';
import { centreOffset, smallestGap } from './framing.js';
import { LIMIT_SPECS, type FailingSide, type Limit, type LimitName } from './limits.js';
import { foreshortening } from './pose.js';

/** One thing that a guard measures. */
export interface Measurement {
  readonly measure: string;
  /** Which of the guard's entries in `HINTS` tells of it. Default: `default`. */
  readonly hint?: string;
  /** A limit by name, or one that cannot be changed. */
  readonly limit: LimitName | (Limit & { readonly fails: FailingSide });
  /** null where it cannot be measured, which passes. */
  readonly value: (observation: Observation) => number | null;
  /** Asked for failures only. */
  readonly direction?: (observation: Observation) => Direction | null;
}

type OfFace<T> = (face: FaceMeasures, observation: Observation) => T;

/** What every guard measures, in the order in which a person would mend it. */
export const MEASUREMENTS: Readonly<Record<GuardId, readonly Measurement[]>> = {
  FACE_NOT_FOUND: [
    {
      measure: 'default',
      limit: { enter: 1, leave: 1, fails: 'below' },
      value: ({ face, faces }) => (face ? faces.length : 0),
    },
  ],
  TOO_MANY_FACES: [
    {
      measure: 'default',
      limit: 'maxOtherFaceShare',
      value: ({ faces: [largest, ...others] }) =>
        largest ? Math.max(0, ...others.map(({ height }) => height / largest.height)) : null,
    },
  ],
  FACE_CROPPED: [
    {
      measure: 'default',
      limit: 'maxCroppedLandmarks',
      value: ofFace(croppedLandmarks),
      direction: ofFace(({ box }, { frame }) => smallestGap(box, frame).direction),
    },
  ],
  FACE_TOO_CLOSE: [
    {
      measure: 'default',
      limit: 'maxFaceHeightShare',
      value: ofFace(heightShare),
      direction: () => 'back',
    },
  ],
  FACE_CLOSE_TO_BORDER: [
    {
      measure: 'gap',
      limit: 'minBorderGapShare',
      value: ofFace(({ box }, { frame }) => smallestGap(box, frame).share),
      direction: ofFace(({ box }, { frame }) => smallestGap(box, frame).direction),
    },
    {
      measure: 'centre',
      limit: 'maxCentreOffsetShare',
      value: ofFace(({ box }, { frame }) => centreOffset(box, frame).share),
      direction: ofFace(({ box }, { frame }) => centreOffset(box, frame).direction),
    },
  ],
  FACE_TOO_SMALL: [
    {
      measure: 'absolute',
      hint: 'absolute',
      limit: 'minFaceSidePx',
      value: ofFace(faceSidePx),
      direction: () => 'closer',
    },
    {
      measure: 'interpupillary',
      hint: 'interpupillary',
      limit: 'minInterpupillaryPx',
      value: ofFace(({ interpupillaryPx }) => interpupillaryPx),
      direction: () => 'closer',
    },
    {
      measure: 'relative',
      hint: 'relative',
      limit: 'minFaceHeightShare',
      value: ofFace(heightShare),
      direction: () => 'closer',
    },
  ],
  FACE_ANGLE_TOO_LARGE: [
    {
      measure: 'yaw',
      limit: 'maxYawDeg',
      value: ofFace(({ pose }) => Math.abs(pose.yawDeg)),
      direction: ofFace(({ pose }) => (pose.yawDeg > 0 ? 'turn-right' : 'turn-left')),
    },
    {
      measure: 'pitch',
      limit: 'maxPitchDeg',
      value: ofFace(({ pose }) => Math.abs(pose.pitchDeg)),
      direction: ofFace(({ pose }) => (pose.pitchDeg > 0 ? 'chin-up' : 'chin-down')),
    },
    {
      measure: 'roll',
      limit: 'maxRollDeg',
      value: ofFace(({ pose }) => Math.abs(pose.rollDeg)),
      direction: ofFace(({ pose }) => (pose.rollDeg > 0 ? 'tilt-right' : 'tilt-left')),
    },
  ],
  FACE_IS_OCCLUDED: [
    { measure: 'mouth', limit: 'maxCover', value: ofFace(({ cover }) => cover.mouth) },
    { measure: 'nose', limit: 'maxCover', value: ofFace(({ cover }) => cover.nose) },
    { measure: 'eyes', limit: 'maxCover', value: ofFace(({ cover }) => cover.eyes) },
    {
      measure: 'presence',
      limit: 'minPresenceShare',
      value: ofFace(({ presenceLogit, presencePeak }) =>
        presenceLogit !== null && presencePeak && presencePeak.logit > 0
          ? presenceLogit / presencePeak.logit
          : null,
      ),
    },
  ],
  EYES_CLOSED: [
    {
      measure: 'aspect',
      limit: 'minEyeAspect',
      value: ofFace(({ eyeAspect }) => lesserOpening(eyeAspect)),
    },
    { measure: 'lids', limit: 'maxEyesClosed', value: ofFace(({ eyesClosed }) => eyesClosed) },
    {
      measure: 'blink',
      limit: 'maxBlink',
      value: ofFace(({ blink }) => blink && Math.max(blink.left, blink.right)),
    },
  ],
  IMAGE_TOO_DARK: [
    { measure: 'skin', limit: 'minSkinLuma', value: ofFace(({ skin }) => skin.medianLuma) },
    { measure: 'face', limit: 'minBrightestLuma', value: ofFace(({ tones }) => tones.brightestLuma) },
    {
      measure: 'frame',
      limit: 'minFrameLuma',
      value: ({ face, frameLuma }) => (face ? null : frameLuma),
    },
  ],
  IMAGE_TOO_BRIGHT: [
    { measure: 'skin', limit: 'maxSkinLuma', value: ofFace(({ skin }) => skin.medianLuma) },
    { measure: 'clipped', limit: 'maxClippedShare', value: ofFace(({ tones }) => tones.clippedShare) },
    { measure: 'washed-out', limit: 'maxDarkestLuma', value: ofFace(({ tones }) => tones.darkestLuma) },
  ],
  IMAGE_UNEVEN_LIGHT: [
    { measure: 'default', limit: 'minCheekRatio', value: ofFace(({ skin }) => skin.cheekRatio) },
  ],
  IMAGE_BACKLIT: [
    {
      measure: 'default',
      limit: 'maxSurroundRatio',
      value: ofFace(({ tones, surroundLuma }) => surroundLuma / Math.max(1, tones.brightestLuma)),
    },
  ],
  IMAGE_BLURRED: [{ measure: 'default', limit: 'minSharpness', value: ofFace(({ sharpness }) => sharpness) }],
};

function ofFace<T>(read: OfFace<T>): (observation: Observation) => T | null;
function ofFace<T>(read: OfFace<T>) {
  return (observation: Observation) => (observation.face ? read(observation.face, observation) : null);
}

/** Both eyes of a face are about as open, so that the lesser one of an uneven pair is more closed than its lids tell. */
const EVEN_OPENINGS_RATIO = 0.75;

function lesserOpening({ left, right }: Sides<number>): number {
  const lesser = Math.min(left, right);
  const ratio = lesser / Math.max(left, right, Number.EPSILON);
  return lesser * Math.min(1, ratio / EVEN_OPENINGS_RATIO);
}

/** Nearer to the edge than this share of the frame's side, a face that was cropped may be so again in the next frame. */
const CLEAR_OF_EDGE_SHARE = 0.015;

/** Landmarks of the oval outside the frame; -1 where all are clear of its edge, so that tremor there has a leave limit. */
function croppedLandmarks({ ovalOutside, box }: FaceMeasures, { frame }: Observation): number {
  return ovalOutside === 0 && smallestGap(box, frame).share >= CLEAR_OF_EDGE_SHARE ? -1 : ovalOutside;
}

/**
 * Shorter side of the face box. The box of a face that is turned past the limit is narrow for that reason, and calling it
 * small would name the wrong cause: its width is taken as it would be facing the camera.
 */
function faceSidePx({ box, pose }: FaceMeasures): number {
  const isTurned = Math.abs(pose.yawDeg) > LIMIT_SPECS.maxYawDeg.enter;
  return Math.min(isTurned ? box.width / foreshortening(pose.yawDeg) : box.width, box.height);
}

/** The mesh sees the chin of a wide-open mouth too high, near and far. */
function heightShare({ box, chinBelowBoxPx }: FaceMeasures, { frame }: Observation): number {
  return (box.height + chinBelowBoxPx) / frame.height;
}
