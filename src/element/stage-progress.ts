import { OkayProgressEvent } from './events.js';
import type { SendingTrouble } from './persistent-sending.js';
import type { SessionHost } from './session-host.js';
import type { Progress } from './session-snapshot.js';

/** How far the stage that runs has come, and what keeps it waiting. */
export class StageProgress {
  readonly #host: SessionHost;
  #progress: Progress | null = null;
  #trouble: SendingTrouble = null;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  get trouble(): SendingTrouble {
    return this.#trouble;
  }

  /** Shows it and tells the host. */
  advance(progress: Progress): void {
    this.#progress = progress;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new OkayProgressEvent(progress.loaded, progress.total, progress.stage));
  }

  wait(trouble: SendingTrouble): void {
    this.#trouble = trouble;
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#progress = null;
    this.#trouble = null;
  }
}
