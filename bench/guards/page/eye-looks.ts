import type { Random } from '../random.js';
import { at, axesOf, css, distanceOf, polygon, smoothPath } from './paths.js';
import { contextOf, newCanvas } from './stage.js';
import type { Shot } from './shot.js';
import { EYE_OPENINGS } from '../../../src/core/landmarks.js';

/** What makes an uncovered eye look another way. */

/** The shade of a brim, of a lamp above or of deep orbits: dark over the eyes, ending softly on the cheeks. */
export function shadeEyes(shot: Shot, strength: number): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  context.save();
  context.filter = `blur(${(3 * unit).toFixed(1)}px)`;
  context.fillStyle = `rgba(16, 12, 12, ${strength})`;
  context.fill(
    smoothPath([to(-46, -46), to(46, -46), to(42, -14), to(22, -10), to(0, -18), to(-22, -10), to(-42, -14)]),
  );
  context.restore();
}

/** Make-up on the lids and around them. */
export function paintLids(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit } = axesOf(shot);
  const colour = { r: 20 + 110 * random(), g: 10 + 70 * random(), b: 20 + 100 * random() };
  context.save();
  context.filter = `blur(${(0.9 * unit).toFixed(1)}px)`;
  context.fillStyle = css(colour, 1, 0.25 + 0.4 * random());
  for (const lid of [
    [33, 246, 161, 160, 159, 158, 157, 173, 133, 190, 56, 28, 27, 29, 30, 247],
    [263, 466, 388, 387, 386, 385, 384, 398, 362, 414, 286, 258, 257, 259, 260, 467],
  ]) {
    context.fill(polygon(lid.map((index) => at(shot, index))));
  }
  context.restore();
}

/** Irises and whites of another brightness and hue. */
export function tintEyes(shot: Shot, random: Random): void {
  const { context } = shot;
  const shade = { r: 255 * random(), g: 255 * random(), b: 255 * random() };
  context.save();
  context.globalCompositeOperation = random() < 0.5 ? 'soft-light' : 'multiply';
  context.fillStyle = css(shade, 1, 0.5);
  for (const eye of [468, 473]) {
    const [middle, rim] = [at(shot, eye), at(shot, eye + 1)];
    context.beginPath();
    context.arc(middle.x, middle.y, distanceOf(middle, rim), 0, 7);
    context.fill();
  }
  context.restore();
}

/** Both irises moved inside their openings: a glance, as a share of the eye's width across and of its height down. */
export function glance(shot: Shot, across: number, down: number): void {
  const { context, canvas } = shot;
  const before = newCanvas(canvas);
  contextOf(before).drawImage(canvas, 0, 0);
  for (const [outline, iris, outer, inner, upper, lower] of [
    [EYE_OPENINGS.left, 468, 33, 133, 159, 145],
    [EYE_OPENINGS.right, 473, 263, 362, 386, 374],
  ] as const) {
    const middle = at(shot, iris);
    const radius = 1.15 * distanceOf(middle, at(shot, iris + 1));
    const dx = across * distanceOf(at(shot, outer), at(shot, inner));
    const dy = down * distanceOf(at(shot, upper), at(shot, lower));
    context.save();
    context.clip(polygon(outline.map((index) => at(shot, index))));
    // What was behind the iris is white: that of the corners, drawn over it before it is drawn at its new place.
    const white = at(shot, across > 0 ? (outer === 33 ? 33 : 362) : outer === 33 ? 133 : 263);
    const source = { x: middle.x + 0.72 * (white.x - middle.x), y: middle.y + 0.72 * (white.y - middle.y) };
    context.drawImage(
      before,
      source.x - 1.5,
      source.y - 1.5,
      3,
      3,
      middle.x - radius,
      middle.y - radius,
      2 * radius,
      2 * radius,
    );
    context.beginPath();
    context.arc(middle.x + dx, middle.y + dy, radius, 0, 7);
    context.clip();
    context.drawImage(before, dx, dy);
    context.restore();
  }
}
