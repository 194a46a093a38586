import { at, axesOf, colourAt, css, skinOf, smoothPath, type Colour } from './paths.js';
import type { Shot } from './shot.js';

export const MASKS = ['blue', 'white', 'black', 'patterned', 'skin'] as const;
export type MaskKind = (typeof MASKS)[number];

const LEFT_JAW = [227, 137, 177, 215, 138, 135, 169, 170, 140, 171, 175] as const;
const RIGHT_JAW = [396, 369, 395, 394, 364, 367, 435, 401, 366, 447] as const;
const OVER_NOSE = [346, 280, 420, 197, 198, 50, 117] as const;
const UNDER_NOSE = [425, 391, 164, 165, 205] as const;

/** A surgical mask from ear to ear; the nose is left free where it is worn wrongly. */
export function drawMask(shot: Shot, kind: MaskKind | Colour, isUnderNose = false): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const upper = isUnderNose ? UNDER_NOSE : OVER_NOSE;
  const chin = at(shot, 152);
  const outline = smoothPath([
    ...LEFT_JAW.map((index) => at(shot, index)),
    { x: chin.x, y: chin.y + 2 * unit },
    ...RIGHT_JAW.map((index) => at(shot, index)),
    ...upper.map((index) => at(shot, index)),
  ]);
  const fills: Record<MaskKind, Colour> = {
    blue: { r: 128, g: 178, b: 205 },
    white: { r: 232, g: 234, b: 236 },
    black: { r: 34, g: 34, b: 38 },
    patterned: { r: 176, g: 60, b: 70 },
    skin: skinOf(shot),
  };
  const light = brightnessOf(shot);
  const colour = typeof kind === 'string' ? fills[kind] : kind;
  context.save();
  context.lineWidth = 1.2 * unit;
  context.strokeStyle = 'rgba(240, 240, 240, 0.9)';
  for (const [from, ear] of [
    [137, 127],
    [177, 93],
    [366, 356],
    [401, 323],
  ] as const) {
    const [a, b] = [at(shot, from), at(shot, ear)];
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.clip(outline);
  const [left, right] = [to(-38, 0), to(38, 0)];
  const shade = context.createLinearGradient(left.x, left.y, right.x, right.y);
  const gain = kind === 'skin' ? 1 : light;
  shade.addColorStop(0, css(colour, 0.72 * gain));
  shade.addColorStop(0.45, css(colour, gain));
  shade.addColorStop(1, css(colour, 0.68 * gain));
  context.fillStyle = shade;
  context.fill(outline);
  if (kind === 'patterned') drawPattern(shot);
  context.lineWidth = 0.5 * unit;
  for (const y of [6, 13, 20, 27, 34]) {
    if (isUnderNose && y < 13) continue;
    const [a, middle, b] = [to(-36, y - 4), to(0, y + 2), to(36, y - 4)];
    context.strokeStyle = css(colour, 0.6 * gain, 0.7);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo(middle.x, middle.y, b.x, b.y);
    context.stroke();
  }
  context.restore();
}

function drawPattern(shot: Shot): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const colours = ['#f3e9d2', '#23395b', '#e8b04a', '#5b8c5a'];
  for (let flower = 0; flower < 90; flower += 1) {
    const { x, y } = to(-45 + 90 * random(), -15 + 65 * random());
    context.fillStyle = colours[Math.floor(random() * colours.length)] ?? '#fff';
    context.beginPath();
    context.ellipse(x, y, (1 + 2 * random()) * unit, (1 + 2 * random()) * unit, random() * 3, 0, 7);
    context.fill();
  }
}

/** A knitted scarf up to the nose. */
export function drawScarf(shot: Shot): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const colour = { r: 60 + 150 * random(), g: 40 + 110 * random(), b: 50 + 120 * random() };
  const outline = smoothPath([
    to(-55, 2),
    to(-30, 5),
    to(0, 8),
    to(30, 5),
    to(55, 2),
    to(60, 30),
    to(62, 75),
    to(0, 85),
    to(-62, 75),
    to(-60, 30),
  ]);
  context.save();
  context.clip(outline);
  context.fillStyle = css(colour, brightnessOf(shot));
  context.fill(outline);
  context.lineWidth = unit;
  for (let line = 0; line < 26; line += 1) {
    const [a, middle, b] = [to(-60, 3 * line), to(0, 6 + 3 * line), to(60, 3 * line)];
    context.strokeStyle = css(colour, line % 2 ? 0.75 : 1.15, 0.8);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo(middle.x, middle.y, b.x, b.y);
    context.stroke();
  }
  context.restore();
}

/** How brightly the face is lit, so that things drawn into the scene are lit alike. */
export function brightnessOf(shot: Shot): number {
  const { r, g, b } = colourAt(shot, 9, 4);
  return Math.min(1.05, Math.max(0.55, (0.2126 * r + 0.7152 * g + 0.0722 * b) / 170));
}
