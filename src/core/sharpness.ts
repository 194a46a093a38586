import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
import { FACE_OVAL } from './landmarks.js';
import { isInsidePhoto } from './pixels.js';

/** Variance of the Laplacian (4 neighbours) of luma over the face; 0 where nothing of it lies inside the photo. */
export function measureSharpness({ pixels, luma, points }: FacePatch): number {
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
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}
