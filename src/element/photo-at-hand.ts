import { OkayCaptureEvent, type CaptureFields } from './events.js';
import type { SessionHost } from './session-host.js';

/** The photo that was taken, told to the host once, who may keep it from being sent. */
export class PhotoAtHand {
  readonly #host: SessionHost;
  #photo: CaptureFields | null = null;
  #announced: CaptureFields | null = null;
  #isWithheld = false;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get photo(): CaptureFields | null {
    return this.#photo;
  }

  /** The host cancelled `okay-capture`: nothing is posted until `send`. */
  get isWithheld(): boolean {
    return this.#isWithheld;
  }

  /** A new one, told at once where nobody reviews it. */
  take(photo: CaptureFields): void {
    this.#photo = photo;
    if (!this.#host.review) this.announce();
  }

  /** Tells the host of the photo, unless it knows. */
  announce(): void {
    if (!this.#photo || this.#announced === this.#photo) return;
    this.#announced = this.#photo;
    this.#isWithheld = !this.#host.dispatchEvent(new OkayCaptureEvent(this.#photo));
  }

  /** It may be sent, whatever the host said of it. */
  release(): void {
    this.#isWithheld = false;
  }

  /** The same as before, which the host knows of. */
  restore(photo: CaptureFields | null): void {
    this.#photo = photo;
  }

  forget(): void {
    this.#photo = null;
  }
}
