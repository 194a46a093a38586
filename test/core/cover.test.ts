import { expect } from '@open-wc/testing';
import { coverOf } from '../../src/core/cover.js';
import type { FaceMeasures, FaceRegion, RegionMeasure } from '../../src/types/frame.js';
import { goodObservation } from '../helpers/observation.js';

const good = goodObservation().face;
const covering = (
  change: Partial<Record<FaceRegion, Partial<RegionMeasure>>>,
  presenceLogit: number | null,
) => {
  if (!good) throw new Error('a good observation has a face');
  const regions = { ...good.regions };
  for (const [region, measure] of Object.entries(change)) {
    const name = region as FaceRegion;
    regions[name] = { ...regions[name], ...measure };
  }
  return coverOf({ ...good, regions, presenceLogit } satisfies FaceMeasures);
};

describe('coverOf', () => {
  for (const presence of [26, null]) {
    it(`finds a bare face bare, presence ${presence}`, () => {
      for (const cover of Object.values(covering({}, presence))) expect(cover).to.be.lessThan(0.2);
    });

    it(`finds a smooth strange colour over the mouth, presence ${presence}`, () => {
      const cover = covering({ mouth: { colourDistance: 45, texture: 1.5 } }, presence);
      expect(cover.mouth).to.be.greaterThan(0.5);
      expect(cover.eyes).to.be.lessThan(0.2);
    });

    for (const eye of ['leftEye', 'rightEye'] as const) {
      it(`finds a dark lens over the ${eye}, presence ${presence}`, () => {
        const lens = { colourDistance: 65, texture: 2, contrast: 0.2 };
        expect(covering({ [eye]: lens }, presence).eyes).to.be.greaterThan(0.9);
      });
    }
  }

  it('finds a mask of skin colour by its smoothness and the lower presence', () => {
    const smooth = { mouth: { colourDistance: 4, texture: 1.6 } };
    expect(covering(smooth, 18).mouth).to.be.greaterThan(0.5);
    expect(covering({ mouth: { colourDistance: 4 } }, 18).mouth).to.be.lessThan(0.2);
  });

  it('is surer the lower the presence, where the bundle tells', () => {
    const half = { mouth: { texture: 3 } };
    const covers = [28, 20, 12, 4].map((presence) => covering(half, presence).mouth);
    expect(covers).to.deep.equal([...covers].sort((a, b) => a - b));
    expect(covers[0]).to.be.lessThan(0.5);
    expect(covers[3]).to.be.greaterThan(0.9);
  });

  it('stays within 0 and 1 for a face without any texture', () => {
    const nothing = { colourDistance: 0, texture: 0, contrast: 0 };
    const cover = covering({ mouth: nothing, nose: nothing, leftEye: nothing, rightEye: nothing }, 26);
    for (const value of Object.values(cover)) expect(value).to.be.within(0, 1);
  });
});
