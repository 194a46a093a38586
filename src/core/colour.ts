import { Histogram, HISTOGRAM_BINS, isInsidePhoto, luma, type Pixels } from './pixels.js';
import { forEachSpanInside, type PointsPx } from './geometry.js';

/** A colour in sRGB, each value 0 to 255. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A colour in CIELAB (D65): lightness 0 to 100, and two opponent axes. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** From sRGB bytes, with the constants of CIE 15 and IEC 61966-2-1. */
export function labOf({ red, green, blue }: Rgb): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const x = compressed((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = compressed(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = compressed((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** CIE76 colour difference; about 2.3 is just noticeable. */
export function colourDifference(one: Lab, other: Lab): number {
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

/** What the pixels in a polygon look like, counted in one pass over them. */
export interface ColourCounts {
  readonly red: Histogram;
  readonly green: Histogram;
  readonly blue: Histogram;
  readonly luma: Histogram;
}

/** Counts the colours of the pixels in a polygon; those outside of the photo are left out. */
export function countColours(pixels: Pixels, points: PointsPx, outline: readonly number[]): ColourCounts {
  // In one piece of memory, one after the other: this counts every pixel of the skin in every frame.
  const bins = new Uint32Array(4 * HISTOGRAM_BINS);
  forEachSpanInside(points, outline, pixels, (first, last) => countSpan(bins, pixels, first, last));
  const counted = (channel: number) =>
    new Histogram(bins.subarray(channel * HISTOGRAM_BINS, (channel + 1) * HISTOGRAM_BINS));
  return { red: counted(0), green: counted(1), blue: counted(2), luma: counted(3) };
}

function countSpan(bins: Uint32Array, pixels: Pixels, first: number, last: number): void {
  const { data } = pixels;
  for (let pixel = first; pixel <= last; pixel += 1) {
    if (!isInsidePhoto(pixels, pixel)) continue;
    const red = data[4 * pixel] ?? 0;
    const green = data[4 * pixel + 1] ?? 0;
    const blue = data[4 * pixel + 2] ?? 0;
    increase(bins, red);
    increase(bins, HISTOGRAM_BINS + green);
    increase(bins, 2 * HISTOGRAM_BINS + blue);
    increase(bins, 3 * HISTOGRAM_BINS + (Math.fround(luma(red, green, blue)) & 255));
  }
}

function increase(bins: Uint32Array, bin: number): void {
  bins[bin] = (bins[bin] ?? 0) + 1;
}

/** Median channel by channel; null where nothing was counted. */
export function medianColour(counts: ColourCounts): Rgb | null {
  const [red, green, blue] = [
    counts.red.quantile(0.5),
    counts.green.quantile(0.5),
    counts.blue.quantile(0.5),
  ];
  return red === null || green === null || blue === null ? null : { red, green, blue };
}

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function compressed(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}
