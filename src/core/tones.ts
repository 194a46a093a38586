import type { FaceTones } from '../types/frame.js';
import type { FacePatch } from './face-patch.js';
import { forEachSpanInside } from './geometry.js';
import { FACE_OVAL } from './landmarks.js';
import { Histogram } from './pixels.js';

/** From here a byte counts as clipped, as cameras and JPEG do not reach 255 evenly. */
const CLIPPED_LUMA = 250;

/**
 * Luma of what is darkest and brightest in the face. Every face has something dark (pupils, brows, nostrils) and something
 * bright (the whites of the eyes, teeth, gloss on nose and forehead) whatever the tone of its skin, so that these tell the
 * light, where the luma of the skin tells the skin as well.
 */
export function measureTones({ half }: FacePatch): FaceTones {
  const seen = new Histogram();
  forEachSpanInside(half.points, FACE_OVAL, half, (first, last, left, y) => {
    for (let pixel = first, x = left; pixel <= last; pixel += 1, x += 1) {
      if (half.isWhole || half.isInside(x, y)) seen.add(half.luma[pixel] ?? 0);
    }
  });
  return {
    darkestLuma: seen.quantile(0.02) ?? 0,
    brightestLuma: seen.quantile(0.97) ?? 0,
    clippedShare: seen.shareFrom(CLIPPED_LUMA),
  };
}
