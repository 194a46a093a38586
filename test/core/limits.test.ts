import { expect } from '@open-wc/testing';
import { LIMIT_SPECS, mergeLimits, type LimitName, type LimitOverrides } from '../../src/core/limits.js';

const names = Object.keys(LIMIT_SPECS) as LimitName[];

describe('default limits', () => {
  for (const name of names) {
    const { enter, leave, fails, range } = LIMIT_SPECS[name];
    it(`${name} leaves on its good side and is in its own range`, () => {
      expect(fails === 'above' ? leave <= enter : leave >= enter).to.equal(true);
      for (const value of [enter, leave]) expect(value).to.be.within(range[0], range[1]);
      expect(mergeLimits()[name]).to.deep.equal({ enter, leave });
    });
  }

  for (const [name, documented] of [
    ['minFaceSidePx', 224],
    ['minInterpupillaryPx', 90],
    ['maxYawDeg', 17],
    ['maxPitchDeg', 17],
    ['maxRollDeg', 27],
  ] as const) {
    it(`${name} is the documented ${documented}`, () => {
      expect(mergeLimits()[name].enter).to.equal(documented);
    });
  }
});

describe('mergeLimits', () => {
  it('derives the leave value of a number in proportion', () => {
    expect(mergeLimits({ minFaceSidePx: 448 }).minFaceSidePx).to.deep.equal({ enter: 448, leave: 462 });
  });

  it('keeps a derived leave value in range', () => {
    expect(mergeLimits({ minCheekRatio: 0.95 }).minCheekRatio).to.deep.equal({ enter: 0.95, leave: 1 });
  });

  it('takes both values and leaves the other limits alone', () => {
    const limits = mergeLimits({ maxYawDeg: { enter: 25, leave: 20 } });
    expect(limits.maxYawDeg).to.deep.equal({ enter: 25, leave: 20 });
    expect({ ...limits, maxYawDeg: null }).to.deep.equal({ ...mergeLimits(), maxYawDeg: null });
  });

  it('takes the ends of a range, and leave at enter', () => {
    for (const yaw of LIMIT_SPECS.maxYawDeg.range) {
      expect(mergeLimits({ maxYawDeg: { enter: yaw, leave: yaw } }).maxYawDeg.enter).to.equal(yaw);
    }
  });

  for (const [what, overrides, message] of [
    ['an unknown name', { maxNoseDeg: 3 }, /limits\.maxNoseDeg does not exist.*maxYawDeg/],
    ['an inherited name', { toString: 3 }, /limits\.toString does not exist/],
    ['NaN', { maxYawDeg: NaN }, /limits\.maxYawDeg: enter is NaN, allowed are 1 to 90/],
    ['too small a value', { maxYawDeg: 0 }, /limits\.maxYawDeg: enter is 0, allowed are 1 to 90/],
    ['too large a value', { maxYawDeg: 90.1 }, /limits\.maxYawDeg: enter is 90\.1/],
    ['a string', { maxYawDeg: '17' }, /limits\.maxYawDeg/],
    ['null', { maxYawDeg: null }, /limits\.maxYawDeg/],
    ['half a pair', { maxYawDeg: { enter: 20 } }, /limits\.maxYawDeg: leave is undefined/],
    [
      'leave above an upper limit',
      { maxYawDeg: { enter: 20, leave: 21 } },
      /leave is 21, it must be at most enter, which is 20/,
    ],
    ['leave below a lower limit', { minFaceSidePx: { enter: 200, leave: 199 } }, /it must be at least enter/],
    [
      'sizes that no face can have',
      { minFaceHeightShare: 0.8 },
      /minFaceHeightShare.*must be under.*maxFaceHeightShare/,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => mergeLimits(overrides as unknown as LimitOverrides)).to.throw(RangeError, message);
    });
  }
});
