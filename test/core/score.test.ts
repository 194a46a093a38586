import { expect } from '@open-wc/testing';
import { mergeLimits } from '../../src/core/limits.js';
import { SCORE_WEIGHTS, scoreFrame, type ScorePart } from '../../src/core/score.js';
import { goodObservation, type ObservationChanges } from '../helpers/observation.js';

const LIMITS = mergeLimits();
const scoreOf = (changes: ObservationChanges = {}) => scoreFrame(goodObservation(changes), LIMITS);
const pose = (yawDeg: number, pitchDeg = 0, rollDeg = 0) => ({
  face: { pose: { yawDeg, pitchDeg, rollDeg } },
});
const box = (width: number, height: number, x: number, y: number) => ({
  face: { box: { x, y, width, height } },
});
const skin = (medianLuma: number, cheekRatio = 1, clippedShare = 0) => ({
  face: { skin: { medianLuma, cheekRatio }, tones: { darkestLuma: 30, brightestLuma: 200, clippedShare } },
});

/** For each part: from the best to a value at or beyond its limit. */
const LADDERS: Readonly<Record<ScorePart, readonly ObservationChanges[]>> = {
  sharpness: [480, 190, 90, 24].map((sharpness) => ({ face: { sharpness } })),
  frontality: [pose(0), pose(5, -5), pose(-10), pose(0, 17)],
  centring: [
    box(480, 640, 240, 320),
    box(480, 640, 280, 320),
    box(480, 640, 340, 320),
    box(480, 640, 420, 320),
  ],
  size: [672, 560, 450, 384].map((height) => box(400, height, 280, (1280 - height) / 2)),
  light: [skin(140), skin(140, 0.8), skin(45), skin(30)],
  eyes: [0.36, 0.28, 0.2, 0.16].map((left) => ({ face: { eyeAspect: { left, right: 0.4 } } })),
};

describe('scoreFrame', () => {
  it('has weights that sum to 1', () => {
    expect(Object.values(SCORE_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).to.be.closeTo(1, 1e-9);
  });

  for (const [name, ladder] of Object.entries(LADDERS)) {
    const part = name as ScorePart;
    it(`falls from 1 to 0 by ${part}, and the total with it`, () => {
      const scores = ladder.map(scoreOf);
      const values = scores.map((score) => score?.parts[part] ?? NaN);
      expect(values[0]).to.be.closeTo(1, 1e-9);
      expect(values.at(-1)).to.be.closeTo(0, 1e-9);
      values.slice(1).forEach((value, rung) => expect(value).to.be.lessThan(values[rung] ?? NaN));
      const totals = scores.map((score) => score?.total ?? NaN);
      totals.slice(1).forEach((total, rung) => expect(total).to.be.lessThan(totals[rung] ?? NaN));
    });
  }

  it('is 1 when every part is, and the weighted sum otherwise', () => {
    const ideal = scoreOf({
      face: {
        ...box(460, 672, 250, 304).face,
        sharpness: 900,
        skin: skin(140).face.skin,
        eyeAspect: { left: 0.4, right: 0.4 },
      },
    });
    expect(ideal?.total).to.be.closeTo(1, 1e-9);
    const blurred = scoreOf({
      face: {
        ...ideal,
        ...box(460, 672, 250, 304).face,
        sharpness: 0,
        skin: skin(140).face.skin,
        eyeAspect: { left: 0.4, right: 0.4 },
      },
    });
    expect(blurred?.total).to.be.closeTo(1 - SCORE_WEIGHTS.sharpness, 1e-9);
  });

  it('loses light by how little of the range a face of any tone uses', () => {
    const lit = (brightestLuma: number) =>
      scoreOf({ face: { tones: { darkestLuma: 10, brightestLuma, clippedShare: 0 } } })?.parts.light;
    expect(lit(200)).to.equal(scoreOf()?.parts.light);
    expect(lit(120)).to.be.within(0.3, 0.6);
    expect(lit(LIMITS.minBrightestLuma.enter)).to.equal(0);
  });

  it('loses light to burnt out skin and to too bright skin', () => {
    expect(scoreOf(skin(140, 1, 0.08))?.parts.light).to.equal(0);
    expect(scoreOf(skin(235))?.parts.light).to.equal(0);
  });

  it('counts a cheek that is not seen as evenly lit', () => {
    const turned = goodObservation({
      face: { skin: { medianLuma: 140, cheekRatio: null } },
    });
    expect(scoreFrame(turned, LIMITS)?.parts.light).to.equal(1);
  });

  it('is null without a face', () => {
    expect(scoreOf({ face: null })).to.equal(null);
  });

  it('stays within 0 and 1 for what is not a number', () => {
    const odd = scoreOf({
      face: { sharpness: NaN, interpupillaryPx: NaN, eyeAspect: { left: NaN, right: NaN } },
    });
    expect(odd?.parts.sharpness).to.equal(0);
    expect(odd?.parts.eyes).to.equal(0);
    expect(odd?.total).to.be.within(0, 1);
  });
});
