import { pick, type Random } from '../random.js';
import { drawEyePatch, drawHairOverEye, drawSunglasses, LENSES } from './cover-eyes.js';
import { drawLock, someLock } from './cover-hair.js';
import { drawMask, drawScarf, MASKS } from './cover-mouth.js';
import { drawBlob } from './cover-random.js';
import { drawHand, drawMicrophone, drawPaper, drawPhone } from './cover-things.js';
import { at, axesOf, css, skinOf, type Colour } from './paths.js';
import type { Shot } from './shot.js';

type Paint = (shot: Shot, random: Random) => void;

/** The covers of the benchmark and others, each in more colours, sizes and places than there. */
const COVERS: readonly Paint[] = [
  (shot, random) => drawMask(shot, random() < 0.6 ? pick(MASKS, random) : anyColour(random), random() < 0.2),
  (shot, random) => drawMask(shot, random() < 0.5 ? nearSkin(shot, random) : pick(MASKS, random)),
  (shot, random) => drawMask(shot, random() < 0.5 ? pick(MASKS, random) : anyColour(random), true),
  drawSomeSunglasses,
  drawSomeSunglasses,
  drawScarf,
  (shot, random) => drawMicrophone(shot, nearMouth(random)),
  (shot, random) => drawHand(shot, nearEye(shot, random), 0.95 + 0.5 * random()),
  (shot, random) => drawHand(shot, nearEye(shot, random), 0.75 + 0.8 * random(), nearSkin(shot, random)),
  (shot, random) => drawHand(shot, nearMouth(random), 1 + 0.5 * random()),
  (shot, random) => drawHand(shot, anywhere(random), 0.9 + 0.6 * random()),
  (shot, random) => drawPhone(shot, random() < 0.5 ? nearMouth(random) : nearEye(shot, random)),
  (shot, random) => drawPhone(shot, nearEye(shot, random), anyColour(random), 0.8 + 0.4 * random()),
  (shot, random) =>
    drawPaper(shot, anywhere(random), random() < 0.3 ? nearSkin(shot, random) : anyColour(random)),
  drawSomeHair,
  drawSomeHair,
  drawSomeHair,
  (shot, random) => drawEyePatch(shot, sideOf(random)),
  (shot, random) =>
    drawEyePatch(shot, sideOf(random), css(random() < 0.5 ? nearSkin(shot, random) : anyColour(random))),
  drawBlob,
  drawBlob,
  drawBlob,
];

export function coverSomething(shot: Shot, random: Random): void {
  pick(COVERS, random)(shot, random);
}

function drawSomeSunglasses(shot: Shot, random: Random): void {
  if (random() < 0.4) return drawSunglasses(shot, pick(LENSES, random));
  const colour = { r: 130 * random(), g: 110 * random(), b: 110 * random() };
  const top = 0.72 + 0.26 * random();
  drawSunglasses(shot, pick(LENSES, random), {
    colour,
    alphas: [top, random() < 0.5 ? top : top - 0.15 * random()],
    widening: 1.25 + 0.4 * random(),
  });
}

function drawSomeHair(shot: Shot, random: Random): void {
  if (random() < 0.65) return drawLock(shot, sideOf(random), someLock(random), random);
  const light = 0.1 + 0.8 * random();
  const own = {
    r: 230 * light,
    g: 190 * light * (0.8 + 0.2 * random()),
    b: 160 * light * (0.6 + 0.4 * random()),
  };
  drawHairOverEye(shot, sideOf(random), random() < 0.5 ? own : undefined);
}

function anyColour(random: Random): Colour {
  return { r: 250 * random(), g: 250 * random(), b: 250 * random() };
}

function nearSkin(shot: Shot, random: Random): Colour {
  const own = skinOf(shot);
  const near = (value: number) => Math.min(255, value * (0.75 + 0.45 * random()));
  return { r: near(own.r), g: near(own.g), b: near(own.b) };
}

/** Somewhere between the forehead and the chin, in units of `axesOf`. */
function anywhere(random: Random): { x: number; y: number } {
  return { x: -28 + 56 * random(), y: -32 + 58 * random() };
}

function nearMouth(random: Random): { x: number; y: number } {
  return { x: -8 + 16 * random(), y: 12 + 14 * random() };
}

function nearEye(shot: Shot, random: Random): { x: number; y: number } {
  const { unit } = axesOf(shot);
  const [nose, eye] = [at(shot, 4), at(shot, sideOf(random) === 'left' ? 159 : 386)];
  return {
    x: (eye.x - nose.x) / unit - 8 + 16 * random(),
    y: (eye.y - nose.y) / unit - 8 + 16 * random(),
  };
}

function sideOf(random: Random): 'left' | 'right' {
  return random() < 0.5 ? 'left' : 'right';
}
