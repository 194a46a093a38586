import { expect } from '@open-wc/testing';
import { restMs } from '../../src/core/rest.js';

describe('restMs', () => {
  const TABLE: readonly (readonly [what: string, frameMs: number, rest: number])[] = [
    ['a quick device does not rest', 16, 0],
    ['nor does one at the limit', 60, 0],
    ['a slower one rests for a third of the frame', 90, 30],
    ['and at most until it has looked five times in a second', 150, 50],
    ['so that a slow one rests less', 180, 20],
    ['and not at all where it is too slow for that', 200, 0],
    ['however slow it is', 2000, 0],
  ];
  for (const [what, frameMs, rest] of TABLE) {
    it(`${what}: ${rest} ms after ${frameMs} ms`, () => expect(restMs(frameMs)).to.be.closeTo(rest, 1e-9));
  }

  it('never makes more than a quarter of the time a pause, nor fewer than five looks a second of more', () => {
    for (let frameMs = 1; frameMs <= 1000; frameMs += 1) {
      const step = frameMs + restMs(frameMs);
      expect(restMs(frameMs) / step).to.be.at.most(0.25 + 1e-9);
      expect(step).to.be.at.most(Math.max(frameMs, 200));
    }
  });
});
