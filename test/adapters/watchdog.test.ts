import { expect } from '@open-wc/testing';
import { Watchdog } from '../../src/adapters/watchdog.js';

/** Seconds that pass when told to. */
function handClock() {
  const tickers = new Set<() => void>();
  return {
    every: (onTick: () => void) => {
      tickers.add(onTick);
      return () => tickers.delete(onTick);
    },
    pass: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) for (const onTick of [...tickers]) onTick();
    },
    get isWatched() {
      return tickers.size > 0;
    },
  };
}

describe('Watchdog', () => {
  for (const [seconds, isSilent] of [
    [5, false],
    [6, true],
    [60, true],
  ] as const) {
    it(`tells ${isSilent ? 'once' : 'nothing'} after ${seconds} ticks of 5 whole seconds`, () => {
      const clock = handClock();
      let told = 0;
      const watchdog = new Watchdog(clock.every, () => (told += 1));
      watchdog.watch(5);
      clock.pass(seconds);
      expect(told).to.equal(isSilent ? 1 : 0);
      expect(clock.isWatched).to.equal(!isSilent);
    });
  }

  it('begins to count anew with every sign of life', () => {
    const clock = handClock();
    let told = 0;
    const watchdog = new Watchdog(clock.every, () => (told += 1));
    for (let sign = 0; sign < 10; sign += 1) {
      watchdog.watch(5);
      clock.pass(5);
    }
    expect(told).to.equal(0);
  });

  it('leaves no timer behind when it rests', () => {
    const clock = handClock();
    const watchdog = new Watchdog(clock.every, () => expect.fail('nothing was watched'));
    watchdog.watch(1);
    watchdog.rest();
    expect(clock.isWatched).to.equal(false);
    clock.pass(10);
  });
});
