import type { Point, Rect } from '../types/frame.js';
import type { Pixels } from './pixels.js';
import { strongestLines, type EdgeLine, type Side } from './card-lines.js';
import { sideStrength } from './card-side.js';

/** A card in a picture. */
export interface CardEdges {
  /** Left top, right top, right bottom, left bottom; pixels of the picture. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** Area in square pixels. */
  readonly area: number;
  /** The largest angle between an edge and the frame, in degrees, 0 to about 11. */
  readonly tiltDeg: number;
}

/** How far width over height may be off: a card seen under 25° is a tenth shorter. */
const ASPECT_TOLERANCE = 0.1;
/** How far opposite sides may differ in length, as a share of the longer one. */
const TAPER_TOLERANCE = 0.15;
/** How far the directions of two sides may differ from a rectangle's, as the tangent: perspective bends them by less. */
const SKEW_TOLERANCE = Math.tan((5.5 * Math.PI) / 180);
/**
 * Finds the four edges of a card near a frame: straight lines across which the colour steps the same way, that together
 * have a card's proportions. Lines of a table or of the card's print do not fit together that way.
 *
 * @param pixels A few hundred pixels wide; time grows with the size.
 * @param frame Where the card is expected, in pixels of the picture; it may be from half to the whole picture's width.
 * @returns null where there is no card, or not all of its edges are in the picture.
 */
export function findCardEdges(pixels: Pixels, frame: Rect): CardEdges | null {
  const [top, bottom, left, right] = (['top', 'bottom', 'left', 'right'] as const).map((side) =>
    strongestLines(pixels, frame, side),
  );
  let best: CardEdges | null = null;
  let bestScore = 0;
  for (const above of top ?? []) {
    for (const below of bottom ?? []) {
      for (const before of left ?? []) {
        for (const after of right ?? []) {
          const lines: Rectangle = { top: above, bottom: below, left: before, right: after };
          const edges = isSquare(lines) ? edgesOf(lines, frame) : null;
          const score = edges ? scoreOf(edges, pixels) : 0;
          if (score > bestScore) [best, bestScore] = [edges, score];
        }
      }
    }
  }
  return best;
}

type Rectangle = Readonly<Record<Side, EdgeLine>>;

/** A turned card's upright sides lean by as much as its lying ones rise, the other way. */
function isSquare({ top, bottom, left, right }: Rectangle): boolean {
  const slopes = [top.slope, bottom.slope, -left.slope, -right.slope];
  return Math.max(...slopes) - Math.min(...slopes) <= SKEW_TOLERANCE;
}

function edgesOf({ top, bottom, left, right }: Rectangle, frame: Rect): CardEdges | null {
  const corners = [
    crossing(top, left),
    crossing(top, right),
    crossing(bottom, right),
    crossing(bottom, left),
  ] as const;
  const [leftTop, rightTop, rightBottom, leftBottom] = corners;
  const widths = [length(leftTop, rightTop), length(leftBottom, rightBottom)] as const;
  const heights = [length(leftTop, leftBottom), length(rightTop, rightBottom)] as const;
  const isTapered = [widths, heights].some(
    ([one, other]) => Math.abs(one - other) > TAPER_TOLERANCE * Math.max(one, other),
  );
  const aspect = (widths[0] + widths[1]) / (heights[0] + heights[1]);
  const wrongAspect = Math.abs((aspect * frame.height) / frame.width - 1) > ASPECT_TOLERANCE;
  if (isTapered || wrongAspect) return null;
  const slope = Math.max(...[top, bottom, left, right].map((line) => Math.abs(line.slope)));
  const diagonals = cross(minus(rightBottom, leftTop), minus(leftBottom, rightTop));
  return { corners, area: Math.abs(diagonals) / 2, tiltDeg: (Math.atan(slope) * 180) / Math.PI };
}

/** Times the size, so that a border printed on the card loses against the card's own. */
function scoreOf({ corners, area }: CardEdges, pixels: Pixels): number {
  let strength = 0;
  for (const [index, from] of corners.entries()) {
    const side = sideStrength(pixels, from, corners[(index + 1) % 4] ?? from);
    if (side === 0) return 0;
    strength += side;
  }
  return strength * Math.sqrt(area);
}

/** Where a line y = at + slope · (x − about) meets a line x = at + slope · (y − about). */
function crossing(horizontal: EdgeLine, vertical: EdgeLine): Point {
  const { at: y0, slope: m, about: xMiddle } = horizontal;
  const { at: x0, slope: k, about: yMiddle } = vertical;
  const x = (x0 + k * (y0 - m * xMiddle - yMiddle)) / (1 - k * m);
  return { x, y: y0 + m * (x - xMiddle) };
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
const length = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
