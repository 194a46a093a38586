import { EYE_OPENINGS, LIPS_OUTER } from './landmarks.js';

/** Landmarks at which a part of the face is looked at: those of one half, those of the other in the same order, and between. */
export interface PartPoints {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly middle: readonly number[];
}

/** Rings around the mouth, each from its left corner below the lips to the right one and above them back. */
const MOUTH_RINGS: readonly (readonly number[])[] = [
  LIPS_OUTER,
  // The lips' inner edge, then two lines between both edges, then the skin around.
  [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
  [76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 408, 304, 303, 302, 11, 72, 73, 74, 184],
  [62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 407, 272, 271, 268, 12, 38, 41, 42, 183],
  [57, 43, 106, 182, 83, 18, 313, 406, 335, 273, 287, 410, 322, 391, 393, 164, 167, 165, 92, 186],
];

/** Places in a ring left of its middle, and those that mirror them. */
const RING_LEFT = [0, 1, 2, 3, 4, 16, 17, 18, 19];
const RING_RIGHT = [10, 9, 8, 7, 6, 14, 13, 12, 11];
const RING_MIDDLE = [5, 15];

const ofRings = (places: readonly number[]): number[] =>
  MOUTH_RINGS.flatMap((ring) => places.map((place) => ring[place] ?? 0));

export const MOUTH_POINTS: PartPoints = {
  left: ofRings(RING_LEFT),
  right: ofRings(RING_RIGHT),
  middle: ofRings(RING_MIDDLE),
};

export const NOSE_POINTS: PartPoints = {
  // Wings and nostrils.
  left: [
    ...[97, 98, 99, 20, 60, 75, 59, 166, 219, 218, 237, 44, 45, 51, 3, 122, 174, 198, 49, 48, 64, 131, 134],
    ...[236, 220, 115, 79, 239, 238, 241, 242, 141, 125],
  ],
  right: [
    ...[326, 327, 328, 250, 290, 305, 289, 392, 439, 438, 457, 274, 275, 281, 248, 351, 399, 420, 279, 278],
    ...[294, 360, 363, 456, 440, 344, 309, 459, 458, 461, 462, 370, 354],
  ],
  middle: [1, 2, 4, 5, 6, 19, 94, 168, 195, 197, 164],
};

/** Openings, lids, orbits, brows and irises. */
export const EYE_POINTS: PartPoints = {
  left: [
    ...EYE_OPENINGS.left,
    ...[130, 25, 110, 24, 23, 22, 26, 112, 243, 190, 56, 28, 27, 29, 30, 247],
    ...[226, 31, 228, 229, 230, 231, 232, 233, 244, 189, 221, 222, 223, 224, 225, 113],
    ...[46, 53, 52, 65, 55],
    ...[468, 469, 470, 471, 472],
  ],
  right: [
    ...EYE_OPENINGS.right,
    ...[359, 255, 339, 254, 253, 252, 256, 341, 463, 414, 286, 258, 257, 259, 260, 467],
    ...[446, 261, 448, 449, 450, 451, 452, 453, 464, 413, 441, 442, 443, 444, 445, 342],
    ...[276, 283, 282, 295, 285],
    ...[473, 476, 475, 474, 477],
  ],
  middle: [],
};

/** Forehead, temple and cheek around each eye, over which hair, a hand or a phone reaches. Those of `CHEEK_PLACES` lie on the cheek. */
export const AROUND_EYE_POINTS: PartPoints = {
  left: [
    104, 105, 63, 70, 68, 71, 103, 67, 69, 108, 50, 101, 118, 117, 123, 116, 36, 205, 207, 187, 111, 143,
  ],
  right: [
    ...[333, 334, 293, 300, 298, 301, 332, 297, 299, 337, 280, 330, 347, 346, 352, 345, 266, 425, 427, 411],
    ...[340, 372],
  ],
  middle: [],
};

export const CHEEK_PLACES = { from: 10, to: 20 } as const;
