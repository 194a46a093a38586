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

/** Luma of every pixel. */
export function lumaOf({ data, width, height }: Pixels): Float32Array {
  const plane = new Float32Array(width * height);
  for (let pixel = 0, byte = 0; pixel < plane.length; pixel += 1, byte += 4) {
    plane[pixel] = luma(data[byte] ?? 0, data[byte + 1] ?? 0, data[byte + 2] ?? 0);
  }
  return plane;
}

/** Pixels outside the photo are read as transparent ones and tell nothing. */
export function isInsidePhoto({ data }: Pixels, pixel: number): boolean {
  return (data[4 * pixel + 3] ?? 0) >= 128;
}

/** Counts of values from 0 to 255, rounded down, for medians and shares without sorting. */
export class Histogram {
  /** No typed array: one of this size lies outside of the heap, and some fifty are made for each frame. */
  readonly #bins = new Array<number>(256).fill(0);
  #count = 0;

  /** All values of others together. */
  static of(parts: readonly Histogram[]): Histogram {
    const whole = new Histogram();
    for (const part of parts) {
      for (let bin = 0; bin < 256; bin += 1)
        whole.#bins[bin] = (whole.#bins[bin] ?? 0) + (part.#bins[bin] ?? 0);
      whole.#count += part.#count;
    }
    return whole;
  }

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    const bin = value & 255;
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1;
    this.#count += 1;
  }

  /** The value below which a share of the values lies (0.5 is the median); null without values. */
  quantile(share: number): number | null {
    if (this.#count === 0) return null;
    const wanted = share * this.#count;
    let seen = 0;
    for (let value = 0; value < 255; value += 1) {
      seen += this.#bins[value] ?? 0;
      if (seen >= wanted && seen > 0) return value;
    }
    return 255;
  }

  /** Share of the values at or above one, 0 to 1; 0 without values. */
  shareFrom(value: number): number {
    if (this.#count === 0) return 0;
    let seen = 0;
    for (let bin = value; bin < 256; bin += 1) seen += this.#bins[bin] ?? 0;
    return seen / this.#count;
  }
}

/** Mean of the luma of all pixels inside the photo; 0 where there are none. */
export function meanLuma(pixels: Pixels): number {
  const plane = lumaOf(pixels);
  let [sum, count] = [0, 0];
  for (let pixel = 0; pixel < plane.length; pixel += 1) {
    if (!isInsidePhoto(pixels, pixel)) continue;
    sum += plane[pixel] ?? 0;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
