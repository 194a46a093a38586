import type { CaptureError } from '../core/errors.js';

/** Who shows the part. */
export interface PartHost {
  requestUpdate(): void;
}

/** A part of the element that most pages never need: asked for when it is, shown once it has come. */
export class LazyPart<Part> {
  readonly #host: PartHost;
  readonly #load: () => Promise<Part>;
  #part: Part | null = null;
  #isComing = false;

  /** @param load rejects with a `CaptureError`, which is told by the page's `error` event; it is tried again later */
  constructor(host: PartHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part; null until it has come, which updates the host. */
  get(): Part | null {
    if (!this.#part && !this.#isComing) void this.#fetch();
    return this.#part;
  }

  async #fetch(): Promise<void> {
    this.#isComing = true;
    try {
      this.#part = await this.#load();
      this.#host.requestUpdate();
    } catch (error) {
      reportError(error as CaptureError);
    } finally {
      this.#isComing = false;
    }
  }
}
