import type { Point } from '../../../src/types/frame.js';
import type { Random } from '../random.js';
import { axesOf, css, skinOf, smoothPath, type Colour } from './paths.js';
import type { Shot } from './shot.js';

/** Something of no particular kind before the face: any shape, colour, shading and texture. */
export function drawBlob(
  shot: Shot,
  random: Random,
  middle: Point = { x: -26 + 52 * random(), y: -34 + 62 * random() },
): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const [wide, tall] = [12 + 26 * random(), 10 + 22 * random()];
  const corners = Array.from({ length: 9 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / 9;
    const reach = 0.75 + 0.5 * random();
    return to(middle.x + wide * reach * Math.cos(angle), middle.y + tall * reach * Math.sin(angle));
  });
  const outline = smoothPath(corners);
  const own = skinOf(shot);
  const isSkin = random() < 0.3;
  const colour: Colour = isSkin
    ? {
        r: own.r * (0.75 + 0.4 * random()),
        g: own.g * (0.75 + 0.4 * random()),
        b: own.b * (0.75 + 0.4 * random()),
      }
    : { r: 255 * random(), g: 255 * random(), b: 255 * random() };
  context.save();
  context.clip(outline);
  const [from, end] = [to(middle.x - wide, middle.y - tall), to(middle.x + wide, middle.y + tall)];
  const shade = context.createLinearGradient(from.x, from.y, end.x, end.y);
  shade.addColorStop(0, css(colour, 0.6 + 0.4 * random()));
  shade.addColorStop(random(), css(colour, 1.1));
  shade.addColorStop(1, css(colour, 0.6 + 0.4 * random()));
  context.fillStyle = shade;
  context.fill(outline);
  const marks = random() < 0.6 ? Math.floor(80 * random()) : 0;
  for (let mark = 0; mark < marks; mark += 1) {
    const { x, y } = to(middle.x + wide * (2 * random() - 1), middle.y + tall * (2 * random() - 1));
    context.fillStyle = css(colour, 0.4 + 1.2 * random(), 0.8);
    context.beginPath();
    context.ellipse(x, y, (0.5 + 5 * random()) * unit, (0.4 + 1.5 * random()) * unit, 3 * random(), 0, 7);
    context.fill();
  }
  context.restore();
}
