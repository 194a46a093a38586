import type { Point } from '../types/frame.js';
import { stepAlong, strengthOf } from './card-lines.js';
import type { Pixels } from './pixels.js';

/** Corners are round (3.18 mm on an ID-1 card, ISO/IEC 7810), and the sides end before them. */
const CORNER_SHARE = 0.06;
/** A side is judged in pieces: a coloured band of the card may be darker than the table and the rest lighter. */
const PIECES = 5;
/** So many pieces must be an edge; a finger covers one or two. */
const LEAST_PIECES = 3;
/** A weaker line is made of the ends of printed rows: a dark card's side on a dark table has 3.5 and more. */
const LEAST_STRENGTH = 3;
/** How far beyond the corners a line is followed, as shares of the side: past the round of the corner. */
const BEYOND_SHARES = [0.03, 0.09] as const;
/** A line that goes on beyond the corners counts this much. */
const THROUGH_FACTOR = 0.4;

/**
 * How much the line between two corners looks like the side of a card: an edge from corner to corner that ends there.
 * A line of the print ends before, one of the table goes on.
 *
 * @returns 0 where it is none; else up to about 8.
 */
export function sideStrength(pixels: Pixels, from: Point, to: Point): number {
  const strengths: number[] = [];
  const length = (1 - 2 * CORNER_SHARE) / PIECES;
  for (let piece = 0; piece < PIECES; piece += 1) {
    const start = CORNER_SHARE + piece * length;
    strengths.push(strengthBetween(pixels, from, to, start, start + length));
  }
  if (strengths.filter((strength) => strength > 0).length < LEAST_PIECES) return 0;
  const strength = strengths.reduce((sum, one) => sum + one, 0) / PIECES;
  if (strength < LEAST_STRENGTH) return 0;
  const beyond = [
    strengthBetween(pixels, from, to, -BEYOND_SHARES[1], -BEYOND_SHARES[0]),
    strengthBetween(pixels, from, to, 1 + BEYOND_SHARES[0], 1 + BEYOND_SHARES[1]),
  ];
  const goesOn = beyond.every((one) => one > strength / 2);
  return goesOn ? strength * THROUGH_FACTOR : strength;
}

function strengthBetween(pixels: Pixels, from: Point, to: Point, start: number, end: number): number {
  const at = (share: number) => ({
    x: from.x + share * (to.x - from.x),
    y: from.y + share * (to.y - from.y),
  });
  const step = stepAlong(pixels, at(start), at(end));
  return step ? strengthOf(step) : 0;
}
