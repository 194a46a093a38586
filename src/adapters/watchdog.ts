/** Calls back every second. @returns ends it */
export type Ticker = (onTick: () => void) => () => void;

/** The page's own seconds. */
export const everySecond: Ticker = (onTick) => {
  const timer = setInterval(onTick, 1000);
  return () => clearInterval(timer);
};

/**
 * Tells once when something gives no sign of life any more. It counts ticks instead of looking at a clock: a page that was
 * frozen, a machine that slept and a clock that was set look like silence to a clock, but not to one who counts.
 */
export class Watchdog {
  readonly #every: Ticker;
  readonly #onSilent: () => void;
  #left = 0;
  #end: (() => void) | null = null;

  /** @param onSilent also ends the watch */
  constructor(every: Ticker, onSilent: () => void) {
    this.#every = every;
    this.#onSilent = onSilent;
  }

  /** Begins to wait, anew where it does already: for as many whole seconds, and up to one more. */
  watch(seconds: number): void {
    this.#left = seconds;
    this.#end ??= this.#every(() => this.#tick());
  }

  rest(): void {
    this.#end?.();
    this.#end = null;
  }

  #tick(): void {
    this.#left -= 1;
    if (this.#left >= 0) return;
    this.rest();
    this.#onSilent();
  }
}
