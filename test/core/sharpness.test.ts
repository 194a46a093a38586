import { expect } from '@open-wc/testing';
import { randomOf } from '../../bench/guards/random.js';
import { patchOf } from '../../src/core/face-patch.js';
import { FACE_OVAL, LANDMARK_COUNT } from '../../src/core/landmarks.js';
import { LIMIT_SPECS } from '../../src/core/limits.js';
import { measureSharpness } from '../../src/core/sharpness.js';

const [WIDTH, HEIGHT] = [160, 200];
const SKIN_LUMA = 128;

/** Luma at a pixel. */
type Paint = (x: number, y: number) => number;

function sharpnessOf(paint: Paint, skinLuma = SKIN_LUMA): number {
  const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const value = paint(x, y);
      data.set([value, value, value, 255], 4 * (y * WIDTH + x));
    }
  }
  const points = new Float32Array(2 * LANDMARK_COUNT);
  FACE_OVAL.forEach((index, place) => {
    const turn = (2 * Math.PI * place) / FACE_OVAL.length;
    points.set([80 + 70 * Math.cos(turn), 100 + 90 * Math.sin(turn)], 2 * index);
  });
  return measureSharpness(patchOf({ data, width: WIDTH, height: HEIGHT }, points), skinLuma);
}

function noisy(paint: Paint, sigma: number): Paint {
  const random = randomOf('sharpness');
  return (x, y) => paint(x, y) + sigma * (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

const flat: Paint = () => SKIN_LUMA;
/** Discs with borders of some pixels, as wide as they are apart. */
const discs =
  (borderPx: number, contrast = 60): Paint =>
  (x, y) =>
    SKIN_LUMA +
    contrast * Math.tanh((Math.hypot((x % 40) - 20, (y % 40) - 20) - 12) / Math.max(0.01, borderPx));

describe('measureSharpness', () => {
  const { enter } = LIMIT_SPECS.minSharpness;

  it('finds nothing sharp in noise on a plain surface', () => {
    expect(sharpnessOf(flat)).to.equal(0);
    for (const sigma of [4, 8, 16]) expect(sharpnessOf(noisy(flat, sigma))).to.be.lessThan(enter / 2);
  });

  it('finds what is out of focus as blurred with noise as without', () => {
    for (const sigma of [0, 4, 8, 16])
      expect(sharpnessOf(noisy(discs(9), sigma)), `noise ${sigma}`).to.be.lessThan(enter);
  });

  it('finds what is sharp about as sharp with noise as without', () => {
    const sharp = sharpnessOf(discs(1));
    expect(sharp).to.be.greaterThan(4 * enter);
    for (const sigma of [4, 8, 16])
      expect(sharpnessOf(noisy(discs(1), sigma)) / sharp, `noise ${sigma}`).to.be.within(0.7, 1.15);
  });

  it('tells as much of a dark picture as of a bright one', () => {
    const dark = sharpnessOf((x, y) => 0.4 * discs(2)(x, y), 0.4 * SKIN_LUMA);
    expect(dark / sharpnessOf(discs(2))).to.be.within(0.9, 1.1);
  });

  it('is never under nothing', () => {
    expect(sharpnessOf((x, y) => (((x >> 1) + (y >> 1)) % 2 === 0 ? 0 : 255))).to.equal(0);
  });
});
