import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { normaliseCard } from '../adapters/card-image.js';
import { CaptureError, isCaptureError } from '../core/errors.js';
import { LocaleController } from '../locales/locale-controller.js';
import { scriptStyles } from '../locales/script-styles.js';
import { isTextKey, type Texts } from '../locales/texts.js';
import { cardStyles } from './styles.js';
import { OkayCardEvent } from './card-event.js';

/**
 * Asks for a photo of an ID card as a file, checks it and brings it within the vendor's limits.
 *
 * @tagname okay-id-card
 * @summary The ID-card step of `okay-live-capture`, usable alone.
 * @fires {OkayCardEvent} okay-card - A photo that can be sent: upright, without EXIF, JPEG or PNG, at most 1.8 MB.
 * @csspart button - The button that opens the file dialog.
 * @csspart error - What is wrong with the chosen file.
 * @cssprop [--okay-accent=#0a6b45] - Colour of the button.
 */
export class OkayIdCard extends LitElement {
  static override styles = [cardStyles, scriptStyles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** Replaces single texts. */
  @property({ attribute: false }) messages: Partial<Texts> = {};

  /** @internal Replaced in tests. */
  @property({ attribute: false }) normalise: typeof normaliseCard = normaliseCard;

  @state() private error: CaptureError | null = null;
  @state() private isBusy = false;
  readonly #locale = new LocaleController(this);
  #life = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life.abort();
    this.#life = new AbortController();
  }

  /**
   * Takes a file as if the person had chosen it. What is wrong with it is shown; nothing is thrown.
   *
   * @param file JPEG or PNG; larger ones are encoded anew
   */
  async take(file: Blob): Promise<void> {
    this.#life.abort();
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.error = null;
    this.isBusy = true;
    try {
      const card = await this.normalise(file, { signal });
      if (!signal.aborted) this.dispatchEvent(new OkayCardEvent(card));
    } catch (cause) {
      if (signal.aborted) return;
      this.error = isCaptureError(cause)
        ? cause
        : new CaptureError('CARD_CORRUPT', 'The file could not be read as an image.', { cause });
    } finally {
      if (!signal.aborted) this.isBusy = false;
    }
  }

  override render() {
    const { texts, locale } = this.#locale;
    return html`<div lang=${locale} dir=${this.#locale.dir()}>
      <label part="button" class=${this.isBusy ? 'busy' : ''}>
        <input type="file" accept="image/jpeg,image/png" ?disabled=${this.isBusy} @change=${this.#chosen} />
        <span>${this.isBusy ? texts['card.busy'] : texts['card.button']}</span>
      </label>
      <div role="alert" part="error">${this.error ? errorView(this.error, texts) : nothing}</div>
    </div>`;
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const [file] = input.files ?? [];
    // Emptied, so that choosing the same file again is a change too.
    input.value = '';
    if (file) void this.take(file);
  };
}

function errorView({ code }: CaptureError, texts: Texts) {
  const title = `error.${code}`;
  const text = `${title}.text`;
  return html`
    <strong>${texts[isTextKey(title) ? title : 'error.CARD_CORRUPT']}</strong>
    <p>${texts[isTextKey(text) ? text : 'error.CARD_CORRUPT.text']}</p>
  `;
}
