import { html, LitElement, nothing, type ComplexAttributeConverter, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { onCameraReturn } from '../adapters/camera-return.js';
import { normaliseCard } from '../adapters/card-image.js';
import type { CardFormat } from '../core/card-frame.js';
import { CaptureError, isCaptureError } from '../core/errors.js';
import { CameraHelp } from '../locales/camera-help.js';
import { LocaleController } from '../locales/locale-controller.js';
import type { StepTexts } from '../locales/steps/step-texts.js';
import type { Texts } from '../locales/texts.js';
import { CardCamera, type CardCameraHost, type CardShot } from './card-camera.js';
import { OkayCardEvent, type CardFields } from './card-event.js';
import { cameraView, chooseView, errorView, photoView, type CardActions } from './card-views.js';
import { FileIntake } from './file-intake.js';
import { pictureStyles } from './picture-styles.js';
import { stepListStyles } from './step-list.js';
import { cardStyles } from './styles.js';
import { theme } from './theme.js';

/** Which photos are shown for *Use this photo* before they are given to the host. */
export type CardReview = 'camera' | 'all' | 'off';

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'camera' }
  | { readonly name: 'photo'; readonly card: CardFields; readonly url: string; readonly isGiven: boolean };

/** Anything else than the documented values means the default. */
const formatConverter: ComplexAttributeConverter<CardFormat> = {
  fromAttribute: (value) => (value === 'passport' ? value : 'id-1'),
};
const reviewConverter: ComplexAttributeConverter<CardReview> = {
  fromAttribute: (value) => (value === 'all' || value === 'off' ? value : 'camera'),
};

/**
 * Asks for a photo of an ID card: by the camera that looks away from the person, with a frame, hints and an automatic
 * shutter, or as a file by button, drag and drop or paste. Brings it within the vendor's limits.
 *
 * @tagname okay-id-card
 * @summary The ID-card step of `okay-live-capture`, usable alone.
 * @fires {OkayCardEvent} okay-card - A photo that can be sent: upright, without EXIF, JPEG or PNG, at most 1.8 MB.
 * @csspart button - Every button, and the label that opens the file dialog.
 * @csspart error - What is wrong with the camera or with the chosen file.
 * @csspart steps - What to do in this browser when the camera cannot be had.
 * @csspart frame - Around the camera's picture and the photo.
 * @csspart video - The camera's picture, not mirrored.
 * @csspart overlay - Frame and dimmed surround.
 * @csspart ring - The line that fills while the card is good.
 * @csspart hint - The guidance under the picture, with the parts `line` and `sentence` in it.
 * @csspart photo - The photo that was taken.
 * @cssprop [--okay-accent=#0a6b45] - Buttons.
 * @cssprop [--okay-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--okay-muted=#4a5a52] - Secondary text.
 * @cssprop [--okay-ring=#58e6a5] - The line that fills while the card is good.
 * @cssprop [--okay-shade=rgb(8 14 11 / 60%)] - What dims the picture outside the frame.
 * @cssprop [--okay-radius=1.25rem] - Roundness.
 */
export class OkayIdCard extends LitElement implements CardCameraHost {
  static override styles = [theme, cardStyles, pictureStyles, stepListStyles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What the frame is made for: an ID-1 card (85.60 × 53.98 mm), or a passport's page (125 × 88 mm). */
  @property({ converter: formatConverter }) format: CardFormat = 'id-1';
  /** Which photos are shown for *Use this photo* first: the camera's, `all`, or none (`off`). */
  @property({ converter: reviewConverter }) review: CardReview = 'camera';
  /** Replaces single texts. */
  @property({ attribute: false }) messages: Partial<Texts & StepTexts> = {};

  /** @internal Replaced in tests. */
  @property({ attribute: false }) normalise: typeof normaliseCard = normaliseCard;

  @state() private step: Step = { name: 'choose' };
  @state() private error: CaptureError | null = null;
  @state() private isBusy = false;
  readonly #locale = new LocaleController(this);
  readonly #help = new CameraHelp(this);
  readonly #camera = new CardCamera(this);
  readonly #intake = new FileIntake(this, {
    isOpen: () => this.step.name === 'choose',
    onFile: (file) => void this.take(file),
  });
  /** Of the file that is being looked at, or of the wait for the camera's return. */
  #life = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#choose();
  }

  /**
   * Takes a file as if the person had chosen it. What is wrong with it is shown; nothing is thrown.
   *
   * @param file JPEG or PNG; larger ones are encoded anew
   */
  async take(file: Blob): Promise<void> {
    const { signal } = this.#choose();
    this.isBusy = true;
    try {
      const { image, width, height } = await this.normalise(file, { signal });
      if (!signal.aborted) this.#got({ image, width, height, source: 'upload', faults: [] });
    } catch (cause) {
      if (signal.aborted) return;
      this.error = isCaptureError(cause)
        ? cause
        : new CaptureError('CARD_CORRUPT', 'The file could not be read as an image.', { cause });
    } finally {
      if (!signal.aborted) this.isBusy = false;
    }
  }

  /** @internal */
  onPicture(): void {
    // It is back: nothing is waited for any more.
    this.#life.abort();
    this.error = null;
    if (this.step.name !== 'camera') this.#show({ name: 'camera' });
  }

  /** @internal */
  onShot(shot: CardShot): void {
    this.#got(shot);
  }

  /** @internal The files stay; where the camera may come back, it is tried again then. */
  onFailure(error: CaptureError): void {
    const { signal } = this.#choose();
    this.error = error;
    if (error.recoverable) onCameraReturn(() => this.#camera.start(), signal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another format has another frame.
    if (changed.has('format') && this.step.name === 'camera') this.#camera.start();
  }

  protected override render() {
    const { texts, locale } = this.#locale;
    return html`<div class="card" lang=${locale} dir=${this.#locale.dir()}>
      ${this.#view(texts)}
      <div role="alert" part="error">${this.error ? this.#errorView(this.error, texts) : nothing}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const { frame } = this.#camera.now;
    // Through the object model, since a strict content security policy forbids style attributes.
    if (frame) this.style.setProperty('--_aspect', String(frame.view.width / frame.view.height));
    // Not at the first rendering, when the person may be elsewhere on the page.
    if (changed.get('step')) this.renderRoot.querySelector<HTMLElement>('[data-focus]')?.focus();
  }

  #view(texts: Texts) {
    const { step } = this;
    switch (step.name) {
      case 'choose': {
        const { isBusy } = this;
        return chooseView({ isBusy, isOver: this.#intake.isOver }, texts, this.#actions);
      }
      case 'camera':
        return cameraView(this.#camera.now, this.#camera.video, this.format, texts, this.#actions);
      case 'photo':
        return photoView(step.card, step.url, step.isGiven, texts, this.#actions);
      default:
        return step satisfies never;
    }
  }

  #errorView(error: CaptureError, texts: Texts) {
    const steps = this.#help.stepsFor(error, this.#locale.locale, this.messages);
    return errorView(error, steps, this.messages, texts);
  }

  /** Back to the ways to give a photo; whatever runs ends. */
  #choose(): AbortController {
    this.#life.abort();
    this.#life = new AbortController();
    this.#camera.stop();
    this.error = null;
    this.isBusy = false;
    this.#show({ name: 'choose' });
    return this.#life;
  }

  #openCamera(): void {
    this.#choose();
    this.#show({ name: 'camera' });
    this.#camera.start();
  }

  #got(card: CardFields): void {
    const isReviewed = this.review === 'all' || (this.review === 'camera' && card.source !== 'upload');
    this.#show({ name: 'photo', card, url: URL.createObjectURL(card.image), isGiven: !isReviewed });
    if (!isReviewed) this.dispatchEvent(new OkayCardEvent(card));
  }

  #use(): void {
    const { step } = this;
    if (step.name !== 'photo' || step.isGiven) return;
    this.step = { ...step, isGiven: true };
    this.dispatchEvent(new OkayCardEvent(step.card));
  }

  #retake(): void {
    const { step } = this;
    const isByCamera = step.name === 'photo' && step.card.source !== 'upload' && !step.isGiven;
    if (isByCamera) this.#openCamera();
    else this.#choose();
  }

  #show(step: Step): void {
    if (this.step.name === 'photo') {
      // A picture that still loads would fail in the console when its address goes.
      this.renderRoot.querySelector('img')?.removeAttribute('src');
      URL.revokeObjectURL(this.step.url);
    }
    // The same step again keeps the focus where it is.
    if (step.name === 'choose' && this.step.name === 'choose') return;
    this.step = step;
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const [file] = input.files ?? [];
    // Emptied, so that choosing the same file again is a change too.
    input.value = '';
    if (file) void this.take(file);
  };

  readonly #actions: CardActions = {
    openCamera: () => this.#openCamera(),
    closeCamera: () => void this.#choose(),
    chosen: this.#chosen,
    shutter: () => this.#camera.shutter(),
    use: () => this.#use(),
    retake: () => this.#retake(),
  };
}
