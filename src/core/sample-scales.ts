import type { FaceSamples } from './face-samples.js';

/*
 * Brings what is sampled of a face to numbers of about the size of 1, as networks want them. This runs for some hundred values of
 * each frame. Plain loops, since the methods of typed arrays call back for each value, and no lists that are spread into longer
 * ones, which were a quarter of all garbage.
 */

/** Numbers one after the other, in pieces that are put together in the end. */
export type Pieces = readonly ArrayLike<number>[];

/** Contrast, as the deviation of the logarithm of luma, under which it is noise that must not be made large. */
const NOISE_CONTRAST = 0.12;
const COLOUR_SCALE = 4;
/** Logarithm of usual gradients. */
const USUAL_TEXTURE = -2;

/** How far from the skin's each colour is, whatever its hue. */
export function strangenessOf({ redness, blueness }: FaceSamples): Float32Array {
  return mapped(
    redness,
    (value, place) => COLOUR_SCALE * Math.sqrt(value ** 2 + (blueness[place] ?? 0) ** 2),
  );
}

export function rednessOf({ redness }: FaceSamples): Float32Array {
  return mapped(redness, (value) => COLOUR_SCALE * value);
}

/** Brought near 0 by what is usual, of all faces or of this one. */
export function textureOf({ texture }: FaceSamples, usual = USUAL_TEXTURE): Float32Array {
  return mapped(texture, (value) => value - usual);
}

/** Light and dark over the contrast around them, so that a picture with little contrast looks like one with much. */
export function relativeLuma({ luma }: FaceSamples, level: number, contrast: number): Float32Array {
  return mapped(luma, (value) => (value - level) / (contrast + NOISE_CONTRAST));
}

export function meanOf(values: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] ?? 0;
  return sum / Math.max(1, values.length);
}

export function contrastOf(values: Float32Array): number {
  const level = meanOf(values);
  let sum = 0;
  for (let place = 0; place < values.length; place += 1)
    sum += Math.fround(((values[place] ?? 0) - level) ** 2);
  return Math.sqrt(sum / Math.max(1, values.length));
}

export function logContrast(contrast: number): number {
  return Math.log(contrast + 0.05) + 1.2;
}

export function differences(own: Float32Array, other: Float32Array): Float32Array {
  const apart = new Float32Array(own.length);
  for (let place = 0; place < own.length; place += 1) {
    apart[place] = (own[place] ?? 0) - (other[place] ?? 0);
  }
  return apart;
}

export function joined(pieces: Pieces): Float32Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const whole = new Float32Array(length);
  let from = 0;
  for (const piece of pieces) {
    whole.set(piece, from);
    from += piece.length;
  }
  return whole;
}

function mapped(values: Float32Array, change: (value: number, place: number) => number): Float32Array {
  const changed = new Float32Array(values.length);
  for (let place = 0; place < values.length; place += 1) changed[place] = change(values[place] ?? 0, place);
  return changed;
}
