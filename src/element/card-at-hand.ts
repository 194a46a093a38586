import type { SessionHost } from './session-host.js';

/** The ID card that goes with the photo: the one that the person gave, else the host's. */
export class CardAtHand {
  readonly #host: SessionHost;
  #given: Blob | null = null;
  /** A card of the host's that the person wants to replace. */
  #declined: Blob | null = null;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get card(): Blob | null {
    const { idCard } = this.#host;
    return this.#given ?? (idCard === this.#declined ? null : idCard);
  }

  give(card: Blob): void {
    this.#given = card;
  }

  /** Asks for another card than the one at hand. */
  decline(): void {
    this.#given = null;
    this.#declined = this.#host.idCard;
  }

  /** Forgets what the person gave. */
  forget(): void {
    this.#given = null;
  }
}
