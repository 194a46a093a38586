import { expect } from '@open-wc/testing';
import { PACE } from '../../src/core/pace.js';
import { countFrame, NO_STALL, stallCause, type Stall } from '../../src/core/stall.js';
import type { GuardId, GuardVerdict } from '../../src/types/capture.js';

const failure = (guard: GuardId): GuardVerdict => ({
  guard,
  measure: 'default',
  value: 0,
  limit: 1,
  pass: false,
  message: guard,
});
const after = (frames: readonly [number, GuardId | null][]): Stall =>
  frames.reduce((stall, [at, guard]) => countFrame(stall, guard && failure(guard), at), NO_STALL);
const MOSTLY_FAR = after([
  [0, 'FACE_NOT_FOUND'],
  [100, 'FACE_TOO_SMALL'],
  [200, 'FACE_TOO_SMALL'],
  [300, null],
]);

describe('stall', () => {
  for (const [at, guard] of [
    [PACE.stallMs - 1, undefined],
    [PACE.stallMs, 'FACE_TOO_SMALL'],
  ] as const) {
    it(`${guard ? 'names what kept most frames back' : 'says nothing'} after ${at} ms`, () => {
      expect(stallCause(MOSTLY_FAR, at, PACE.stallMs)?.guard).to.equal(guard);
    });
  }

  it('counts the time from the first judged frame', () => {
    const late = after([[4000, 'IMAGE_TOO_DARK']]);
    expect(stallCause(late, 4000 + PACE.stallMs - 1, PACE.stallMs)).to.equal(null);
    expect(stallCause(late, 4000 + PACE.stallMs, PACE.stallMs)?.guard).to.equal('IMAGE_TOO_DARK');
  });

  it('says nothing where no guard failed', () => {
    expect(stallCause(after([[0, null]]), 1e6, PACE.stallMs)).to.equal(null);
    expect(stallCause(NO_STALL, 1e6, PACE.stallMs)).to.equal(null);
  });
});
