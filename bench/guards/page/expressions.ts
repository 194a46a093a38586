import type { Point } from '../../../src/types/frame.js';
import type { Random } from '../random.js';
import { INNER_LIPS } from './bare.js';
import { renderMoved } from './moved-mesh.js';
import { at, axesOf, css, distanceOf, polygon } from './paths.js';
import type { Shot } from './shot.js';

/**
 * The same face with the jaw dropped, the lips spread or drawn in, and the nose along with them: its tip sinks and its wings widen or
 * narrow, as the skin between it and the mouth is stretched.
 */
export function changeExpression(shot: Shot, random: Random): Shot {
  const { unit, angle, to } = axesOf(shot);
  const isOpen = random() < 0.6;
  const drop = isOpen ? 4 + 16 * random() : 1.5 * random();
  const spread = isOpen ? 0.85 + 0.25 * random() : 0.95 + 0.3 * random();
  const raise = random() < 0.5 ? 3 * random() : -2 * random();
  const wings = 0.9 + 0.3 * random();
  const sink = -0.06 * drop * random() + 2.2 * (random() - 0.35);
  const line = downOf(at(shot, 13));
  const base = downOf(at(shot, 2));
  const corner = 0.5 * (distanceOf(at(shot, 61), at(shot, 291)) / unit);

  function downOf({ x, y }: Point): number {
    const origin = to(0, 0);
    return (-(x - origin.x) * Math.sin(angle) + (y - origin.y) * Math.cos(angle)) / unit;
  }
  const move = (point: Point, isLower: boolean): Point => {
    const origin = to(0, 0);
    const [dx, dy] = [point.x - origin.x, point.y - origin.y];
    let across = (dx * Math.cos(angle) + dy * Math.sin(angle)) / unit;
    let down = (-dx * Math.sin(angle) + dy * Math.cos(angle)) / unit;
    const [fromAcross, fromDown] = [across, down];
    const bell = (middle: number, reach: number, wide: number) =>
      Math.exp(-(((fromDown - middle) / reach) ** 2) - (fromAcross / wide) ** 2);
    // The jaw: from the line of the lips on everything sinks, less towards the corners and the ears.
    if (isLower) {
      const isBelow = Math.max(0, fromDown - line);
      const inside = Math.max(0, 1 - (fromAcross / (corner + 0.9 * isBelow + 0.5)) ** 2);
      down += drop * Math.sqrt(inside);
    }
    const mouth = bell(line, 11, 26);
    across += mouth * (spread - 1) * fromAcross;
    down -= mouth * raise * (Math.abs(fromAcross) / Math.max(1, corner)) ** 2;
    down += 0.12 * drop * bell(base, 8, 14);
    across += bell(-1, 7, 16) * (wings - 1) * fromAcross;
    down += bell(-2, 8, 12) * sink;
    const moved = { x: across * unit, y: down * unit };
    return {
      x: origin.x + moved.x * Math.cos(angle) - moved.y * Math.sin(angle),
      y: origin.y + moved.x * Math.sin(angle) + moved.y * Math.cos(angle),
    };
  };
  const shape = shot.mesh.slice();
  const lower = new Set(LOWER);
  for (let index = 0; 3 * index + 2 < shape.length; index += 1) {
    const from = at(shot, index);
    const isUpper = UPPER.has(index) || downOf(from) < line;
    const { x, y } = move(from, lower.has(index) || !isUpper);
    shape.set([x, y], 3 * index);
  }
  renderMoved(shot, (place) => place, shape);
  const moved = { ...shot, mesh: shape };
  if (drop > 2.5) paintMouth(moved, random);
  return moved;
}

/** Of the upper lip, which stays although some of it lies under the line between the lips. */
const UPPER = new Set([
  ...[191, 80, 81, 82, 13, 312, 311, 310, 415, 78, 308],
  ...[61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 62, 292, 76, 306],
  ...[183, 42, 41, 38, 12, 268, 271, 272, 407, 184, 74, 73, 72, 11, 302, 303, 304, 408],
]);
/** Of the lower lip, some of which lies over it. */
const LOWER = [
  ...[95, 88, 178, 87, 14, 317, 402, 318, 324, 146, 91, 181, 84, 17, 314, 405, 321, 375],
  ...[96, 89, 179, 86, 15, 316, 403, 319, 325, 77, 90, 180, 85, 16, 315, 404, 320, 307],
];

function paintMouth(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, angle } = axesOf(shot);
  const [upper, lower, left, right] = [at(shot, 13), at(shot, 14), at(shot, 78), at(shot, 308)];
  const [wide, tall] = [distanceOf(left, right), distanceOf(upper, lower)];
  context.save();
  context.clip(polygon(INNER_LIPS.map((index) => at(shot, index))));
  context.translate(upper.x, upper.y);
  context.rotate(angle);
  context.fillStyle = css({ r: 40 + 60 * random(), g: 14 + 18 * random(), b: 16 + 18 * random() });
  context.fillRect(-wide, -tall, 2 * wide, 3 * tall);
  context.filter = `blur(${(0.4 * unit).toFixed(1)}px)`;
  context.fillStyle = css({ r: 232, g: 224, b: 210 }, 0.7 + 0.3 * random());
  const teeth = Math.min(0.55 * tall, (1 + 4 * random()) * unit);
  if (random() < 0.85) context.fillRect(-0.36 * wide, -unit, 0.72 * wide, unit + teeth);
  context.fillStyle = css({ r: 176, g: 86, b: 86 }, 0.6 + 0.5 * random());
  context.beginPath();
  context.ellipse(0, tall, 0.3 * wide, 0.35 * tall * (0.4 + random()), 0, 0, 7);
  context.fill();
  context.restore();
}
