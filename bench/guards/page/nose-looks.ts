import { pick, type Random } from '../random.js';
import { lightFromTo } from './light.js';
import { at, axesOf, css, skinOf, smoothPath } from './paths.js';
import type { Shot } from './shot.js';
import { contextOf, newCanvas } from './stage.js';

/** What makes a bare nose look another way. */

type Paint = (shot: Shot, random: Random) => void;

const LOOKS: readonly Paint[] = [
  shine,
  shine,
  flush,
  castShadow,
  castShadow,
  shadeFromBrim,
  contour,
  paleNostrils,
  regrade,
  soften,
  soften,
  overexpose,
  lightFromAbove,
];

/** Up to two of them, one over the other. */
export function changeNose(shot: Shot, random: Random): void {
  const count = Math.floor(3 * random());
  for (let look = 0; look < count; look += 1) pick(LOOKS, random)(shot, random);
}

/** Light on the ridge, the tip and a wing, as on damp skin. */
function shine(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  context.save();
  context.globalCompositeOperation = 'screen';
  context.filter = `blur(${((0.5 + 0.8 * random()) * unit).toFixed(1)}px)`;
  context.fillStyle = `rgba(255, 246, 236, ${(0.2 + 0.5 * random()).toFixed(2)})`;
  const across = -2 + 4 * random();
  const spots = [
    { x: across, y: -1 - 3 * random(), wide: 1 + 2.5 * random(), tall: 1 + 2 * random() },
    { x: 0.6 * across, y: -14, wide: 0.8 + 1.2 * random(), tall: 5 + 6 * random() },
    { x: across < 0 ? -8 : 8, y: 0, wide: 1 + random(), tall: 1 + random() },
  ];
  for (const { x, y, wide, tall } of spots) {
    const middle = to(x, y);
    context.beginPath();
    context.ellipse(middle.x, middle.y, wide * unit, tall * unit, 0, 0, 7);
    context.fill();
  }
  context.restore();
}

/** A nose that is red from cold, sun or wine. */
function flush(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const middle = to(0, -1 - 3 * random());
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.filter = `blur(${(2.5 * unit).toFixed(1)}px)`;
  const left = 1 - 0.35 * random();
  context.fillStyle = css({ r: 255, g: 255 * left, b: 255 * (left + 0.05) });
  context.beginPath();
  context.ellipse(middle.x, middle.y, (9 + 6 * random()) * unit, (7 + 7 * random()) * unit, 0, 0, 7);
  context.fill();
  context.restore();
}

/** The nose's own shadow on the cheek or the lip, away from a lamp. */
function castShadow(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const side = random() < 0.5 ? -1 : 1;
  const [out, low] = [side * (9 + 12 * random()), 2 + 9 * random()];
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.filter = `blur(${((0.6 + 2 * random()) * unit).toFixed(1)}px)`;
  context.fillStyle = css({ r: 40, g: 26, b: 24 }, 1, 0.25 + 0.45 * random());
  context.fill(
    smoothPath([
      to(side, -24),
      to(out, -2),
      to(0.8 * out, low),
      to(-0.1 * out, low),
      to(side * 2, 1),
      to(side * 2.5, -10),
    ]),
  );
  context.restore();
}

/** A brim's edge of shade that ends somewhere on the nose. */
function shadeFromBrim(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const [left, right] = [-20 + 24 * random(), -20 + 24 * random()];
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.filter = `blur(${((0.6 + 2.5 * random()) * unit).toFixed(1)}px)`;
  context.fillStyle = css({ r: 40, g: 32, b: 36 }, 1, 0.25 + 0.45 * random());
  context.fill(
    smoothPath([to(-60, -100), to(60, -100), to(62, right), to(0, (left + right) / 2 + 4), to(-62, left)]),
  );
  context.restore();
}

/** Powder or shade along both sides of the ridge. */
function contour(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const tone = skinOf(shot);
  context.save();
  context.filter = `blur(${((0.6 + random()) * unit).toFixed(1)}px)`;
  context.fillStyle = css(tone, 0.45 + 0.3 * random(), 0.25 + 0.35 * random());
  const inner = 2 + 2.5 * random();
  for (const side of [-1, 1]) {
    context.fill(
      smoothPath([
        to(side * inner, -24),
        to(side * (inner + 3), -22),
        to(side * (inner + 5), -4),
        to(side * inner, -3),
      ]),
    );
  }
  context.restore();
}

/** Nostrils that hardly show, as of a lowered head or in the light of a table. */
function paleNostrils(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit } = axesOf(shot);
  const tone = skinOf(shot);
  context.save();
  context.filter = `blur(${(0.8 * unit).toFixed(1)}px)`;
  context.fillStyle = css(tone, 0.8 + 0.15 * random(), 0.3 + 0.35 * random());
  for (const index of [79, 309, 20, 250]) {
    const { x, y } = at(shot, index);
    context.beginPath();
    context.ellipse(x, y, 2.6 * unit, 1.8 * unit, 0, 0, 7);
    context.fill();
  }
  context.restore();
}

/** Bones and skin that take light more or less: the nose alone with other contrast and lightness. */
function regrade(shot: Shot, random: Random): void {
  const [contrast, light] = [0.65 + 0.8 * random(), 0.85 + 0.3 * random()];
  redrawNose(shot, `contrast(${contrast.toFixed(2)}) brightness(${light.toFixed(2)})`);
}

/** Smooth skin, or what powder and a camera make of it: little is left of wings and ridge. */
function soften(shot: Shot, random: Random): void {
  const { unit } = axesOf(shot);
  const [blur, contrast] = [(0.6 + 1.4 * random()) * unit, 0.65 + 0.35 * random()];
  redrawNose(shot, `blur(${blur.toFixed(1)}px) contrast(${contrast.toFixed(2)})`, 0.4 + 0.5 * random());
}

/** Light from the front that leaves few shades in the middle of a face. */
function overexpose(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const middle = to(0, -4);
  const reach = (18 + 22 * random()) * unit;
  const glow = context.createRadialGradient(middle.x, middle.y, 0.3 * reach, middle.x, middle.y, reach);
  const tone = skinOf(shot);
  glow.addColorStop(0, css(tone, 1.1 + 0.15 * random(), 0.25 + 0.35 * random()));
  glow.addColorStop(1, css(tone, 1.15, 0));
  context.save();
  context.fillStyle = glow;
  context.beginPath();
  context.arc(middle.x, middle.y, reach, 0, 7);
  context.fill();
  context.restore();
}

function redrawNose(shot: Shot, filter: string, share = 1): void {
  const { context, canvas } = shot;
  const { unit, to } = axesOf(shot);
  const layer = newCanvas(canvas);
  const paint = contextOf(layer);
  paint.filter = `blur(${(2 * unit).toFixed(1)}px)`;
  paint.fill(smoothPath([to(-5, -28), to(5, -28), to(15, 0), to(10, 9), to(-10, 9), to(-15, 0)]));
  paint.globalCompositeOperation = 'source-in';
  paint.filter = filter;
  paint.drawImage(canvas, 0, 0);
  context.save();
  context.globalAlpha = share;
  context.drawImage(layer, 0, 0);
  context.restore();
}

/** A lamp above, or a table's light from below. */
function lightFromAbove(shot: Shot, random: Random): void {
  const { to } = axesOf(shot);
  const [bright, dark] = random() < 0.6 ? [to(0, -40), to(0, 30)] : [to(0, 40), to(0, -40)];
  lightFromTo(shot, bright, dark, 0.35 + 0.45 * random(), 0.2);
}
