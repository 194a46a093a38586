import type { ReactiveController } from 'lit';
import type { CaptureFrame } from '../core/capture-frame.js';
import type { CaptureError } from '../core/errors.js';
import {
  isTaking,
  isWatching,
  mayUpload,
  next,
  type CaptureState,
  type Plan,
  type Signal,
} from '../core/phase.js';
import { isDialectId } from '../okayface/dialect-names.js';
import type { OkayVerdict } from '../types/capture.js';
import { OkayErrorEvent, OkayPhaseEvent, OkayResultEvent, type CaptureFields } from './events.js';
import { awaitCamera } from './camera-comeback.js';
import { CameraChoices } from './camera-choices.js';
import { CardAtHand } from './card-at-hand.js';
import { comparesCard } from './compares-card.js';
import { EngineKeeper } from './engine-keeper.js';
import { isBlocking, toCaptureError } from './failure.js';
import { Guidance } from './guidance.js';
import { pageShown } from './page-shown.js';
import { PhotoAtHand } from './photo-at-hand.js';
import { previewVideo } from '../adapters/preview-video.js';
import type { SessionHost } from './session-host.js';
import type { SessionSnapshot } from './session-snapshot.js';
import { StageProgress } from './stage-progress.js';
import { Tracking } from './tracking.js';
import { Uploads } from './uploads.js';

/** What an element keeps that is put elsewhere in the page. */
interface Moved {
  readonly photo: CaptureFields | null;
  readonly card: Blob | null;
  readonly verdict: OkayVerdict | null;
  readonly wasWatching: boolean;
  readonly wasDone: boolean;
}

/**
 * Runs one capture from the start button to the verdict: asks `next` for the phase, and does what each phase needs.
 * Everything that it opens ends with the phase or the run that it belongs to.
 */
export class Session implements ReactiveController {
  readonly video = previewVideo();
  readonly #host: SessionHost;
  #state: CaptureState = { phase: 'idle' };
  readonly #photo: PhotoAtHand;
  readonly #card: CardAtHand;
  #verdict: OkayVerdict | null = null;
  readonly #progress: StageProgress;
  #captureFrame: CaptureFrame | null = null;
  #tracking: Tracking | null = null;
  readonly #guidance: Guidance;
  readonly #uploads: Uploads;
  readonly #cameras: CameraChoices;
  readonly #engine: EngineKeeper;
  #moved: Moved | null = null;
  /** Of what the phase opened: camera, request, or waiting for the camera's return. */
  #stageLife = new AbortController();

  constructor(host: SessionHost) {
    this.#host = host;
    this.#cameras = new CameraChoices(host);
    this.#photo = new PhotoAtHand(host);
    this.#card = new CardAtHand(host);
    this.#progress = new StageProgress(host);
    this.#guidance = new Guidance(host);
    this.#uploads = new Uploads(host);
    this.#engine = new EngineKeeper(host, {
      onProgress: (loaded, total) => this.#progress.advance({ stage: 'assets', loaded, total }),
      onFailure: (error) => {
        // A photo that is there needs no engine any more.
        if (isWatching(this.#state)) this.#fail(error);
      },
    });
    host.addController(this);
  }

  /** What there is to show and tell at this moment. */
  get now(): SessionSnapshot {
    return {
      state: this.#state,
      hint: this.#guidance.hint,
      photo: this.#photo.photo,
      verdict: this.#verdict,
      progress: this.#progress.progress,
      trouble: this.#progress.trouble,
      captureFrame: this.#captureFrame,
      lastJudged: this.#tracking?.lastJudged ?? null,
      stalledBy: this.#guidance.stalledBy,
      cameras: this.#cameras,
      upload: this.#uploads.state,
    };
  }

  hostConnected(): void {
    const moved = this.#moved;
    this.#moved = null;
    if (!moved) return;
    if (moved.wasWatching) return this.start();
    this.#photo.restore(moved.photo);
    if (moved.card) this.#card.give(moved.card);
    this.#verdict = moved.verdict;
    this.#dispatch({ kind: 'moved', wasDone: moved.wasDone });
  }

  /** Lets everything go at once. What is put elsewhere in the page comes back before the task is over, with its photo. */
  hostDisconnected(): void {
    const { photo, verdict, state } = this.now;
    const wasDone = state.phase === 'done';
    const moved = { photo, verdict, card: this.#card.card, wasWatching: isWatching(state), wasDone };
    this.stop();
    this.#moved = moved;
    queueMicrotask(() => (this.#moved = null));
  }

  start(): void {
    this.#dispatch({ kind: 'start' });
  }

  /** Lets everything go, the photo and the card too. */
  stop(): void {
    this.#photo.forget();
    this.#uploads.forget();
    this.#card.forget();
    this.#cameras.forgetSignals();
    this.#verdict = null;
    this.#dispatch({ kind: 'stop' });
  }

  retake(): void {
    this.#dispatch({ kind: 'retake' });
  }

  /**
   * Takes the next analysed frame, whatever the soft guards say of it.
   *
   * @throws CaptureError with the hint that refused it; an `AbortError` when the camera is not running
   */
  async shutter(signal?: AbortSignal): Promise<CaptureFields> {
    if (!this.#tracking) throw new DOMException('The capture was stopped.', 'AbortError');
    return this.#tracking.shutter(signal);
  }

  /** Goes on with the photo: accepts it in the review, and posts it even where the host had withheld it. */
  proceed(): void {
    this.#photo.release();
    if (this.#state.phase === 'review') this.#photo.announce();
    this.#dispatch({ kind: 'proceed' });
  }

  /** Leaves the request or the ID-card step; the photo stays. */
  cancel(): void {
    this.#dispatch({ kind: 'cancel' });
  }

  /** Opens another camera. */
  chooseCamera(deviceId: string): void {
    this.#cameras.choose(deviceId);
    this.#dispatch({ kind: 'reopen' });
  }

  /** Takes a photo from a file instead of the camera's. What is wrong with it is shown; nothing is thrown. */
  async upload(file: Blob): Promise<void> {
    const { signal } = this.#stageLife;
    const judge = () =>
      this.#host.services.uploadedPhoto(
        this.#host,
        file,
        () => this.#engine.open(),
        signal,
        () => this.#cameras.watch(),
      );
    const work = () => (this.#tracking ? this.#tracking.lend(judge) : judge());
    const photo = await this.#uploads.run(work, signal);
    if (!photo || !mayUpload(this.#state)) return;
    this.#photo.take(photo);
    this.#dispatch({ kind: 'uploaded' });
  }

  changeCard(): void {
    this.#card.decline();
    this.#dispatch({ kind: 'change-card' });
  }

  /** @param card chosen by the person, checked and within the limits: see `normaliseCard` */
  giveCard(card: Blob): void {
    this.#card.give(card);
    this.cardChanged();
  }

  /** The host's card was set, or the person gave one. */
  cardChanged(): void {
    if (this.#state.phase === 'id-card' && !this.#plan().needsCard) this.#dispatch({ kind: 'proceed' });
  }

  #plan(): Plan {
    return {
      review: this.#host.review,
      needsCard: comparesCard(this.#host) && !this.#card.card,
      posts: Boolean(this.#host.endpoint) && !this.#photo.isWithheld,
      hasPhoto: this.#photo.photo !== null,
      pace: this.#host.pace,
    };
  }

  #dispatch(signal: Signal): void {
    const before = this.#state;
    const after = next(before, signal, this.#plan());
    if (after === before) return;
    this.#state = after;
    if (after.phase === before.phase) {
      if (isTaking(after) !== isTaking(before)) this.#host.requestUpdate();
      return this.#guidance.update(after);
    }
    if (!(isWatching(before) && isWatching(after)) || after.phase === 'preparing') this.#endStage();
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new OkayPhaseEvent(after.phase, before.phase));
    // A listener of the event may have moved the phase on, and that move has done its own part.
    if (this.#state !== after) return;
    this.#guidance.update(after);
    this.#enter(after);
  }

  #enter(state: CaptureState): void {
    switch (state.phase) {
      case 'preparing':
        // After a refusal the photo stays: the card may be what the server did not like.
        if (!state.refusal) this.#photo.forget();
        this.#uploads.forget();
        this.#verdict = null;
        this.#photo.release();
        return this.#run(this.#track());
      case 'submitting':
        return this.#run(this.#submit());
      case 'blocked':
        this.#tell(state.error);
        return awaitCamera(state.error, {
          services: this.#host.services,
          deviceId: this.#cameras.wanted,
          signal: this.#stageLife.signal,
          onBack: () => this.start(),
        });
      case 'failed':
        this.#engine.close();
        return this.#tell(state.error);
      case 'done':
      case 'idle':
        return this.#engine.close();
      case 'holding':
        // There by the time that the photo is; what fails here is tried again then, and told.
        if (this.#host.endpoint) this.#host.services.loadSending().catch(() => undefined);
        return;
      case 'seeking':
      case 'review':
        return;
      case 'id-card':
        return this.#run(this.#host.services.loadIdCard());
      default:
        state satisfies never;
    }
  }

  /** Gives a stage's failure to the state, unless the stage is over. */
  #run(stage: Promise<void>): void {
    const { signal } = this.#stageLife;
    stage.catch((error: unknown) => {
      if (!signal.aborted) this.#fail(error);
    });
  }

  #fail(cause: unknown): void {
    const error = toCaptureError(cause);
    if (error.code === 'CAMERA_NOT_FOUND' || error.code === 'CAMERA_LOST') this.#cameras.forget();
    this.#dispatch({ kind: isBlocking(error) ? 'blocked' : 'failed', error });
  }

  async #track(): Promise<void> {
    const { signal } = this.#stageLife;
    const { endpoint, dialect } = this.#host;
    // A set-up that can never post is told before anybody poses.
    if (endpoint && !isDialectId(dialect)) (await this.#host.services.loadDialects()).dialectOf(dialect);
    if (this.#host.services.isHidden()) await pageShown(this.#host.services, signal);
    this.#tracking = new Tracking({
      host: this.#host,
      video: this.video,
      landmarker: this.#engine.open(),
      cameras: this.#cameras,
      signal,
      state: () => this.#state,
      dispatch: (moved) => this.#dispatch(moved),
      onPreview: (frame) => {
        this.#captureFrame = frame;
        this.#host.requestUpdate();
      },
      onFailure: (error) => {
        if (!signal.aborted) this.#fail(error);
      },
      onPhoto: (photo) => {
        this.#photo.take(photo);
        this.#dispatch({ kind: 'photo' });
      },
    });
    await this.#tracking.run();
  }

  async #submit(): Promise<void> {
    const { signal } = this.#stageLife;
    const { send } = await this.#host.services.loadSending();
    const { photo } = this.#photo;
    if (!photo || signal.aborted) return;
    const end = await send({
      host: this.#host,
      photo,
      card: this.#card.card,
      signal,
      onProgress: (loaded, total) => this.#progress.advance({ stage: 'upload', loaded, total }),
      onTrouble: (trouble) => this.#progress.wait(trouble),
      onRetry: (error) => this.#tell(error),
      onAbandoned: (error) => this.#tell(error),
    });
    if (signal.aborted) return;
    if ('refusal' in end) {
      this.#dispatch(end.refusal);
      if (this.#state.phase !== 'failed') this.#tell(end.refusal.error);
      return;
    }
    this.#verdict = end.answer.verdict;
    this.#dispatch({ kind: 'answered' });
    this.#host.dispatchEvent(new OkayResultEvent(end.answer.verdict, end.answer.raw));
  }

  #tell(error: CaptureError): void {
    this.#host.dispatchEvent(new OkayErrorEvent(error));
  }

  #endStage(): void {
    this.#stageLife.abort();
    this.#stageLife = new AbortController();
    this.#tracking = null;
    this.#captureFrame = null;
    this.#progress.clear();
  }
}
