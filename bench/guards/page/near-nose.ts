import type { Point } from '../../../src/types/frame.js';
import type { Random } from '../random.js';
import { skinOf, type Colour } from './paths.js';
import type { Shot } from './shot.js';

/** Where what hides a nose is, and its colour. */

/** In units of `axesOf`, from the tip of the nose. */
export function onNose(random: Random): Point {
  return { x: -4 + 8 * random(), y: -11 + 13 * random() };
}

export function nearSkin(shot: Shot, random: Random): Colour {
  const own = skinOf(shot);
  const light = 0.75 + 0.4 * random();
  const near = (value: number) => Math.min(255, value * light * (0.92 + 0.16 * random()));
  return { r: near(own.r), g: near(own.g), b: near(own.b) };
}

export function someColour(shot: Shot, random: Random): Colour {
  if (random() < 0.35) return nearSkin(shot, random);
  return { r: 250 * random(), g: 250 * random(), b: 250 * random() };
}
