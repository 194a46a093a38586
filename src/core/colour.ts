import { Histogram, isInsidePhoto, type Pixels } from './pixels.js';
import { forEachPixelInside, type PointsPx } from './geometry.js';

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

/** Median colour, channel by channel, of the pixels in a polygon; null where none lies inside the photo. */
export function medianColour(pixels: Pixels, points: PointsPx, outline: readonly number[]): Rgb | null {
  const { data } = pixels;
  const [reds, greens, blues] = [new Histogram(), new Histogram(), new Histogram()];
  forEachPixelInside(points, outline, pixels, (pixel) => {
    if (!isInsidePhoto(pixels, pixel)) return;
    reds.add(data[4 * pixel] ?? 0);
    greens.add(data[4 * pixel + 1] ?? 0);
    blues.add(data[4 * pixel + 2] ?? 0);
  });
  const [red, green, blue] = [reds.quantile(0.5), greens.quantile(0.5), blues.quantile(0.5)];
  return red === null || green === null || blue === null ? null : { red, green, blue };
}

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function compressed(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}
