import type { FacePatch } from './face-patch.js';
import { isInsidePhoto } from './pixels.js';

/** What the mesh's points of one part of a face look like, point by point, as steps from their mean. */
export interface MeshSamples {
  /** Logarithm of luma, so that the strength of the light does not matter. */
  readonly luma: Float32Array;
  /** Logarithm of red over green, so that the colour of the light does not matter either. */
  readonly redness: Float32Array;
}

/** Keeps logarithms of dark pixels, which are noise, from reaching far. */
const FLOOR_LEVELS = 8;

/**
 * Reads the mean of 3 × 3 pixels at each of some landmarks. The mesh finds the corners, lids and lips of every face, so that
 * the same place of all faces is compared whatever their shape, size and pose.
 */
export function sampleMesh({ pixels, points }: FacePatch, landmarks: readonly number[]): MeshSamples {
  const luma = new Float32Array(landmarks.length).fill(NaN);
  const redness = new Float32Array(landmarks.length).fill(NaN);
  const { data, width, height } = pixels;
  landmarks.forEach((landmark, place) => {
    const column = Math.floor(points[2 * landmark] ?? NaN);
    const row = Math.floor(points[2 * landmark + 1] ?? NaN);
    let [red, green, blue, count] = [0, 0, 0, 0];
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
    if (count === 0) return;
    const mean = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / count;
    luma[place] = Math.log(mean + FLOOR_LEVELS);
    redness[place] = Math.log((red / count + FLOOR_LEVELS) / (green / count + FLOOR_LEVELS));
  });
  return { luma: centred(luma), redness: centred(redness) };
}

/**
 * How alike samples and a template are: their correlation, 1 where they differ in strength only, 0 where they have nothing
 * in common.
 *
 * @param template of length 1 about its mean
 */
export function likeness(samples: Float32Array, template: readonly number[]): number {
  let [product, square] = [0, 0];
  samples.forEach((value, place) => {
    product += value * (template[place] ?? 0);
    square += value * value;
  });
  return square > 0 ? product / Math.sqrt(square) : 0;
}

/** Deviation of the logarithm of luma under which samples are noise, which must not be made large. */
const NOISE_DEVIATION = 0.12;

/** Samples brought to a deviation of about 1, whatever the contrast of the picture. */
export function evened(samples: Float32Array): Float32Array {
  const square = samples.reduce((sum, value) => sum + value * value, 0) / Math.max(1, samples.length);
  const scale = 1 / (Math.sqrt(square) + NOISE_DEVIATION);
  return samples.map((value) => value * scale);
}

/** What lies outside of the photo counts as the mean. */
function centred(values: Float32Array): Float32Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}
