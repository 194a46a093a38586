import type { FacePatch, HalfPatch } from './face-patch.js';
import { forEachSpanInside } from './geometry.js';
import { FACE_OVAL } from './landmarks.js';

/** Skin of this luma leaves the measure as it is; darker pictures of the same face have smaller steps in proportion. */
const REFERENCE_SKIN_LUMA = 128;
/** Darker skin than this is mostly noise, which must not count as sharp. */
const DARKEST_SKIN_LUMA = 24;
/**
 * What the mean square of a second difference of noise is of the squared mean size of the mixed one: π / 12 for white noise, and
 * a little more for what scaling made smoother. Chosen on noise of several strengths over sharp and blurred faces.
 */
const NOISE_OF_MIXED = 0.3;

/**
 * How sharp the face is in the direction in which it is least so, as it would be with well exposed skin: mean square of the
 * second difference of luma, least of four directions, on the patch at half its size, less the part that noise has in it.
 *
 * Noise is told by the mixed second difference, that across of that down: noise has much of it everywhere, what is out of focus
 * or moved next to nothing, and what is sharp much at few places, for which the mean of its size is taken and not of its square.
 * On the patch at half its size, because sensor noise is as fine as a pixel and fades by averaging, while blur that matters
 * does not. The weakest direction, because motion blurs along its way only.
 *
 * @returns 0 where nothing of the face lies inside the photo.
 */
export function measureSharpness({ half }: FacePatch, skinLuma: number): number {
  const sums = new Float64Array(6);
  forEachSpanInside(half.points, FACE_OVAL, half, (first, last, left, y) => {
    if (y > 0 && y + 1 < half.height) addSpan(sums, half, { first, last, left, y });
  });
  const [alongSum = 0, downSum = 0, risingSum = 0, fallingSum = 0, mixedSum = 0, count = 0] = sums;
  if (count === 0) return 0;
  const exposure = REFERENCE_SKIN_LUMA / Math.max(skinLuma, DARKEST_SKIN_LUMA);
  const sharp = Math.min(alongSum, downSum, risingSum, fallingSum) / count;
  const noise = NOISE_OF_MIXED * (mixedSum / count) ** 2;
  return Math.max(0, sharp - noise) * exposure ** 2;
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly y: number;
}

/** Summed in variables of its own, which no other function sees: the browser makes an object of each number otherwise. */
function addSpan(sums: Float64Array, half: HalfPatch, { first, last, left, y }: Span): void {
  const { luma, width, isWhole } = half;
  const [rising, falling] = [width - 1, width + 1];
  let alongSum = 0;
  let downSum = 0;
  let risingSum = 0;
  let fallingSum = 0;
  let mixedSum = 0;
  let count = 0;
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
    mixedSum += Math.abs(up + across - 2 * (along + down));
    count += 1;
  }
  const spanSums = [alongSum, downSum, risingSum, fallingSum, mixedSum, count];
  spanSums.forEach((sum, place) => (sums[place] = (sums[place] ?? 0) + sum));
}
