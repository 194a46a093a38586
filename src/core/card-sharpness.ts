import { lumaOf, type Pixels } from './pixels.js';

/** Weaker slopes, in levels a pixel, are noise and shading. */
const CLEAR_SLOPE = 8;
/** A card with fewer clear slopes than this share of its pixels shows no print at all. */
const LEAST_PRINT_SHARE = 0.01;

/**
 * How steep the edges of what is printed are: energy of the Laplacian over that of the gradient, at the pixels that
 * have a clear gradient. Unlike the Laplacian alone it is the same for much and for little print, and for strong and for
 * faint colours; it falls with the square of the blur's width.
 *
 * @param inside Numbers of the pixels to look at.
 * @returns About 4 for ideally sharp lines, 0 where nothing is printed or all of it is washed out.
 */
export function edgeSharpness(pixels: Pixels, inside: Int32Array): number {
  const { width, height } = pixels;
  const luma = lumaOf(pixels);
  let steep = 0;
  let bent = 0;
  let count = 0;
  for (const pixel of inside) {
    if (pixel < width || pixel >= width * (height - 1)) continue;
    const left = luma[pixel - 1] ?? 0;
    const right = luma[pixel + 1] ?? 0;
    const above = luma[pixel - width] ?? 0;
    const below = luma[pixel + width] ?? 0;
    const gradient = ((right - left) / 2) ** 2 + ((below - above) / 2) ** 2;
    if (gradient < CLEAR_SLOPE ** 2) continue;
    steep += gradient;
    bent += (left + right + above + below - 4 * (luma[pixel] ?? 0)) ** 2;
    count += 1;
  }
  return count < LEAST_PRINT_SHARE * inside.length || steep === 0 ? 0 : bent / steep;
}
