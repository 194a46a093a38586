import type { Point, Rect } from '../types/frame.js';
import { findCardEdges } from './card-edges.js';
import { fillOf } from './card-frame.js';
import { glareShare } from './card-glare.js';
import { edgeSharpness } from './card-sharpness.js';
import { forEachPixelInside } from './geometry.js';
import { Histogram, lumaOf, type Pixels } from './pixels.js';

/** The picture in two sizes: edges and light are measured on the small one, sharpness on the large one. */
export interface CardPatch {
  readonly large: Pixels;
  /** Half of the large one. */
  readonly small: Pixels;
  /** Where the frame lies, in pixels of the small one. */
  readonly frame: Rect;
}

/** What the picture of a card tells. */
export interface CardMeasures {
  /** Share of the photo's area that the card covers; null where no card is found. */
  readonly fill: number | null;
  /** Largest angle between an edge and the frame in degrees; null where no card is found. */
  readonly tiltDeg: number | null;
  /** Luma of the lighter seventh of the card, 0 to 255: what the print stands on, also on a dark card. */
  readonly luma: number;
  /** Share of the card's area that is blown out in one piece. */
  readonly glareShare: number;
  /** How steep the edges of the print are, see `edgeSharpness`. */
  readonly sharpness: number;
  /** Mean difference of luma to the picture before, in levels; null for the first one. */
  readonly motion: number | null;
}

/** Measures, and what the next picture is compared with. */
export interface MeasuredCard {
  readonly measures: CardMeasures;
  readonly luma: Float32Array;
}

/** The edge of the card itself says nothing of its print, and may be in a finger's shadow. */
const INSET = 0.04;

/**
 * Measures the card in a picture, or what is inside the frame where no card is found.
 *
 * @param previousLuma Of the picture before; null for the first one.
 */
export function measureCard(
  { large, small, frame }: CardPatch,
  previousLuma: Float32Array | null,
): MeasuredCard {
  const edges = findCardEdges(small, frame);
  const corners = shrunk(edges ? edges.corners : cornersOf(frame));
  const luma = lumaOf(small);
  const inside = insideOf(small, corners, 1);
  const lumas = new Histogram();
  for (const pixel of inside) lumas.add(luma[pixel] ?? 0);
  return {
    luma,
    measures: {
      fill: edges && fillOf(edges.area, frame),
      tiltDeg: edges && edges.tiltDeg,
      luma: lumas.quantile(0.85) ?? 0,
      glareShare: glareShare(small, inside),
      sharpness: edgeSharpness(large, insideOf(large, corners, large.width / small.width)),
      motion: previousLuma && previousLuma.length === luma.length ? motion(luma, previousLuma, inside) : null,
    },
  };
}

/** Without the change that the camera's exposure makes to all of it. */
function motion(luma: Float32Array, before: Float32Array, inside: Int32Array): number {
  if (inside.length === 0) return 0;
  let sum = 0;
  for (const pixel of inside) sum += (luma[pixel] ?? 0) - (before[pixel] ?? 0);
  const exposure = sum / inside.length;
  let difference = 0;
  for (const pixel of inside) difference += Math.abs((luma[pixel] ?? 0) - (before[pixel] ?? 0) - exposure);
  return difference / inside.length;
}

function insideOf(pixels: Pixels, corners: readonly Point[], scale: number): Int32Array {
  const points = new Float32Array(corners.flatMap(({ x, y }) => [x * scale, y * scale]));
  const inside = new Int32Array(pixels.width * pixels.height);
  let count = 0;
  forEachPixelInside(points, [0, 1, 2, 3], pixels, (pixel) => (inside[count++] = pixel));
  return inside.subarray(0, count);
}

function cornersOf({ x, y, width, height }: Rect): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function shrunk(corners: readonly Point[]): readonly Point[] {
  const middle = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
  return corners.map(({ x, y }) => ({
    x: x + 2 * INSET * (middle.x - x),
    y: y + 2 * INSET * (middle.y - y),
  }));
}

/** Half of a picture: each pixel is the mean of four. */
export function halved({ data, width, height }: Pixels): Pixels {
  const size = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const half = new Uint8ClampedArray(4 * size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const from = 4 * (2 * y * width + 2 * x);
      const to = 4 * (y * size.width + x);
      for (let channel = 0; channel < 4; channel += 1) {
        const at = from + channel;
        const below = at + 4 * width;
        half[to + channel] =
          ((data[at] ?? 0) + (data[at + 4] ?? 0) + (data[below] ?? 0) + (data[below + 4] ?? 0)) / 4;
      }
    }
  }
  return { data: half, ...size };
}
