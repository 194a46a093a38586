import { pick, type Random } from '../random.js';
import { drawFinger } from './cover-fingers.js';
import { MASKS, type MaskKind } from './cover-mouth.js';
import { nearSkin, onNose, someColour } from './near-nose.js';
import { at, axesOf, css, smoothPath, type Colour } from './paths.js';
import type { Shot } from './shot.js';

/** A strip across the ridge, with its pad, or a bandage of several. */
export function drawPlaster(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to, angle } = axesOf(shot);
  const plasters: readonly Colour[] = [
    { r: 222, g: 184, b: 150 },
    { r: 236, g: 232, b: 226 },
    nearSkin(shot, random),
    someColour(shot, random),
  ];
  const colour = pick(plasters, random);
  const strips = random() < 0.6 ? 1 : 2;
  for (let strip = 0; strip < strips; strip += 1) {
    const { x, y } = to(-2 + 4 * random(), -10 + 11 * random());
    const [width, height] = [(26 + 22 * random()) * unit, (12 + 12 * random()) * unit];
    context.save();
    context.translate(x, y);
    context.rotate(angle + 0.7 * (random() - 0.5));
    const shade = context.createLinearGradient(-width / 2, 0, width / 2, 0);
    shade.addColorStop(0, css(colour, 0.7 + 0.2 * random()));
    shade.addColorStop(0.3 + 0.4 * random(), css(colour, 1.05));
    shade.addColorStop(1, css(colour, 0.7 + 0.2 * random()));
    context.fillStyle = shade;
    context.beginPath();
    context.roundRect(-width / 2, -height / 2, width, height, (1 + 6 * random()) * unit);
    context.fill();
    if (random() < 0.5) {
      context.fillStyle = css(colour, 0.93 + 0.14 * random());
      context.fillRect(-width / 5, -0.42 * height, 0.4 * width, 0.84 * height);
    }
    if (random() < 0.4) {
      context.fillStyle = css(colour, 0.7, 0.8);
      for (let hole = 0; hole < 30; hole += 1) {
        const [across, down] = [
          ((hole % 10) / 10 - 0.45) * width,
          (Math.floor(hole / 10) / 3 - 0.33) * height,
        ];
        context.fillRect(across, down, 0.7 * unit, 0.7 * unit);
      }
    }
    context.restore();
  }
}

const NOSE_CUP = [117, 50, 205, 203, 97, 2, 326, 423, 425, 280, 346, 351, 6, 122];

/** A mask that was pulled up from the mouth, or a guard: over the nose and the cheeks beside it. */
export function drawNoseMask(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const fills: Readonly<Record<MaskKind, Colour>> = {
    blue: { r: 128, g: 178, b: 205 },
    white: { r: 232, g: 234, b: 236 },
    black: { r: 34, g: 34, b: 38 },
    patterned: { r: 176, g: 60, b: 70 },
    skin: nearSkin(shot, random),
  };
  const colour = random() < 0.6 ? fills[pick(MASKS, random)] : someColour(shot, random);
  const narrow = 0.45 * random();
  const middle = at(shot, 5);
  const outline = smoothPath(
    NOSE_CUP.map((index) => {
      const { x, y } = at(shot, index);
      return { x: x + narrow * (middle.x - x), y: y + 0.4 * narrow * (middle.y - y) };
    }),
  );
  context.save();
  context.clip(outline);
  const [left, right] = [to(-28, 0), to(28, 0)];
  const shade = context.createLinearGradient(left.x, left.y, right.x, right.y);
  shade.addColorStop(0, css(colour, 0.65 + 0.2 * random()));
  shade.addColorStop(0.3 + 0.4 * random(), css(colour, 0.95 + 0.1 * random()));
  shade.addColorStop(1, css(colour, 0.65 + 0.2 * random()));
  context.fillStyle = shade;
  context.fill(outline);
  context.lineWidth = 0.5 * unit;
  const folds = Math.floor(5 * random());
  for (let fold = 0; fold < folds; fold += 1) {
    const height = -18 + 26 * random();
    const [a, bend, b] = [to(-30, height - 3), to(0, height + 3), to(30, height - 3)];
    context.strokeStyle = css(colour, 0.6 + 0.2 * random(), 0.7);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo(bend.x, bend.y, b.x, b.y);
    context.stroke();
  }
  context.restore();
}

/** A crumpled handkerchief, with a finger that holds it or without. */
export function drawTissue(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const middle = onNose(random);
  const size = 11 + 9 * random();
  const corners = Array.from({ length: 11 }, (_, corner) => {
    const reach = size * (0.8 + 0.5 * random());
    const angle = (2 * Math.PI * corner) / 11;
    return to(middle.x + reach * Math.cos(angle), middle.y + reach * Math.sin(angle));
  });
  const colour: Colour = random() < 0.7 ? { r: 236, g: 236, b: 238 } : someColour(shot, random);
  const light = 0.6 + 0.4 * random();
  context.save();
  context.clip(smoothPath(corners));
  context.fillStyle = css(colour, light);
  context.fill(smoothPath(corners));
  context.filter = `blur(${(0.5 * unit).toFixed(1)}px)`;
  for (let fold = 0; fold < 14; fold += 1) {
    const place = () => to(middle.x + size * (2 * random() - 1), middle.y + size * (2 * random() - 1));
    context.fillStyle = css(colour, light * (0.75 + 0.35 * random()), 0.6);
    context.fill(smoothPath([place(), place(), place()]));
  }
  context.restore();
  if (random() < 0.4) drawFinger(shot, { x: middle.x, y: middle.y + 4 }, random);
}
