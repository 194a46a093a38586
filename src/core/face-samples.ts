import type { Rgb } from './colour.js';
import type { FacePatch } from './face-patch.js';
import { isInsidePhoto, lumaAt } from './pixels.js';

/** What a face looks like around some of its landmarks, one value for each. */
export interface FaceSamples {
  /** Logarithm of luma over that of the person's own skin. */
  readonly luma: Float32Array;
  /** Logarithm of red over green, and of blue over green, each over the skin's. */
  readonly redness: Float32Array;
  readonly blueness: Float32Array;
  /** Logarithm of the mean gradient over the skin's luma. */
  readonly texture: Float32Array;
}

/** Keeps logarithms of dark pixels, which are noise, from reaching far. */
const FLOOR_LEVELS = 8;
/** And a smooth patch's gradient, which is noise as well, from looking like a difference. */
const FLOOR_TEXTURE = 0.02;

/**
 * Reads colours from 3 × 3 and gradients from 5 × 5 pixels at each of some landmarks. The mesh finds the corners, lids and lips
 * of every face, so that the same place of all faces is compared whatever their shape, size and pose.
 *
 * A landmark outside of the photo looks like skin.
 */
export function sampleFace(patch: FacePatch, skin: Rgb, landmarks: readonly number[]): FaceSamples {
  const count = landmarks.length;
  // One piece of memory for all four.
  const all = new Float32Array(4 * count);
  const samples = {
    luma: all.subarray(0, count),
    redness: all.subarray(count, 2 * count),
    blueness: all.subarray(2 * count, 3 * count),
    texture: all.subarray(3 * count),
  };
  const own = tonesOf(skin);
  const skinLuma = Math.exp(own.luma);
  for (let place = 0; place < count; place += 1) {
    const landmark = landmarks[place] ?? NaN;
    const x = Math.floor(patch.points[2 * landmark] ?? NaN);
    const y = Math.floor(patch.points[2 * landmark + 1] ?? NaN);
    const colour = meanColour(patch, x, y);
    if (!colour) continue;
    const seen = tonesOf(colour);
    samples.luma[place] = seen.luma - own.luma;
    samples.redness[place] = seen.redness - own.redness;
    samples.blueness[place] = seen.blueness - own.blueness;
    samples.texture[place] = Math.log(gradientAround(patch, x, y) / skinLuma + FLOOR_TEXTURE);
  }
  return samples;
}

function tonesOf({ red, green, blue }: Rgb): { luma: number; redness: number; blueness: number } {
  const [r, g, b] = [red + FLOOR_LEVELS, green + FLOOR_LEVELS, blue + FLOOR_LEVELS];
  return {
    luma: Math.log(0.2126 * r + 0.7152 * g + 0.0722 * b),
    redness: Math.log(r / g),
    blueness: Math.log(b / g),
  };
}

function meanColour({ pixels }: FacePatch, column: number, row: number): Rgb | null {
  const { data, width, height } = pixels;
  let red = 0;
  let green = 0;
  let blue = 0;
  let count = 0;
  for (let y = row - 1; y <= row + 1; y += 1) {
    for (let x = column - 1; x <= column + 1; x += 1) {
      const pixel = y * width + x;
      if (!(x >= 0 && y >= 0 && x < width && y < height) || !isInsidePhoto(pixels, pixel)) continue;
      red += data[4 * pixel] ?? 0;
      green += data[4 * pixel + 1] ?? 0;
      blue += data[4 * pixel + 2] ?? 0;
      count += 1;
    }
  }
  return count === 0 ? null : { red: red / count, green: green / count, blue: blue / count };
}

/** Mean step of luma from a pixel to the one beside it and to the one below it, together. */
function gradientAround({ pixels }: FacePatch, column: number, row: number): number {
  const { width, height } = pixels;
  const [left, right] = [Math.max(0, column - 2), Math.min(width - 2, column + 2)];
  const [top, bottom] = [Math.max(0, row - 2), Math.min(height - 2, row + 2)];
  let sum = 0;
  let count = 0;
  for (let y = top; y <= bottom; y += 1) {
    let here = lumaAt(pixels, y * width + left);
    for (let pixel = y * width + left; pixel <= y * width + right; pixel += 1) {
      const next = lumaAt(pixels, pixel + 1);
      sum += Math.abs(next - here) + Math.abs(lumaAt(pixels, pixel + width) - here);
      count += 1;
      here = next;
    }
  }
  return sum / Math.max(1, count);
}
