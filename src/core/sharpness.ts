import type { FacePatch } from './face-patch.js';
import { forEachSpanInside } from './geometry.js';
import { FACE_OVAL } from './landmarks.js';

/** Skin of this luma leaves the measure as it is; darker pictures of the same face have smaller steps in proportion. */
const REFERENCE_SKIN_LUMA = 128;
/** Darker skin than this is mostly noise, which must not count as sharp. */
const DARKEST_SKIN_LUMA = 24;

/**
 * How sharp the face is in the direction in which it is least so, as it would be with well exposed skin: mean square of the
 * second difference of luma, least of four directions, on the patch at half its size.
 *
 * Half the size, because sensor noise is as fine as a pixel and fades by averaging, while blur that matters does not. The
 * weakest direction, because motion blurs along its way only.
 *
 * @returns 0 where nothing of the face lies inside the photo.
 */
export function measureSharpness({ half }: FacePatch, skinLuma: number): number {
  const { luma, width, height, points, isWhole } = half;
  const [rising, falling] = [width - 1, width + 1];
  let [alongSum, downSum, risingSum, fallingSum, count] = [0, 0, 0, 0, 0];
  forEachSpanInside(points, FACE_OVAL, half, (first, last, left, y) => {
    if (y === 0 || y + 1 >= height) return;
    for (let pixel = first, x = left; pixel <= last; pixel += 1, x += 1) {
      if (x === 0 || x + 1 >= width || !(isWhole || half.isInside(x, y))) continue;
      const here = 2 * (luma[pixel] ?? 0);
      const along = (luma[pixel - 1] ?? 0) + (luma[pixel + 1] ?? 0) - here;
      const down = (luma[pixel - width] ?? 0) + (luma[pixel + width] ?? 0) - here;
      const up = (luma[pixel - rising] ?? 0) + (luma[pixel + rising] ?? 0) - here;
      const across = (luma[pixel - falling] ?? 0) + (luma[pixel + falling] ?? 0) - here;
      alongSum += along * along;
      downSum += down * down;
      risingSum += up * up;
      fallingSum += across * across;
      count += 1;
    }
  });
  const exposure = REFERENCE_SKIN_LUMA / Math.max(skinLuma, DARKEST_SKIN_LUMA);
  return count === 0 ? 0 : (Math.min(alongSum, downSum, risingSum, fallingSum) / count) * exposure ** 2;
}
