import type { Sides } from '../types/frame.js';

/**
 * Landmark numbers of the 478-point MediaPipe face mesh (468 of the face, then 5 of each iris).
 * `left` and `right` are those of the photo, which is not mirrored: the person's right eye is on the left.
 */
export const LANDMARK_COUNT = 478;

/** Outline of the face from the middle of the forehead, clockwise in the photo. */
export const FACE_OVAL: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

export const LIPS_OUTER: readonly number[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
];

/** Iris centres; their mesh has no depth of its own. */
export const IRIS_CENTRE: Sides<number> = { left: 468, right: 473 };

/** Points of one eye that tell how far it is open. */
export interface EyePoints {
  readonly outerCorner: number;
  readonly innerCorner: number;
  /** Points of the upper lid over those of the lower one. */
  readonly lids: readonly (readonly [upper: number, lower: number])[];
}

export const EYES: Sides<EyePoints> = {
  left: {
    outerCorner: 33,
    innerCorner: 133,
    lids: [
      [160, 144],
      [159, 145],
      [158, 153],
    ],
  },
  right: {
    outerCorner: 263,
    innerCorner: 362,
    lids: [
      [387, 373],
      [386, 374],
      [385, 380],
    ],
  },
};

/** Outlines of the openings of the eyes. */
export const EYE_OPENINGS: Sides<readonly number[]> = {
  left: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  right: [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
};

/** Outlines that hold mostly skin, each of which may be hidden by hair, a hat, glasses, a beard or a mask. */
export const SKIN_OUTLINES: Readonly<Record<SkinArea, readonly number[]>> = {
  foreheadTop: [67, 109, 10, 338, 297, 299, 337, 151, 108, 69],
  foreheadLow: [69, 108, 151, 337, 299, 296, 336, 9, 107, 66],
  underLeftEye: [31, 228, 229, 230, 231, 232, 121, 47, 100, 101, 118, 117, 111],
  underRightEye: [261, 448, 449, 450, 451, 452, 350, 277, 329, 330, 347, 346, 340],
  noseBridge: [193, 168, 417, 351, 419, 399, 420, 198, 174, 196, 122],
  leftCheek: [101, 36, 205, 187, 147, 123, 117, 118],
  rightCheek: [330, 266, 425, 411, 376, 352, 346, 347],
  leftJaw: [187, 207, 214, 135, 138, 215, 177, 147],
  rightJaw: [411, 427, 434, 364, 367, 435, 401, 376],
  chin: [83, 18, 313, 421, 428, 199, 208, 201],
};

export type SkinArea =
  | 'foreheadTop'
  | 'foreheadLow'
  | 'underLeftEye'
  | 'underRightEye'
  | 'noseBridge'
  | 'leftCheek'
  | 'rightCheek'
  | 'leftJaw'
  | 'rightJaw'
  | 'chin';
