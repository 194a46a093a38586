import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A screen reader that is told more often than this never finishes a sentence. */
export const ANNOUNCE_MS = 2000;

/** The clock of a page. */
export interface Clock {
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

const pageClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/** What a polite live region says: the newest text, at most one every two seconds. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;
  #text = '';
  #wanted = '';
  #saidAt = -Infinity;
  #timer: unknown = null;

  constructor(host: ReactiveControllerHost, clock: Clock = pageClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  /** The text in the live region. */
  get text(): string {
    return this.#text;
  }

  hostDisconnected(): void {
    this.#clear();
  }

  /** Says a text as soon as it may; a newer one takes the place of one that waits. */
  say(text: string): void {
    this.#wanted = text;
    if (text === this.#text) {
      this.#clear();
      return;
    }
    if (this.#timer !== null) return;
    const wait = this.#saidAt + ANNOUNCE_MS - this.#clock.now();
    if (wait <= 0) this.#speak();
    else
      this.#timer = this.#clock.setTimeout(() => {
        this.#clear();
        this.say(this.#wanted);
      }, wait);
  }

  #speak(): void {
    this.#clear();
    if (this.#text === this.#wanted) return;
    this.#text = this.#wanted;
    this.#host.requestUpdate();
    this.#noteSaid();
    // A busy page shows it later, and only then can it be heard.
    void this.#host.updateComplete.then(() => this.#noteSaid());
  }

  #noteSaid(): void {
    this.#saidAt = this.#clock.now();
  }

  #clear(): void {
    if (this.#timer !== null) this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
