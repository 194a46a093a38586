import type { FaceMeasures, Observation } from '../../src/types/frame.js';

/** What a builder takes: changes to the observation, and to the measures of its face. */
export type ObservationChanges = Partial<Omit<Observation, 'face'>> & {
  readonly face?: Partial<FaceMeasures> | null;
};

const FRAME = { width: 960, height: 1280 };
const BOX = { x: 255, y: 340, width: 450, height: 600 };

const GOOD_FACE: FaceMeasures = {
  box: BOX,
  chinBelowBoxPx: 0,
  interpupillaryPx: 190,
  pose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0 },
  ovalOutside: 0,
  eyeAspect: { left: 0.32, right: 0.32 },
  blink: null,
  presenceLogit: 26,
  presencePeak: null,
  cover: { mouth: 0.02, nose: 0.02, eyes: 0.02 },
  eyesClosed: 0.02,
  skin: { medianLuma: 140, cheekRatio: 0.95 },
  tones: { darkestLuma: 30, brightestLuma: 200, clippedShare: 0 },
  surroundLuma: 150,
  sharpness: 300,
};

/**
 * An observation that passes every guard at its default limits, with changes: a 960 × 1280 photo and one face in its
 * middle. `face: null` makes an empty room; a changed `face.box` is the box in `faces` too.
 */
export function goodObservation({ face = {}, ...changes }: ObservationChanges = {}): Observation {
  const measured = face && { ...GOOD_FACE, ...face };
  return {
    at: 0,
    frame: FRAME,
    faces: measured ? [measured.box] : [],
    face: measured,
    frameLuma: 140,
    ...changes,
  };
}
