import type { CaptureState } from '../core/phase.js';
import { NO_STALL, stallCause } from '../core/stall.js';
import type { Cause } from '../core/steady.js';
import { inWords } from '../locales/texts.js';
import type { Hint } from '../types/capture.js';
import { OkayHintEvent } from './events.js';
import { hintOfState, sameHint } from './hint.js';
import type { SessionHost } from './session-host.js';

/** What the person is told in front of the camera; `okay-hint` goes out whenever it changes. */
export class Guidance {
  readonly #host: SessionHost;
  #hint: Hint | null = null;
  #stalledBy: Cause | null = null;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** The hint on screen, which `okay-hint` told last. */
  get hint(): Hint | null {
    return this.#hint;
  }

  /** What kept most frames back, once it takes too long. */
  get stalledBy(): Cause | null {
    return this.#stalledBy;
  }

  /** Follows the state, after every change of it. */
  update(state: CaptureState): void {
    this.#watchStall(state);
    const { services, pace, texts } = this.#host;
    const found = hintOfState(state, services.now(), pace);
    const hint = found && inWords(found, texts);
    if (sameHint(hint, this.#hint)) return;
    this.#hint = hint;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new OkayHintEvent(hint));
  }

  #watchStall(state: CaptureState): void {
    const { services, pace } = this.#host;
    const stall = 'stall' in state ? state.stall : NO_STALL;
    const cause = stallCause(stall, services.now(), pace.stallMs);
    // What is said stays, so that the text does not change while it is read.
    const said = cause && (this.#stalledBy ?? cause);
    if (said === this.#stalledBy) return;
    this.#stalledBy = said;
    this.#host.requestUpdate();
  }
}
