import type { Ticker } from '../../src/adapters/watchdog.js';

/** Seconds that pass when a test says so, for whoever counts them. */
export class SecondsByHand {
  readonly #tickers = new Set<() => void>();

  readonly everySecond: Ticker = (onTick) => {
    this.#tickers.add(onTick);
    return () => this.#tickers.delete(onTick);
  };

  pass(count: number): void {
    for (let passed = 0; passed < count; passed += 1) for (const onTick of [...this.#tickers]) onTick();
  }
}
