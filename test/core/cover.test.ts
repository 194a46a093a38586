import { expect } from '@open-wc/testing';
import { answerOf, FEATURE_CLIP, type CoverModel } from '../../src/core/cover-model.js';
import { COVER_WEIGHTS } from '../../src/core/cover-weights.js';

const MODEL: CoverModel = { mean: [1, 0], deviation: [2, 1], weights: [1, 0.5], bias: 0 };
const logistic = (value: number) => 1 / (1 + Math.exp(-value));

describe('answerOf', () => {
  for (const [what, features, sum] of [
    ['features at their means', [1, 0], 0],
    ['one deviation over the mean', [3, 0], 1],
    ['two features', [3, 2], 2],
    ['a feature that is not known', [null, 2], 1],
    ['nothing known', [null, null], 0],
    ['a feature at the clip', [1 + 2 * FEATURE_CLIP, 0], FEATURE_CLIP],
    ['a feature far beyond the clip', [1000, 0], FEATURE_CLIP],
    ['a feature far below', [-1000, 0], -FEATURE_CLIP],
  ] as const) {
    it(`answers ${what}`, () => {
      expect(answerOf(MODEL, features)).to.be.closeTo(logistic(sum), 1e-12);
    });
  }

  it('adds the bias', () => {
    expect(answerOf({ ...MODEL, bias: -2 }, [1, 0])).to.be.closeTo(logistic(-2), 1e-12);
  });
});

describe('COVER_WEIGHTS', () => {
  for (const [part, { mean, deviation, weights, bias }] of Object.entries(COVER_WEIGHTS)) {
    it(`of the ${part} call an average face bare`, () => {
      expect(mean.length).to.equal(weights.length);
      expect(deviation.length).to.equal(weights.length);
      expect(bias).to.be.lessThan(0);
      expect(weights.some((weight) => Math.abs(weight) > 0.05)).to.equal(true);
      expect(deviation.every((value) => value > 0)).to.equal(true);
    });
  }
});
