/** Pixels of an image, four bytes each (RGBA), row by row from the top. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Luma of one pixel, 0 to 255, with the weights of ITU-R BT.709. */
export function luma(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Luma of one pixel of an image, to the precision of those that are kept for all pixels. */
export function lumaAt({ data }: Pixels, pixel: number): number {
  const byte = 4 * pixel;
  return Math.fround(luma(data[byte] ?? 0, data[byte + 1] ?? 0, data[byte + 2] ?? 0));
}

/** Luma of every pixel. */
export function lumaOf(pixels: Pixels): Float32Array {
  const plane = new Float32Array(pixels.width * pixels.height);
  for (let pixel = 0; pixel < plane.length; pixel += 1) plane[pixel] = lumaAt(pixels, pixel);
  return plane;
}

/** Pixels outside the photo are read as transparent ones and tell nothing. */
export function isInsidePhoto({ data }: Pixels, pixel: number): boolean {
  return (data[4 * pixel + 3] ?? 0) >= 128;
}

/** One for each level of a byte. */
export const HISTOGRAM_BINS = 256;

/** Counts of values from 0 to 255, rounded down, for medians and shares without sorting. */
export class Histogram {
  readonly #bins: Uint32Array;

  /** @param bins What was counted already, `HISTOGRAM_BINS` of them. */
  constructor(bins = new Uint32Array(HISTOGRAM_BINS)) {
    this.#bins = bins;
  }

  /** All values of others together. */
  static of(parts: readonly Histogram[]): Histogram {
    const whole = new Histogram();
    for (const part of parts) {
      for (let bin = 0; bin < HISTOGRAM_BINS; bin += 1)
        whole.#bins[bin] = (whole.#bins[bin] ?? 0) + (part.#bins[bin] ?? 0);
    }
    return whole;
  }

  get count(): number {
    let count = 0;
    for (let bin = 0; bin < HISTOGRAM_BINS; bin += 1) count += this.#bins[bin] ?? 0;
    return count;
  }

  add(value: number): void {
    const bin = value & 255;
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1;
  }

  /** The value below which a share of the values lies (0.5 is the median); null without values. */
  quantile(share: number): number | null {
    const { count } = this;
    if (count === 0) return null;
    const wanted = share * count;
    let seen = 0;
    for (let value = 0; value < 255; value += 1) {
      seen += this.#bins[value] ?? 0;
      if (seen >= wanted && seen > 0) return value;
    }
    return 255;
  }

  /** Share of the values at or above one, 0 to 1; 0 without values. */
  shareFrom(value: number): number {
    const { count } = this;
    if (count === 0) return 0;
    let seen = 0;
    for (let bin = value; bin < HISTOGRAM_BINS; bin += 1) seen += this.#bins[bin] ?? 0;
    return seen / count;
  }
}

/** Mean of the luma of all pixels inside the photo; 0 where there are none. */
export function meanLuma(pixels: Pixels): number {
  let sum = 0;
  let count = 0;
  for (let pixel = 0; pixel < pixels.width * pixels.height; pixel += 1) {
    if (!isInsidePhoto(pixels, pixel)) continue;
    sum += lumaAt(pixels, pixel);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
