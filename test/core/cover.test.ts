import { expect } from '@open-wc/testing';
import { coverInputs } from '../../src/core/cover-features.js';
import { answerOf, type CoverNet } from '../../src/core/cover-net.js';
import { AROUND_EYE_POINTS, EYE_POINTS, MOUTH_POINTS, NOSE_POINTS } from '../../src/core/cover-points.js';
import { COVER_NETS } from '../../src/core/cover-weights.js';
import { patchOf } from '../../src/core/face-patch.js';
import { LANDMARK_COUNT } from '../../src/core/landmarks.js';

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** Two inputs, two units: one answers to the sum of the inputs over 1, the other to the first one falling under -1. */
const NET: CoverNet = {
  weights: 'jjdh',
  steps: [0.5, 0.25],
  biases: [-1, -1],
  answer: { weights: [2, 3], bias: -1 },
};

describe('answerOf', () => {
  for (const [what, inputs, height] of [
    ['inputs that move no unit', [0, 0], -1],
    ['inputs at the edge of a unit', [0.5, 0.5], -1],
    ['inputs beyond it', [2, 1], 3],
    ['inputs that move the other unit', [-3, 0], 5],
  ] as const) {
    it(`answers ${what}`, () => {
      expect(answerOf(NET, Float32Array.from(inputs))).to.be.closeTo(logistic(height), 1e-9);
    });
  }

  it('refuses inputs that it was not made for', () => {
    expect(() => answerOf(NET, new Float32Array(3))).to.throw(RangeError, '4 weights');
  });
});

describe('points of the parts', () => {
  for (const [part, { left, right, middle }] of Object.entries({
    MOUTH_POINTS,
    NOSE_POINTS,
    EYE_POINTS,
    AROUND_EYE_POINTS,
  })) {
    it(`${part} are landmarks, each once, as many on one half as on the other`, () => {
      const all = [...left, ...right, ...middle];
      expect(right.length).to.equal(left.length);
      expect(all.every((index) => Number.isInteger(index) && index >= 0 && index < LANDMARK_COUNT)).to.equal(
        true,
      );
      // Some eyelids' points stand in two outlines.
      expect(new Set(all).size).to.be.at.least(0.95 * all.length);
    });
  }
});

const WIDTH = 200;
const SKIN = { colour: { red: 180, green: 130, blue: 110 }, areas: [] };
const CONTEXT = { presenceLogit: 22, eyeAspect: { left: 0.3, right: 0.3 } };
type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number];

/** A face whose points of one half mirror those of the other at the middle of the picture. */
function inputsOf(paint: Paint, skin = SKIN) {
  const data = new Uint8ClampedArray(4 * WIDTH * WIDTH);
  for (let pixel = 0; pixel < WIDTH * WIDTH; pixel += 1) {
    data.set([...paint(pixel % WIDTH, Math.floor(pixel / WIDTH)), 255], 4 * pixel);
  }
  const points = new Float32Array(2 * LANDMARK_COUNT).fill(WIDTH / 2);
  for (const { left, right } of [MOUTH_POINTS, NOSE_POINTS, EYE_POINTS, AROUND_EYE_POINTS]) {
    left.forEach((index, place) => {
      const [x, y] = [15.5 + ((7 * place) % 70), 20.5 + ((13 * place) % 160)];
      points.set([x, y], 2 * index);
      points.set([WIDTH - x, y], 2 * (right[place] ?? 0));
    });
  }
  return coverInputs(patchOf({ data, width: WIDTH, height: WIDTH }, points), skin, CONTEXT);
}

const symmetric: Paint = (x, y) => {
  const light = 1 + 0.3 * Math.sin(Math.abs(x - WIDTH / 2 + 0.5) / 9) * Math.cos(y / 7);
  return [130 * light, 95 * light, 80 * light];
};
const distanceOf = (one: Float32Array | undefined, other: Float32Array | undefined) =>
  one && other ? Math.max(...one.map((value, place) => Math.abs(value - (other[place] ?? 0)))) : NaN;

describe('coverInputs', () => {
  it('are numbers of about the size of 1, as many as the networks were made for', () => {
    const inputs = inputsOf(symmetric);
    for (const part of ['mouth', 'nose', 'eyes', 'lids'] as const) {
      for (const input of inputs[part]) {
        expect(input.every((value) => Math.abs(value) <= 3)).to.equal(true);
        expect(answerOf(COVER_NETS[part], input)).to.be.within(0, 1);
      }
    }
  });

  it('hardly change with the exposure', () => {
    const [bright, dim] = [1, 0.6].map((gain) =>
      inputsOf((x, y) => symmetric(x, y).map((value) => gain * value) as [number, number, number], {
        ...SKIN,
        colour: { red: 180 * gain, green: 130 * gain, blue: 110 * gain },
      }),
    );
    if (!bright || !dim) throw new Error('Two exposures were asked for.');
    expect(distanceOf(bright.eyes[0], dim.eyes[0])).to.be.lessThan(0.3);
    expect(distanceOf(bright.mouth[0], dim.mouth[0])).to.be.lessThan(0.3);
  });

  it('hardly change at the nose with the grain of the whole face, as they do at the mouth', () => {
    const grained = (levels: number): Paint =>
      function grain(x, y) {
        const up = (x + y) % 2 === 0 ? levels : -levels;
        return symmetric(x, y).map((value) => value + up) as [number, number, number];
      };
    const [fine, rough] = [inputsOf(grained(6)), inputsOf(grained(14))];
    expect(distanceOf(fine.nose[0], rough.nose[0])).to.be.lessThan(0.3);
    expect(distanceOf(fine.mouth[0], rough.mouth[0])).to.be.greaterThan(0.5);
  });

  it('are the same for a face and its mirror image, with something before one half', () => {
    const half: Paint = (x, y) => (x < WIDTH / 2 && y > 60 ? [40, 60, 160] : symmetric(x, y));
    const mirrored: Paint = (x, y) => half(WIDTH - 1 - x, y);
    const [one, other] = [inputsOf(half), inputsOf(mirrored)];
    expect(distanceOf(one.eyes[0], other.eyes[1])).to.be.lessThan(0.35);
    expect(distanceOf(one.eyes[1], other.eyes[0])).to.be.lessThan(0.35);
  });

  it('tell which eye differs from the other', () => {
    const half: Paint = (x, y) => (x < WIDTH / 2 && y > 60 ? [40, 60, 160] : symmetric(x, y));
    const [covered, bare] = [inputsOf(half), inputsOf(symmetric)];
    expect(distanceOf(bare.eyes[0], bare.eyes[1])).to.be.lessThan(0.35);
    expect(distanceOf(covered.eyes[0], covered.eyes[1])).to.be.greaterThan(1);
    expect(distanceOf(covered.lids[0], bare.lids[0])).to.be.greaterThan(1);
  });

  it('stay finite where nothing of the face lies inside the photo', () => {
    const data = new Uint8ClampedArray(4 * 100);
    const outside = patchOf({ data, width: 10, height: 10 }, new Float32Array(2 * LANDMARK_COUNT).fill(NaN));
    for (const values of Object.values(coverInputs(outside, SKIN, CONTEXT))) {
      expect(values.length).to.be.greaterThan(0);
      expect(values.every((input) => input.every(Number.isFinite))).to.equal(true);
    }
  });
});
