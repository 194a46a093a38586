import type { Point } from '../../../src/types/frame.js';
import type { Random } from '../random.js';
import { nearSkin, onNose } from './near-nose.js';
import { axesOf, css } from './paths.js';
import type { Shot } from './shot.js';

/** A finger laid across, from the side from which it comes to its nail. */
export function drawFinger(
  shot: Shot,
  tip: Point,
  random: Random,
  own = nearSkin(shot, random),
  slope = 1.5 * (random() - 0.5),
): void {
  const { context } = shot;
  const { unit, to, angle } = axesOf(shot);
  const side = random() < 0.5 ? -1 : 1;
  const [width, past] = [(9 + 5 * random()) * unit, (3 + 14 * random()) * unit];
  const { x, y } = to(tip.x, tip.y);
  context.save();
  context.translate(x, y);
  context.rotate(angle + slope + (side < 0 ? Math.PI : 0));
  const shade = context.createLinearGradient(0, -width / 2, 0, width / 2);
  const [top, bottom] = [0.65 + 0.3 * random(), 0.55 + 0.3 * random()];
  shade.addColorStop(0, css(own, top));
  shade.addColorStop(0.25 + 0.4 * random(), css(own, 1 + 0.1 * random()));
  shade.addColorStop(1, css(own, bottom));
  context.fillStyle = shade;
  context.beginPath();
  context.roundRect(-past, -width / 2, past + 90 * unit, width, width / 2);
  context.fill();
  context.strokeStyle = css(own, 0.55, 0.6);
  context.lineWidth = 0.45 * unit;
  for (const knuckle of [10, 13, 30, 33]) {
    context.beginPath();
    context.moveTo(knuckle * unit - past, -0.35 * width);
    context.quadraticCurveTo((knuckle + 1.5) * unit - past, 0, knuckle * unit - past, 0.35 * width);
    context.stroke();
  }
  if (random() < 0.6) {
    context.fillStyle = random() < 0.3 ? css({ r: 190 * random(), g: 40, b: 70 }) : css(own, 1.18, 0.75);
    context.beginPath();
    context.ellipse(0.35 * width - past, 0, 0.33 * width, 0.28 * width, 0, 0, 7);
    context.fill();
  }
  context.restore();
}

/** Two or three beside each other, as of a hand that hides or pinches a nose. */
export function drawFingers(shot: Shot, random: Random): void {
  const own = nearSkin(shot, random);
  const [middle, slope] = [onNose(random), 2 * (random() - 0.5)];
  const count = random() < 0.6 ? 2 : 3;
  for (let finger = 0; finger < count; finger += 1) {
    const apart = (finger - (count - 1) / 2) * (9 + 2 * random());
    drawFinger(
      shot,
      { x: middle.x - apart * Math.sin(slope), y: middle.y + apart * Math.cos(slope) },
      random,
      own,
      slope + 0.3 * (random() - 0.5),
    );
  }
}
