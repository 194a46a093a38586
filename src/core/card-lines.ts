import type { Point, Rect } from '../types/frame.js';
import type { Pixels } from './pixels.js';

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** How the colour steps across a line. */
export interface Step {
  /** Length of the mean step in RGB, in levels of 0 to 255 each. */
  readonly step: number;
  /** 1 where the step is the same everywhere along the line, near 0 where it is the noise of a texture, or the ends of printed rows. */
  readonly coherence: number;
}

/** A line that may be an edge: y = at + slope · (x − about), or x and y the other way round for left and right. */
export interface EdgeLine extends Step {
  readonly at: number;
  readonly slope: number;
  readonly about: number;
}

/** A card of less than this share of the frame is not looked for; it may also lie off the middle by that much less. */
const SMALLEST_SHARE = 0.45;
/** The lines are sampled over this share of the frame's side, which lies on every card that is looked for. */
const SPAN_SHARE = 0.45;
/** Long lines are sampled this often, short ones by at least `LEAST_SAMPLES`. */
const SAMPLE_STEP_PX = 4;
const LEAST_SAMPLES = 10;
/** A smaller step than this is not seen by a person either. */
const MIN_STEP = 9;
/** A finger may cover a part of an edge; a texture stays far under this. */
const MIN_COHERENCE = 0.5;
const SLOPES = [-10, -7.5, -5, -2.5, 0, 2.5, 5, 7.5, 10].map((deg) => Math.tan((deg * Math.PI) / 180));
const LINES_A_SIDE = 6;
/** Lines nearer to each other than this are one. */
const APART_PX = 4;
/** The step is taken between the means of two pixels on each side, and one on the line is left out. */
const REACH_PX = 2;

/** The lines that could be a side of the card, strongest first. */
export function strongestLines(pixels: Pixels, frame: Rect, side: Side): EdgeLine[] {
  const lies = side === 'top' || side === 'bottom';
  const [start, extent, limit] = lies
    ? [frame.y, frame.height, pixels.height]
    : [frame.x, frame.width, pixels.width];
  const inward = (extent * (1 - SMALLEST_SHARE)) / 2;
  const isFirst = side === 'top' || side === 'left';
  const from = isFirst ? REACH_PX : start + extent - inward;
  const to = isFirst ? start + inward : limit - 1 - REACH_PX;
  const about = lies ? frame.x + frame.width / 2 : frame.y + frame.height / 2;
  const reach = ((lies ? frame.width : frame.height) * SPAN_SHARE) / 2;
  const found: EdgeLine[] = [];
  for (let at = Math.ceil(from); at <= to; at += 1) {
    for (const slope of SLOPES) {
      const [before, after] = [at - slope * reach, at + slope * reach];
      const step = lies
        ? stepAlong(pixels, { x: about - reach, y: before }, { x: about + reach, y: after })
        : stepAlong(pixels, { x: before, y: about - reach }, { x: after, y: about + reach });
      if (step) found.push({ ...step, at, slope, about });
    }
  }
  return apart(found);
}

/**
 * The step of the colour across a line between two points that is more across than up, or the other way round.
 *
 * @returns null where it is too weak or too uneven for an edge, or the line leaves the picture.
 */
export function stepAlong({ data, width, height }: Pixels, from: Point, to: Point): Step | null {
  if (!isWellInside(from, width, height) || !isWellInside(to, width, height)) return null;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lies = Math.abs(dx) > Math.abs(dy);
  const stride = 4 * (lies ? width : 1);
  const count = Math.max(LEAST_SAMPLES, Math.round(Math.max(Math.abs(dx), Math.abs(dy)) / SAMPLE_STEP_PX));
  let red = 0;
  let green = 0;
  let blue = 0;
  let squares = 0;
  for (let sample = 0; sample < count; sample += 1) {
    const share = sample / (count - 1);
    const at = 4 * (Math.round(from.y + share * dy) * width + Math.round(from.x + share * dx));
    const r = difference(data, at, stride);
    const g = difference(data, at + 1, stride);
    const b = difference(data, at + 2, stride);
    red += r;
    green += g;
    blue += b;
    squares += r * r + g * g + b * b;
  }
  const sum = Math.sqrt(red * red + green * green + blue * blue);
  const step = sum / count;
  const coherence = squares === 0 ? 0 : sum / Math.sqrt(count * squares);
  return step < MIN_STEP || coherence < MIN_COHERENCE ? null : { step, coherence };
}

/** Strength of an edge: four times the step is not four times as much of an edge, but an even one is. */
export function strengthOf({ step, coherence }: Step): number {
  return Math.log2(1 + step) * coherence ** 2;
}

function difference(data: Uint8ClampedArray, at: number, stride: number): number {
  const beyond = (data[at + stride] ?? 0) + (data[at + 2 * stride] ?? 0);
  const before = (data[at - stride] ?? 0) + (data[at - 2 * stride] ?? 0);
  return (beyond - before) / 2;
}

function isWellInside({ x, y }: Point, width: number, height: number): boolean {
  return x >= REACH_PX && y >= REACH_PX && x <= width - 1 - REACH_PX && y <= height - 1 - REACH_PX;
}

function apart(lines: readonly EdgeLine[]): EdgeLine[] {
  const kept: EdgeLine[] = [];
  for (const line of [...lines].sort((a, b) => strengthOf(b) - strengthOf(a))) {
    if (kept.length === LINES_A_SIDE) break;
    if (kept.every(({ at }) => Math.abs(at - line.at) > APART_PX)) kept.push(line);
  }
  return kept;
}
