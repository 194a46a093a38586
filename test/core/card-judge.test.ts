import { expect } from '@open-wc/testing';
import { CARD_LIMITS, judgeCard, type CardFault } from '../../src/core/card-judge.js';
import type { CardMeasures } from '../../src/core/card-measures.js';

const GOOD: CardMeasures = { fill: 0.74, tiltDeg: 1, luma: 160, glareShare: 0, sharpness: 2, motion: 1 };
const faultsOf = (changes: Partial<CardMeasures>, before: readonly CardFault[] = []) =>
  judgeCard({ ...GOOD, ...changes }, before);

describe('judgeCard', () => {
  it('finds nothing wrong with a good card', () => {
    expect(faultsOf({})).to.deep.equal([]);
  });

  for (const [fault, measure, sign] of [
    ['dark', 'luma', -1],
    ['far', 'fill', -1],
    ['close', 'fill', 1],
    ['tilted', 'tiltDeg', 1],
    ['moving', 'motion', 1],
    ['glare', 'glareShare', 1],
    ['blurred', 'sharpness', -1],
  ] as const) {
    const { enter, leave } = CARD_LIMITS[fault];
    const beyond = (limit: number) => limit + sign * 0.001;
    it(`is ${fault} beyond ${enter}, and until it is within ${leave} again`, () => {
      expect(faultsOf({ [measure]: enter }), 'at the limit').to.deep.equal([]);
      expect(faultsOf({ [measure]: beyond(enter) }), 'beyond it').to.deep.equal([fault]);
      expect(faultsOf({ [measure]: beyond(leave) }, [fault]), 'not yet back').to.deep.equal([fault]);
      expect(faultsOf({ [measure]: leave }, [fault]), 'back').to.deep.equal([]);
      expect(faultsOf({ [measure]: beyond(leave) }), 'never was beyond').to.deep.equal([]);
    });
  }

  for (const [fill, expected] of [
    [null, ['absent']],
    [0.6, ['far']],
    [0.7, []],
    [0.8, []],
    [0.9, ['close']],
  ] as const) {
    it(`says ${expected[0] ?? 'nothing'} at a fill of ${fill}`, () => {
      expect(faultsOf({ fill, ...(fill === null ? { tiltDeg: null } : {}) })).to.deep.equal(expected);
    });
  }

  it('names what comes first to be mended first', () => {
    expect(
      faultsOf({ luma: 10, fill: null, tiltDeg: null, motion: 99, glareShare: 1, sharpness: 0 }),
    ).to.deep.equal(['dark', 'absent', 'moving', 'glare', 'blurred']);
  });

  it('takes the first picture, whose motion is unknown, for a still one', () => {
    expect(faultsOf({ motion: null })).to.deep.equal([]);
  });
});
