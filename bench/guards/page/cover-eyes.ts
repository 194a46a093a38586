import type { Point } from '../../../src/types/frame.js';
import { at, axesOf, between, css, distanceOf, type Colour } from './paths.js';
import type { Shot } from './shot.js';

export const LENSES = ['dark', 'tinted', 'mirrored', 'thin-framed'] as const;
export type LensKind = (typeof LENSES)[number];

interface Lens {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
}

/** Tinted lenses of one's own. */
export interface Tint {
  readonly colour: Colour;
  /** How much they hide at the top and at the bottom, 0 to 1. */
  readonly alphas: readonly [top: number, bottom: number];
  /** Width over the eye's. */
  readonly widening: number;
}

/** @param tint drawn at random where it is not given */
export function drawSunglasses(shot: Shot, kind: LensKind, tint?: Tint): void {
  const { context } = shot;
  const { unit, angle } = axesOf(shot);
  const lenses = lensesOf(shot, tint?.widening ?? (kind === 'thin-framed' ? 1.35 : 1.55));
  const thickness = kind === 'thin-framed' ? 0.7 : 2;
  for (const { centre, width, height } of lenses) {
    context.save();
    context.translate(centre.x, centre.y + 0.12 * height);
    context.rotate(angle);
    context.beginPath();
    context.roundRect(-width / 2, -height / 2, width, height, 0.42 * height);
    context.fillStyle = lensFill(shot, kind, width, height, tint);
    context.fill();
    context.strokeStyle = kind === 'thin-framed' ? '#b79b5b' : '#17171a';
    context.lineWidth = thickness * unit;
    context.stroke();
    context.clip();
    if (kind === 'mirrored' || kind === 'dark')
      drawReflection(shot, width, height, kind === 'mirrored' ? 0.5 : 0.16);
    context.restore();
  }
  drawBridge(shot, lenses, kind === 'thin-framed' ? '#b79b5b' : '#17171a', thickness);
}

/** Spectacles whose lenses hide nothing; frames from thin metal to thick plastic. */
export function drawSpectacles(
  shot: Shot,
  frame: 'thin' | 'thick' | 'round',
  glare = false,
  own: { readonly frame?: string; readonly glass?: string } = {},
): void {
  const { context } = shot;
  const { unit, angle } = axesOf(shot);
  const thickness = { thin: 0.6, thick: 2.2, round: 1.1 }[frame];
  const colour = own.frame ?? { thin: '#8d8f93', thick: '#1c1a1b', round: '#5a3a22' }[frame];
  const lenses = lensesOf(shot, frame === 'round' ? 1.35 : 1.5);
  for (const { centre, width, height } of lenses) {
    context.save();
    context.translate(centre.x, centre.y + 0.1 * height);
    context.rotate(angle);
    context.beginPath();
    const tall = frame === 'round' ? 0.92 * width : height;
    context.roundRect(-width / 2, -tall / 2, width, tall, frame === 'round' ? tall / 2 : 0.35 * tall);
    context.fillStyle = own.glass ?? 'rgba(225, 235, 245, 0.06)';
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = thickness * unit;
    context.stroke();
    context.clip();
    if (glare) drawReflection(shot, width, height, 0.28);
    context.restore();
  }
  drawBridge(shot, lenses, colour, thickness);
}

function lensesOf(shot: Shot, widening: number): [Lens, Lens] {
  const lens = (outer: number, inner: number): Lens => {
    const [a, b] = [at(shot, outer), at(shot, inner)];
    const width = widening * Math.max(distanceOf(a, b), 16 * axesOf(shot).unit);
    return { centre: between(a, b, 0.5), width, height: 0.72 * width };
  };
  return [lens(33, 133), lens(263, 362)];
}

function drawBridge(
  shot: Shot,
  [left, right]: readonly [Lens, Lens],
  colour: string,
  thickness: number,
): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const across = Math.atan2(right.centre.y - left.centre.y, right.centre.x - left.centre.x);
  const end = ({ centre, width }: Lens, side: 1 | -1) => ({
    x: centre.x + (side * width * Math.cos(across)) / 2,
    y: centre.y + (side * width * Math.sin(across)) / 2,
  });
  const [a, b, top] = [end(left, 1), end(right, -1), to(0, -24)];
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = Math.max(thickness, 0.8) * unit;
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.quadraticCurveTo(top.x, top.y, b.x, b.y);
  for (const [lens, side, ear] of [
    [left, -1, 127],
    [right, 1, 356],
  ] as const) {
    const [from, to] = [end(lens, side), at(shot, ear)];
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.restore();
}

function lensFill(shot: Shot, kind: LensKind, width: number, height: number, tint?: Tint): CanvasGradient {
  const { context, random } = shot;
  const gradient = context.createLinearGradient(0, -height / 2, 0.2 * width, height / 2);
  const stops: Record<LensKind, readonly [string, string]> = {
    dark: ['rgba(12, 12, 14, 0.98)', 'rgba(28, 27, 30, 0.96)'],
    'thin-framed': ['rgba(20, 22, 26, 0.96)', 'rgba(40, 38, 36, 0.9)'],
    tinted: tinted(random() < 0.5 ? { r: 70, g: 40, b: 18 } : { r: 28, g: 38, b: 62 }),
    mirrored: ['rgba(96, 128, 168, 0.98)', 'rgba(190, 176, 150, 0.97)'],
  };
  const [top, bottom] = tint ? tint.alphas.map((alpha) => css(tint.colour, 1, alpha)) : stops[kind];
  gradient.addColorStop(0, top ?? stops[kind][0]);
  gradient.addColorStop(1, bottom ?? stops[kind][1]);
  return gradient;
}

function tinted(colour: Colour): readonly [string, string] {
  return [css(colour, 1, 0.9), css(colour, 1.2, 0.76)];
}

/** What a lens mirrors: a window and a horizon. */
function drawReflection({ context, random }: Shot, width: number, height: number, strength: number): void {
  const x = (-0.35 + 0.3 * random()) * width;
  context.fillStyle = `rgba(255, 255, 255, ${strength})`;
  context.beginPath();
  context.moveTo(x, -height);
  context.lineTo(x + 0.22 * width, -height);
  context.lineTo(x + 0.02 * width, height);
  context.lineTo(x - 0.2 * width, height);
  context.fill();
  context.fillStyle = `rgba(30, 45, 30, ${0.7 * strength})`;
  context.fillRect(-width / 2, 0.2 * height, width, 0.3 * height);
}

/** A lock of hair across one eye, from the parting down to the cheek. */
export function drawHairOverEye(shot: Shot, side: 'left' | 'right', own?: Colour): void {
  const { context, random } = shot;
  const { unit, to } = axesOf(shot);
  const sign = side === 'left' ? -1 : 1;
  const tones: readonly Colour[] = [
    { r: 38, g: 28, b: 24 },
    { r: 92, g: 62, b: 40 },
    { r: 176, g: 134, b: 84 },
    { r: 20, g: 20, b: 24 },
  ];
  const tone = own ?? tones[Math.floor(random() * tones.length)] ?? { r: 38, g: 28, b: 24 };
  context.save();
  context.lineCap = 'round';
  for (let strand = 0; strand < 260; strand += 1) {
    const across = 6 + 27 * random();
    const top = to(sign * (2 + 0.5 * across), -62 - 10 * random());
    const middle = to(sign * (across - 4 + 4 * random()), -34);
    const end = to(sign * (across + 3 * random()), 8 + 14 * random());
    context.strokeStyle = css(tone, 0.6 + 0.8 * random(), 0.9);
    context.lineWidth = (0.5 + 0.7 * random()) * unit;
    context.beginPath();
    context.moveTo(top.x, top.y);
    context.quadraticCurveTo(middle.x, middle.y, end.x, end.y);
    context.stroke();
  }
  context.restore();
}

/** An eye patch on a cord. */
export function drawEyePatch(shot: Shot, side: 'left' | 'right', colour = '#1d1b1c'): void {
  const { context } = shot;
  const { unit, angle } = axesOf(shot);
  const [left, right] = lensesOf(shot, 1.45);
  const { centre, width } = side === 'left' ? left : right;
  context.save();
  context.translate(centre.x, centre.y);
  context.rotate(angle);
  context.fillStyle = colour;
  context.beginPath();
  context.ellipse(0, 0, width / 2, 0.42 * width, 0, 0, 7);
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = unit;
  context.beginPath();
  context.moveTo(-70 * unit, side === 'left' ? 0 : -30 * unit);
  context.lineTo(70 * unit, side === 'left' ? -30 * unit : 0);
  context.stroke();
  context.restore();
}
