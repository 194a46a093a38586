import { expect } from '@open-wc/testing';
import {
  beginHold,
  BLINK_MS,
  continueHold,
  holdEnded,
  isNearlyHeld,
  MAX_GAP_MS,
  type HoldFrame,
} from '../../src/core/hold.js';
import { PACE } from '../../src/core/pace.js';

const frame = (overrides: Partial<HoldFrame>): HoldFrame => ({
  frameId: 1,
  at: 0,
  outcome: 'pass',
  score: 0.5,
  ...overrides,
});

describe('hold', () => {
  it('lasts 1000 ms by contract', () => {
    expect(PACE.holdMs).to.equal(1000);
  });

  for (const [at, ended] of [
    [999, false],
    [1000, true],
    [1001, true],
  ] as const) {
    it(`has ${ended ? '' : 'not '}ended ${at} ms after its first frame`, () => {
      expect(holdEnded(beginHold(frame({ at: 0 })), at, PACE.holdMs)).to.equal(ended);
    });
  }

  for (const [at, isNear] of [
    [699, false],
    [700, true],
    [1000, true],
  ] as const) {
    it(`is ${isNear ? '' : 'not '}near its end ${at} ms after its first frame`, () => {
      expect(isNearlyHeld(beginHold(frame({ at: 0 })), at, PACE.holdMs)).to.equal(isNear);
    });
  }

  it('keeps the frame with the highest score, the earlier one of equals', () => {
    let hold = beginHold(frame({ frameId: 1, score: 0.4 }));
    for (const [frameId, score] of [
      [2, 0.9],
      [3, 0.6],
      [4, 0.9],
    ] as const) {
      const after = continueHold(hold, frame({ frameId, score, at: frameId * 30 }));
      if (!after) throw new Error('a passing frame broke the hold');
      hold = after;
    }
    expect(hold.best).to.deep.equal({ frameId: 2, score: 0.9 });
  });

  it('breaks at the first failing frame', () => {
    expect(continueHold(beginHold(frame({})), frame({ outcome: 'fail', at: 30 }))).to.equal(null);
  });

  for (const [what, at, since] of [
    ['goes on over a slow frame', 100 + MAX_GAP_MS, 100],
    ['begins anew after a time that nobody looked at', 101 + MAX_GAP_MS, 101 + MAX_GAP_MS],
    ['begins anew where the clock went back', 99, 99],
  ] as const) {
    it(what, () => {
      expect(continueHold(beginHold(frame({ at: 100 })), frame({ at }))?.since).to.equal(since);
    });
  }

  for (const [closedMs, goesOn] of [
    [150, true],
    [BLINK_MS, true],
    [BLINK_MS + 1, false],
  ] as const) {
    it(`${goesOn ? 'goes on' : 'breaks'} with eyes closed for ${closedMs} ms`, () => {
      const closed = continueHold(beginHold(frame({})), frame({ outcome: 'blink', at: 100 }));
      const after = closed && continueHold(closed, frame({ outcome: 'blink', at: 100 + closedMs }));
      expect(after !== null).to.equal(goesOn);
    });
  }

  it('never takes a frame with closed eyes, however well it scores', () => {
    const hold = beginHold(frame({ frameId: 1, score: 0.1 }));
    const after = continueHold(hold, frame({ frameId: 2, score: 1, outcome: 'blink', at: 30 }));
    expect(after?.best?.frameId).to.equal(1);
  });

  it('counts every blink anew', () => {
    const blinked = continueHold(beginHold(frame({})), frame({ outcome: 'blink', at: 100 }));
    const opened = blinked && continueHold(blinked, frame({ at: 300 }));
    const again = opened && continueHold(opened, frame({ outcome: 'blink', at: 600 }));
    expect(again && continueHold(again, frame({ outcome: 'blink', at: 600 + BLINK_MS }))).to.not.equal(null);
  });
});
