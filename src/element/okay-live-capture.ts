import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { captureObstacles, type CaptureObstacle } from '../adapters/can-capture.js';
import type { PreloadOptions } from '../adapters/preload.js';
import type { CardFormat } from '../core/card-frame.js';
import { CaptureError } from '../core/errors.js';
import { mergeLimits, type LimitOverrides, type Limits } from '../core/limits.js';
import { PACE, SLOW_PACE, type Pace } from '../core/pace.js';
import { LocaleController } from '../locales/locale-controller.js';
import { scriptStyles } from '../locales/script-styles.js';
import type { StepTexts } from '../locales/steps/step-texts.js';
import type { Texts } from '../locales/texts.js';
import type { Delegate, GuardId, IdCardMode, OkayVerdict, PhaseName } from '../types/capture.js';
import { Announcer } from './announcer.js';
import { CameraHelp } from '../locales/camera-help.js';
import { comparesCard } from './compares-card.js';
import { cardFormatConverter, delegateConverter, idCardModeConverter, onByDefault } from './converters.js';
import type { CaptureFields } from './events.js';
import { Feedback } from './feedback.js';
import { FormControl } from './form-control.js';
import { LazyPart } from '../adapters/lazy-part.js';
import { lazyServices } from './lazy-services.js';
import { PhotoUrl } from './photo-url.js';
import { browserServices, type Services } from './services.js';
import { Session } from './session.js';
import type { SessionHost } from './session-host.js';
import { spokenWords } from './spoken-words.js';
import { StepFocus } from './step-focus.js';
import { styles } from './styles.js';
import { render } from './view.js';
import { waitForPhase } from './wait-for-phase.js';

const START_ENDS: readonly PhaseName[] = ['blocked', 'failed', 'idle'];
const SUBMIT_ENDS: readonly PhaseName[] = ['blocked', 'failed', 'idle', 'preparing', 'review'];

const showsPhoto = (phase: PhaseName) => phase === 'review' || phase === 'submitting';

/** Options of the methods that take time. */
export interface RunOptions {
  /** Ends the wait, and what it waits for. */
  readonly signal?: AbortSignal;
}

/**
 * Guides a person to a good selfie, takes it by itself, asks for the ID card, posts both to an OkayFace endpoint and
 * reports the verdict. Nothing leaves the page but the request to `endpoint`.
 *
 * @tagname okay-live-capture
 * @summary Selfie capture for Innov8tif OkayFace and OkayLive.
 *
 * @fires {OkayPhaseEvent} okay-phase - The phase changed.
 * @fires {OkayHintEvent} okay-hint - The hint on screen changed; null once every guard passes.
 * @fires {OkayFrameEvent} okay-frame - A frame was analysed; only while somebody listens on the element itself.
 * @fires {OkayCaptureEvent} okay-capture - The photo is there; cancel it to keep the element from posting.
 * @fires {OkayProgressEvent} okay-progress - Bytes loaded (`assets`) or sent (`upload`).
 * @fires {OkayResultEvent} okay-result - The endpoint answered with a success envelope.
 * @fires {OkayErrorEvent} okay-error - Something stopped the flow, or the server refused the photo.
 *
 * @slot start - Replaces the start screen; call `start()` from it.
 * @slot preparing - Replaces the progress over the picture while camera and engine come.
 * @slot hint - Replaces the guidance under the picture.
 * @slot stall - Replaces the help under the picture when the photo takes too long; call `capture()` from it.
 * @slot review - Replaces title and buttons under the photo in review; call `submit()` or `retake()` from it.
 * @slot id-card - Replaces the ID-card step; set `idCard` from it.
 * @slot submitting - Replaces the screen while the photo is sent.
 * @slot done - Replaces the last screen; `okay-result` has told the verdict.
 * @slot blocked - Replaces the screen when the camera or the engine cannot be had; call `start()` from it.
 * @slot failed - Replaces the screen when something failed; call `submit()` or `retake()` from it.
 * @slot error - Added to `blocked` and `failed`, a link to your help page for example.
 *
 * @csspart frame - The 3:4 frame of preview and photo.
 * @csspart video - The mirrored preview.
 * @csspart overlay - Oval and dimmed surround.
 * @csspart ring - The ring that fills while holding.
 * @csspart hint - The guidance under the picture, with the parts `line` and `sentence` in it.
 * @csspart screen - Every screen without a picture.
 * @csspart photo - The photo in review.
 * @csspart button - Every button.
 * @csspart loading - Progress over the picture while the engine loads.
 * @csspart arrow - Which way to move or turn, over the picture.
 * @csspart stall - Help under the picture when the photo takes too long.
 * @csspart select - The choice of cameras.
 * @csspart steps - What to do in this browser when the camera cannot be had.
 * @csspart debug - The table of `debug`.
 *
 * @cssprop [--okay-accent=#0a6b45] - Buttons and progress.
 * @cssprop [--okay-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--okay-text=#16211c] - Text.
 * @cssprop [--okay-muted=#4a5a52] - Secondary text.
 * @cssprop [--okay-surface=#ffffff] - Background.
 * @cssprop [--okay-ring=#58e6a5] - The ring that fills while holding.
 * @cssprop [--okay-shade=rgb(8 14 11 / 60%)] - What dims the picture outside the oval.
 * @cssprop [--okay-radius=1.25rem] - Roundness.
 * @cssprop [--okay-width=26rem] - Greatest width.
 * @cssprop [--okay-font=400 1rem/1.5 system-ui, sans-serif] - Font shorthand.
 */
export class OkayLiveCapture extends FormControl implements SessionHost {
  static override styles = [...styles, scriptStyles];

  /** Where to post. Without it the element only captures. */
  @property() endpoint: string | undefined = undefined;
  /** Which documented wire format the endpoint speaks, a `DialectId`. */
  @property() dialect = 'portal-v1-1';
  /** The portal's journey. */
  @property({ attribute: 'journey-id' }) journeyId: string | undefined = undefined;
  /** Sent in the body. A key in a page is public: use a relay that adds it on your server. */
  @property({ attribute: false }) apiKey: string | undefined = undefined;
  /** Extra request headers. */
  @property({ attribute: false }) headers: Readonly<Record<string, string>> | undefined = undefined;
  /** Asks for liveness where the dialect has it; `liveness="off"` turns it off. */
  @property({ converter: onByDefault }) liveness = true;
  /** The ID card; setting it skips the ID-card step. */
  @property({ attribute: false }) idCard: Blob | null = null;
  /** Whether the element asks for the card, waits for `idCard`, or posts none. */
  @property({ attribute: 'id-card', converter: idCardModeConverter }) idCardMode: IdCardMode = 'ask';
  /** Shape of the document that the camera of the ID-card step frames. */
  @property({ attribute: 'id-card-format', converter: cardFormatConverter }) idCardFormat: CardFormat =
    'id-1';
  /** Opens the camera when connected. */
  @property({ type: Boolean, attribute: 'auto-start' }) autoStart = false;
  /** Shows the photo for *Use this photo* or *Retake* before going on. */
  @property({ type: Boolean }) review = false;
  /** Replaces single texts. */
  @property({ attribute: false }) messages: Partial<Texts & StepTexts> = {};
  /** Guards that only report. */
  @property({ attribute: false }) disabledGuards: readonly GuardId[] = [];
  /** Folder of the wasm and the model, as `copy-assets` fills it; default: `mediapipe/` beside the module. */
  @property({ attribute: 'asset-base' }) assetBase: string | undefined = undefined;
  /** Another FaceLandmarker bundle. */
  @property({ attribute: 'model-url' }) modelUrl: string | undefined = undefined;
  /** The worker's script; default: beside the module, and then `landmarker.worker.js` in `asset-base`. */
  @property({ attribute: 'worker-url' }) workerUrl: string | undefined = undefined;
  /**
   * Checks engine and model by their SHA-256 before they are used: empty for this package's own files; with `model-url`,
   * the bundle's hash as `sha256-…`.
   */
  @property() integrity: string | null | undefined = undefined;
  /** `gpu` needs a bundle that the GPU can run; falls back to `cpu` with one console warning. */
  @property({ converter: delegateConverter }) delegate: Delegate = 'cpu';
  /** Camera to use. */
  @property({ attribute: 'device-id' }) deviceId: string | undefined = undefined;
  /** Shows live values beside their limits. */
  @property({ type: Boolean }) debug = false;

  /** Offers a photo from a file where the camera cannot be had or takes too long; it goes through the same guards. */
  @property({ type: Boolean }) upload = false;
  /** More time for everything, and what happens is spoken too. */
  @property({ type: Boolean }) accessible = false;
  /** What can be heard and felt of progress and success: `tones`, `vibration`, or both by a space. */
  @property() feedback = '';

  /** @internal Replaced in tests. */
  @property({ attribute: false }) services: Services = browserServices;

  @state() private isLit = false;
  @state() private isDisabled = false;
  #limits: LimitOverrides = {};
  #resolvedLimits: Limits = mergeLimits();
  readonly #shownPhoto = new PhotoUrl();
  #photo: CaptureFields | null = null;
  readonly #locale = new LocaleController(this);
  readonly #session = new Session(this);
  readonly #announcer = new Announcer(this);
  readonly #focus = new StepFocus();
  readonly #help = new CameraHelp(this);
  readonly #debugOverlay = new LazyPart(this, () => lazyServices.loadDebug(() => this.requestUpdate()));

  constructor() {
    super();
    new Feedback(this);
  }

  /** Why this page cannot take a photo by the camera; empty when nothing keeps it from doing so. */
  static canCapture(): readonly CaptureObstacle[] {
    return captureObstacles();
  }

  /**
   * Fetches engine and model into the browser's cache, so that the first start is quicker.
   *
   * @throws CaptureError `ASSETS_MISSING`; an `AbortError` when the signal aborts
   */
  static preload(options: PreloadOptions = {}): Promise<void> {
    return lazyServices.preloadAssets(options);
  }

  /**
   * Guard limits that differ from the defaults. A number is where the guard fails; where it passes again follows.
   *
   * @throws RangeError naming the limit that is unknown or out of range
   */
  @property({ attribute: false })
  get limits(): LimitOverrides {
    return this.#limits;
  }

  set limits(overrides: LimitOverrides) {
    this.#resolvedLimits = mergeLimits(overrides);
    this.#limits = overrides;
  }

  /** @internal */
  get resolvedLimits(): Limits {
    return this.#resolvedLimits;
  }

  /** @internal In the language of the element, with `messages` on top. */
  get texts(): Texts {
    return this.#locale.texts;
  }

  /** @internal */
  get pace(): Pace {
    return this.accessible ? SLOW_PACE : PACE;
  }

  /** What the element is doing. */
  get phase(): PhaseName {
    return this.#session.now.state.phase;
  }

  /**
   * Opens the camera and begins.
   *
   * @returns when the person is being guided
   * @throws CaptureError that stopped it, also told by `okay-error`; an `AbortError` when stopped, an `InvalidStateError`
   *   while the form disables it
   */
  async start({ signal }: RunOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    if (this.isDisabled) throw new DOMException('The control is disabled.', 'InvalidStateError');
    this.#session.start();
    await this.#untilSeeking(signal);
  }

  /** Ends everything and lets camera, engine, photo and card go. */
  stop(): void {
    this.isLit = false;
    this.#session.stop();
  }

  /**
   * Throws the photo away and opens the camera again.
   *
   * @returns when the person is being guided
   * @throws like `start`
   */
  async retake({ signal }: RunOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    this.#session.retake();
    await this.#untilSeeking(signal);
  }

  /**
   * Manual shutter: takes the next frame. One whole face must be in it; what else the guards find is recorded.
   *
   * @throws CaptureError with the `hint` that refused it, or what stopped the flow; an `AbortError` when stopped
   */
  async capture({ signal }: RunOptions = {}): Promise<CaptureFields> {
    if (this.phase !== 'seeking' && this.phase !== 'holding') await this.start(signal ? { signal } : {});
    return this.#session.shutter(signal);
  }

  /**
   * Posts the photo, again after a failure or for the first time after a cancelled `okay-capture`. Asks for the ID card
   * before where one is needed.
   *
   * @throws CaptureError that stopped it, `REQUEST_INCOMPLETE` where there is no photo; an `AbortError` when cancelled
   */
  async submit({ signal }: RunOptions = {}): Promise<OkayVerdict | null> {
    signal?.throwIfAborted();
    if (!this.#session.now.photo) {
      throw new CaptureError(
        'REQUEST_INCOMPLETE',
        'There is no photo to submit: call start() or capture() first.',
      );
    }
    const cancel = () => this.#session.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    this.#session.proceed();
    if (this.phase !== 'done') {
      await waitForPhase(this, this.#session, { good: ['done'], bad: SUBMIT_ENDS }, signal);
    }
    return this.#session.now.verdict;
  }

  async #untilSeeking(signal: AbortSignal | undefined): Promise<void> {
    if (this.phase !== 'preparing') return;
    signal?.addEventListener('abort', () => this.stop(), { once: true });
    await waitForPhase(this, this.#session, { good: ['seeking'], bad: START_ENDS }, signal);
  }

  /** @internal */
  get hasFrameListeners(): boolean {
    return this.listensTo('okay-frame');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.autoStart) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shownPhoto.show(null);
    this.#setPhoto(null);
  }

  /** @internal `moveBefore` takes the element along as it is: with this callback, nothing is ended or begun. */
  connectedMoveCallback(): void {}

  override formResetCallback(): void {
    this.stop();
  }

  override formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
    if (isDisabled) this.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { photo, state } = this.#session.now;
    this.#shownPhoto.show((showsPhoto(state.phase) && photo?.image) || null);
    this.#setPhoto(state.phase === 'idle' ? null : photo);
    if (changed.has('idCard')) this.#session.cardChanged();
    this.#announcer.say(
      spokenWords(this.#session.now, this.texts, this.accessible ? this.#locale.locale : null),
    );
    this.#focus.before(this.shadowRoot);
  }

  protected override render() {
    const { now } = this.#session;
    const { locale } = this.#locale;
    const screen = render({
      now,
      video: this.#session.video,
      photoUrl: this.#shownPhoto.url,
      asksForCard: this.idCardMode === 'ask',
      cardFormat: this.idCardFormat,
      messages: this.messages,
      texts: this.texts,
      comparesCard: comparesCard(this),
      locale,
      steps: 'error' in now.state ? this.#help.stepsFor(now.state.error, locale, this.messages) : [],
      debugOverlay: (this.debug && this.#debugOverlay.get()?.render(now)) || nothing,
      isLit: this.isLit,
      isDisabled: this.isDisabled,
      allowsUpload: this.upload,
      spoken: this.#announcer.text,
      actions: this.#actions,
    });
    return html`<div lang=${locale} dir=${this.#locale.dir()}>${screen}</div>`;
  }

  protected override updated(): void {
    const { captureFrame } = this.#session.now;
    // Through the object model, since a strict content security policy forbids style attributes.
    if (captureFrame) {
      const { width, height } = captureFrame.crop;
      this.style.setProperty('--_aspect', String(width / height));
    }
    this.#focus.after(this.renderRoot, this.phase);
    const message = this.texts['start.title'];
    this.validate(message, this.renderRoot.querySelector('button') ?? undefined);
  }

  /** What the form sends; set only where it changes, since the form hears of it. */
  #setPhoto(photo: CaptureFields | null): void {
    if (photo === this.#photo) return;
    this.#photo = photo;
    this.setFile(photo?.image ?? null, 'selfie.jpg');
  }

  /** What fails is told by `okay-error` and on screen; a button has nobody to throw to. */
  #begin(): void {
    if (!this.isDisabled) this.#session.start();
  }

  readonly #actions = {
    start: () => this.#begin(),
    stop: () => this.stop(),
    retake: () => this.#session.retake(),
    proceed: () => this.#session.proceed(),
    cancel: () => this.#session.cancel(),
    changeCard: () => this.#session.changeCard(),
    giveCard: (card: Blob) => this.#session.giveCard(card),
    chooseCamera: (deviceId: string) => this.#session.chooseCamera(deviceId),
    upload: (file: Blob) => void this.#session.upload(file),
    light: () => (this.isLit = !this.isLit),
    // What the shutter's photo fails is the hint on screen then.
    shutter: () => void this.#session.shutter().catch(() => undefined),
  };
}
