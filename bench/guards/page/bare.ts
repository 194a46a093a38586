import { at, axesOf, css, polygon, skinOf, smoothPath, type Colour } from './paths.js';
import type { Shot } from './shot.js';

/** Things on a face that cover nothing and must never be taken for a cover. */

const HAIR: readonly Colour[] = [
  { r: 34, g: 26, b: 22 },
  { r: 84, g: 56, b: 36 },
  { r: 150, g: 108, b: 66 },
  { r: 120, g: 118, b: 116 },
  { r: 150, g: 74, b: 40 },
];

const BEARD = [
  93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 401, 433, 416,
  434, 432, 422, 424, 418, 421, 200, 201, 194, 204, 202, 212, 214, 192, 213, 177,
] as const;
const MOUSTACHE = [
  57, 186, 92, 165, 167, 164, 393, 391, 322, 410, 287, 270, 269, 267, 0, 37, 39, 40,
] as const;

export function drawBeard(shot: Shot, isFull = true): void {
  const tone = HAIR[Math.floor(shot.random() * HAIR.length)] ?? { r: 34, g: 26, b: 22 };
  const areas = isFull ? [BEARD, MOUSTACHE] : [MOUSTACHE];
  for (const area of areas) drawStubble(shot, polygon(area.map((index) => at(shot, index))), tone);
}

function drawStubble(shot: Shot, area: Path2D, tone: Colour): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  context.save();
  context.clip(area);
  context.fillStyle = css(tone, 1, 0.3 + 0.5 * random());
  context.fill(area);
  context.lineWidth = Math.max(0.6, 0.35 * unit);
  for (let hair = 0; hair < 1800; hair += 1) {
    const [across, down] = [-48 + 96 * random(), 68 * random()];
    const [from, end] = [
      to(across, down),
      to(across * 1.02 + 2 * (random() - 0.5), down + 2.2 + 2 * random()),
    ];
    context.strokeStyle = css(tone, 0.6 + 0.9 * random(), 0.55);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  context.restore();
}

const LIPS = [
  61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146,
] as const;
export const INNER_LIPS = [
  78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
] as const;

export function drawLipstick(shot: Shot): void {
  const { context, random } = shot;
  const colours: readonly Colour[] = [
    { r: 170, g: 20, b: 40 },
    { r: 110, g: 20, b: 60 },
    { r: 214, g: 90, b: 110 },
  ];
  const colour = colours[Math.floor(random() * colours.length)] ?? { r: 170, g: 20, b: 40 };
  const lips = polygon(LIPS.map((index) => at(shot, index)));
  lips.addPath(polygon(INNER_LIPS.map((index) => at(shot, index))));
  context.save();
  context.globalAlpha = 0.6;
  context.fillStyle = css(colour);
  context.fill(lips, 'evenodd');
  context.restore();
}

/** Lips as pale as the skin around them. */
export function fadeLips(shot: Shot, share: number): void {
  const { context } = shot;
  const lips = polygon(LIPS.map((index) => at(shot, index)));
  lips.addPath(polygon(INNER_LIPS.map((index) => at(shot, index))));
  context.save();
  context.globalAlpha = share;
  context.fillStyle = css(skinOf(shot), 0.92);
  context.fill(lips, 'evenodd');
  context.restore();
}

export function drawFreckles(shot: Shot): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const own = skinOf(shot);
  for (let freckle = 0; freckle < 220; freckle += 1) {
    const { x, y } = to(-34 + 68 * random(), -18 + 22 * random());
    context.fillStyle = css({ r: own.r * 0.72, g: own.g * 0.56, b: own.b * 0.5 }, 1, 0.3 + 0.3 * random());
    context.beginPath();
    context.arc(x, y, (0.3 + 0.45 * random()) * unit, 0, 7);
    context.fill();
  }
}

/** Straight hair down to the eyebrows. */
export function drawFringe(shot: Shot): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const tone = HAIR[Math.floor(random() * HAIR.length)] ?? { r: 34, g: 26, b: 22 };
  context.save();
  for (let strand = 0; strand < 420; strand += 1) {
    const across = -36 + 72 * random();
    const [top, end] = [to(0.9 * across, -66 - 6 * random()), to(across, -36 - 5 * random())];
    context.strokeStyle = css(tone, 0.6 + 0.8 * random());
    context.lineWidth = 0.8 * unit;
    context.beginPath();
    context.moveTo(top.x, top.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  context.restore();
}

/** A cap whose brim ends above the eyebrows. */
export function drawCap(shot: Shot): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const cloth = { r: 30 + 120 * random(), g: 30 + 60 * random(), b: 40 + 100 * random() };
  context.save();
  context.fillStyle = css(cloth);
  context.fill(
    smoothPath([to(-46, -42), to(-48, -75), to(-25, -98), to(25, -98), to(48, -75), to(46, -42), to(0, -50)]),
  );
  context.fillStyle = css(cloth, 0.7);
  context.fill(smoothPath([to(-46, -43), to(0, -58), to(46, -43), to(30, -37), to(0, -40), to(-30, -37)]));
  context.strokeStyle = css(cloth, 1.3, 0.6);
  context.lineWidth = 0.5 * unit;
  context.stroke(smoothPath([to(-40, -46), to(0, -60), to(40, -46), to(0, -54)]));
  context.restore();
}

/** The shadow of something beside the camera, across a part of the face. */
export function drawShadow(shot: Shot): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const side = random() < 0.5 ? -1 : 1;
  context.save();
  context.filter = `blur(${(2.5 * unit).toFixed(1)}px)`;
  context.fillStyle = 'rgba(10, 10, 20, 0.38)';
  context.fill(
    polygon([
      to(side * 70, -60),
      to(side * 12, -50),
      to(side * 22, 0),
      to(side * 10, 40),
      to(side * 30, 70),
      to(side * 70, 60),
    ]),
  );
  context.restore();
}
