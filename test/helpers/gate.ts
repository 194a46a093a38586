/** Holds back the answer of the first call that goes through it, until it is opened; later calls are not held. */
export class Gate {
  /** Resolves when the answer is there and held back. */
  readonly reached: Promise<void>;
  #tellReached = () => {};
  #open = () => {};
  #isUsed = false;
  readonly #opened = new Promise<void>((resolve) => (this.#open = resolve));

  constructor() {
    this.reached = new Promise((resolve) => (this.#tellReached = resolve));
  }

  /** The same function, whose first answer, or failure, comes late. */
  hold<Given extends unknown[], Answer>(
    work: (...given: Given) => Promise<Answer>,
  ): (...given: Given) => Promise<Answer> {
    return async (...given) => {
      if (this.#isUsed) return work(...given);
      this.#isUsed = true;
      const answer = work(...given);
      // A failure is an answer too, and belongs to whoever waits for it.
      await answer.catch(() => undefined);
      this.#tellReached();
      await this.#opened;
      return answer;
    };
  }

  open(): void {
    this.#open();
  }
}
