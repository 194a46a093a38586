import type { Sides } from '../types/frame.js';
import { EYE_OPENINGS, LIPS_OUTER, REGION_OUTLINES } from './landmarks.js';

/** Landmarks at which the parts of a face are compared with how they look uncovered. */

export const MOUTH_POINTS: readonly number[] = [
  ...LIPS_OUTER,
  // The lips' inner edge, then two lines between both edges.
  ...[78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
  ...[76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 408, 304, 303, 302, 11, 72, 73, 74, 184],
  ...[62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 407, 272, 271, 268, 12, 38, 41, 42, 183],
  ...REGION_OUTLINES.mouth,
];

export const NOSE_POINTS: readonly number[] = [
  ...[1, 2, 4, 5, 6, 19, 94, 168, 195, 197, 164],
  // The wings and nostrils of both sides.
  ...[97, 98, 99, 20, 60, 75, 59, 166, 219, 218, 237, 44, 45, 51, 3, 122, 174, 198, 49, 48, 64, 131, 134],
  ...[236, 220, 115, 79, 239, 238, 241, 242, 141, 125],
  ...[326, 327, 328, 250, 290, 305, 289, 392, 439, 438, 457, 274, 275, 281, 248, 351, 399, 420, 279, 278],
  ...[294, 360, 363, 456, 440, 344, 309, 459, 458, 461, 462, 370, 354],
];

/** Both in the same order, mirrored: opening, lids, orbit, brow, iris. */
export const EYE_POINTS: Sides<readonly number[]> = {
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
};
