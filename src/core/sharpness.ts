import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
import { FACE_OVAL } from './landmarks.js';
import { isInsidePhoto } from './pixels.js';

/** Skin of this luma leaves the measure as it is; darker pictures of the same face have smaller steps in proportion. */
const REFERENCE_SKIN_LUMA = 128;
/** Darker skin than this is mostly noise, which must not count as sharp. */
const DARKEST_SKIN_LUMA = 24;

/**
 * Variance of the Laplacian (4 neighbours) of luma over the face, as it would be with well exposed skin.
 *
 * @returns 0 where nothing of the face lies inside the photo.
 */
export function measureSharpness({ pixels, luma, points }: FacePatch, skinLuma: number): number {
  let [sum, squares, count] = [0, 0, 0];
  const { width, height } = pixels;
  forEachPixelInside(points, FACE_OVAL, pixels, (pixel, x, y) => {
    if (x === 0 || y === 0 || x + 1 >= width || y + 1 >= height || !isInsidePhoto(pixels, pixel)) return;
    const around =
      (luma[pixel - 1] ?? 0) +
      (luma[pixel + 1] ?? 0) +
      (luma[pixel - width] ?? 0) +
      (luma[pixel + width] ?? 0);
    const laplacian = around - 4 * (luma[pixel] ?? 0);
    sum += laplacian;
    squares += laplacian * laplacian;
    count += 1;
  });
  const exposure = REFERENCE_SKIN_LUMA / Math.max(skinLuma, DARKEST_SKIN_LUMA);
  return count === 0 ? 0 : (squares / count - (sum / count) ** 2) * exposure ** 2;
}
