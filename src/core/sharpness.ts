import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
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
  const { luma, width, height, points } = half;
  const steps = [1, width, width + 1, width - 1];
  const squares = [0, 0, 0, 0];
  let count = 0;
  forEachPixelInside(points, FACE_OVAL, half, (pixel, x, y) => {
    const isAtEdge = x === 0 || y === 0 || x + 1 >= width || y + 1 >= height;
    if (isAtEdge || !half.isInside(x, y)) return;
    const here = 2 * (luma[pixel] ?? 0);
    for (let way = 0; way < 4; way += 1) {
      const step = steps[way] ?? 0;
      const difference = (luma[pixel - step] ?? 0) + (luma[pixel + step] ?? 0) - here;
      squares[way] = (squares[way] ?? 0) + difference * difference;
    }
    count += 1;
  });
  const exposure = REFERENCE_SKIN_LUMA / Math.max(skinLuma, DARKEST_SKIN_LUMA);
  return count === 0 ? 0 : (Math.min(...squares) / count) * exposure ** 2;
}
