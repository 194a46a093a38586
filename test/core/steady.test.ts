import { expect } from '@open-wc/testing';
import { PACE } from '../../src/core/pace.js';
import { CALM, steady, type Steady } from '../../src/core/steady.js';
import type { GuardId, GuardVerdict } from '../../src/types/capture.js';

const { hintMs: HINT_MS } = PACE;

const failure = (guard: GuardId, direction?: GuardVerdict['direction']): GuardVerdict => ({
  guard,
  measure: 'default',
  value: 0,
  limit: 1,
  pass: false,
  message: guard,
  ...(direction ? { direction } : {}),
});
const step = (before: Steady, wanted: GuardVerdict | null, at: number) =>
  steady(before, wanted ? [wanted] : [], wanted, at, HINT_MS);
const far = failure('FACE_TOO_SMALL');
const turned = failure('FACE_ANGLE_TOO_LARGE');

describe('steady', () => {
  it('shows the first hint at once', () => {
    expect(step(CALM, far, 5).shown?.guard).to.equal('FACE_TOO_SMALL');
  });

  it('keeps no hint for the sake of a clock that went back', () => {
    expect(step(step(CALM, far, 5000), turned, 1).shown?.guard).to.equal('FACE_ANGLE_TOO_LARGE');
  });

  it('remembers a first frame without a fault, so that a hint right after it waits', () => {
    const passed = step(CALM, null, 0);
    expect(step(passed, far, HINT_MS - 1).shown).to.equal(null);
    expect(step(passed, far, HINT_MS).shown?.guard).to.equal('FACE_TOO_SMALL');
  });

  for (const [after, shown] of [
    [1, 'FACE_TOO_SMALL'],
    [HINT_MS - 1, 'FACE_TOO_SMALL'],
    [HINT_MS, 'FACE_ANGLE_TOO_LARGE'],
    [HINT_MS + 1, 'FACE_ANGLE_TOO_LARGE'],
  ] as const) {
    it(`shows ${shown} when another fault comes ${after} ms after the first`, () => {
      const before = step(CALM, far, 1000);
      expect(step(before, turned, 1000 + after).shown?.guard).to.equal(shown);
    });
  }

  it('keeps the time of a hint that stays, so that a later change need not wait', () => {
    const stayed = step(step(CALM, far, 0), far, 5000);
    expect(stayed.since).to.equal(0);
    expect(step(stayed, turned, 5001).shown?.guard).to.equal('FACE_ANGLE_TOO_LARGE');
  });

  it('takes another direction of the same guard for another hint', () => {
    const left = step(CALM, failure('FACE_CLOSE_TO_BORDER', 'left'), 0);
    const right = step(left, failure('FACE_CLOSE_TO_BORDER', 'right'), HINT_MS);
    expect(right.shown?.direction).to.equal('right');
    expect(right.since).to.equal(HINT_MS);
  });

  it('knows what failed in the last frame even where the hint may not change yet', () => {
    const before = step(CALM, far, 0);
    expect([...step(before, turned, 10).failing]).to.deep.equal(['FACE_ANGLE_TOO_LARGE/default']);
  });

  it('changes the hint at most once in any 700 ms, whatever the guards say', () => {
    let state = CALM;
    const changes: number[] = [];
    for (let at = 0; at < 10_000; at += 33) {
      const wanted = [far, turned, null][Math.floor(at / 33) % 3] ?? null;
      const after = step(state, wanted, at);
      if (after.shown !== state.shown) changes.push(at);
      state = after;
    }
    const gaps = changes.slice(1).map((at, index) => at - (changes[index] ?? 0));
    expect(changes).to.have.length.above(3);
    expect(Math.min(...gaps)).to.be.at.least(700);
  });
});
