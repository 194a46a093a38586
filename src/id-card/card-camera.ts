import { openCamera } from '../adapters/camera.js';
import { CardPictures, type CardPhoto } from '../adapters/card-pictures.js';
import { watchFrames } from '../adapters/frames.js';
import { previewVideo } from '../adapters/preview-video.js';
import { cardFrame, type CardFormat, type CardFrame } from '../core/card-frame.js';
import type { CardFault } from '../core/card-judge.js';
import { measureCard } from '../core/card-measures.js';
import { UNWATCHED, watchCard, type CardWatch } from '../core/card-watch.js';
import { CaptureError, isCaptureError } from '../core/errors.js';

/** Pictures are measured on the page's own thread, so no more often than a hint can change anything. */
const LOOK_MS = 95;

/** A photo that the camera took. */
export interface CardShot extends CardPhoto {
  readonly source: 'auto' | 'manual';
  /** What the camera found wrong when the photo was taken by hand. */
  readonly faults: readonly CardFault[];
}

/** The element that shows the camera. */
export interface CardCameraHost {
  readonly format: CardFormat;
  requestUpdate(): void;
  onPicture(): void;
  onShot(shot: CardShot): void;
  /** The camera could not be had, or went away; it has been let go. */
  onFailure(error: CaptureError): void;
}

/** What the camera shows now. */
export interface CardCameraView {
  /** Null before the first picture. */
  readonly frame: CardFrame | null;
  readonly watch: CardWatch;
  readonly isTaking: boolean;
}

/**
 * The camera that looks away from the person, watched until it sees a card well enough. Holds the device only between
 * `start` and the photo, and never while the page or the element is hidden.
 */
export class CardCamera {
  readonly #host: CardCameraHost & Element;
  /** One for each opening: a browser stops a video at some time after it left the page, maybe when it plays again. */
  #video = previewVideo();
  #pictures = new CardPictures(this.#video);
  readonly #shown = new ResizeObserver(() => this.#openOrLetGo());
  /** From `start` to the photo, with the camera or without it while hidden. */
  #session: AbortController | null = null;
  /** Of the camera that is open. */
  #life: AbortController | null = null;
  #frame: CardFrame | null = null;
  #watch: CardWatch = UNWATCHED;
  #previousLuma: Float32Array | null = null;
  #lookedAt = -Infinity;
  #isTaking = false;

  constructor(host: CardCameraHost & Element) {
    this.#host = host;
  }

  /** To be put into the page while the camera is shown. */
  get video(): HTMLVideoElement {
    return this.#video;
  }

  get now(): CardCameraView {
    return { frame: this.#frame, watch: this.#watch, isTaking: this.#isTaking };
  }

  /** Opens the camera; what comes of it is told to the host. */
  start(): void {
    this.stop();
    this.#session = new AbortController();
    const { signal } = this.#session;
    document.addEventListener('visibilitychange', () => this.#openOrLetGo(), { signal });
    this.#shown.observe(this.#host);
    this.#openOrLetGo();
  }

  /** Lets the camera go. */
  stop(): void {
    this.#session?.abort();
    this.#session = null;
    this.#shown.disconnect();
    this.#letGo();
    this.#pictures.clear();
  }

  /** Takes the photo now, whatever is wrong with it. */
  shutter(): void {
    if (!this.#frame || !this.#life || this.#isTaking) return;
    const life = this.#life;
    try {
      this.#pictures.keep(this.#frame);
    } catch (cause) {
      return this.#fail(cause, life);
    }
    void this.#take('manual', this.#watch.faults, life);
  }

  #openOrLetGo(): void {
    const isShown = document.visibilityState === 'visible' && this.#host.getClientRects().length > 0;
    if (!this.#session || !isShown) return this.#letGo();
    if (!this.#life) void this.#open();
  }

  #letGo(): void {
    this.#life?.abort();
    this.#life = null;
    this.#frame = null;
    this.#watchAnew();
    this.#isTaking = false;
    this.#host.requestUpdate();
  }

  async #open(): Promise<void> {
    const life = new AbortController();
    this.#life = life;
    const { signal } = life;
    const video = previewVideo();
    this.#video = video;
    this.#pictures = new CardPictures(video);
    this.#host.requestUpdate();
    try {
      const onLost = (error: CaptureError) => this.#fail(error, life);
      const { stream } = await openCamera({ facing: 'environment', signal, onLost });
      signal.addEventListener('abort', () => (video.srcObject = null), { once: true });
      video.srcObject = stream;
      await video.play();
      signal.throwIfAborted();
      this.#layOut(life);
      if (signal.aborted) return;
      // A phone that is turned gives a picture of another shape.
      video.addEventListener('resize', () => this.#layOut(life), { signal });
      watchFrames(video, () => this.#look(life), signal);
      this.#host.onPicture();
    } catch (cause) {
      this.#fail(cause, life);
    }
  }

  #layOut(life: AbortController): void {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const frame = cardFrame({ width, height }, this.#host.format);
    if (!frame) {
      const message = `The camera gives ${width}×${height}; a photo needs at least 450×450. Use another camera.`;
      return this.#fail(new CaptureError('CAMERA_TOO_SMALL', message), life);
    }
    this.#frame = frame;
    this.#watchAnew();
    this.#host.requestUpdate();
  }

  #watchAnew(): void {
    this.#watch = UNWATCHED;
    this.#previousLuma = null;
  }

  #look(life: AbortController): void {
    const at = performance.now();
    if (!this.#frame || this.#isTaking || at - this.#lookedAt < LOOK_MS) return;
    this.#lookedAt = at;
    try {
      const { measures, luma } = measureCard(this.#pictures.patch(this.#frame), this.#previousLuma);
      this.#previousLuma = luma;
      const { watch, isBest, isDone } = watchCard(this.#watch, measures, at);
      if (isBest) this.#pictures.keep(this.#frame);
      this.#watch = watch;
      this.#host.requestUpdate();
      if (isDone) void this.#take('auto', [], life);
    } catch (cause) {
      this.#fail(cause, life);
    }
  }

  async #take(
    source: CardShot['source'],
    faults: readonly CardFault[],
    life: AbortController,
  ): Promise<void> {
    this.#isTaking = true;
    this.#host.requestUpdate();
    try {
      const photo = await this.#pictures.photo(life.signal);
      this.stop();
      this.#host.onShot({ ...photo, source, faults });
    } catch (cause) {
      this.#fail(cause, life);
    }
  }

  #fail(cause: unknown, { signal }: AbortController): void {
    if (signal.aborted) return;
    this.stop();
    const message = 'The camera was opened, but shows no picture.';
    this.#host.onFailure(
      isCaptureError(cause)
        ? cause
        : new CaptureError('CAMERA_UNSUPPORTED', message, { cause, recoverable: true }),
    );
  }
}
