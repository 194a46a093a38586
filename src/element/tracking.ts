import { sleep } from '../adapters/connection.js';
import type { Landmarker, Still } from '../adapters/landmarker.js';
import type { CaptureFrame } from '../core/capture-frame.js';
import type * as Judging from '../core/judged-frame.js';
import type { ScoredFrame } from '../core/judged-frame.js';
import { isNearlyHeld, type Hold } from '../core/hold.js';
import type { CaptureState, Signal } from '../core/phase.js';
import { CaptureError } from '../core/errors.js';
import { inWords } from '../locales/texts.js';
import type { GuardVerdict } from '../types/capture.js';
import type { Observation } from '../types/frame.js';
import type { CameraChoices } from './camera-choices.js';
import { OkayFrameEvent, type CaptureFields } from './events.js';
import { hintOfCause } from './hint.js';
import type { SessionHost } from './session-host.js';
import type { SignalWatch } from './signal-watch.js';
import { Tracker } from './tracker.js';

export interface TrackingOptions {
  readonly host: SessionHost;
  readonly video: HTMLVideoElement;
  readonly landmarker: Promise<Landmarker>;
  readonly cameras: CameraChoices;
  /** Ends the camera, and with it the tracking. */
  readonly signal: AbortSignal;
  readonly state: () => CaptureState;
  readonly dispatch: (signal: Signal) => void;
  readonly onPreview: (frame: CaptureFrame) => void;
  readonly onFailure: (error: unknown) => void;
  /** The photo passed every guard that it must pass. */
  readonly onPhoto: (photo: CaptureFields) => void;
}

/** That the photo is taken is shown for a few pictures at least, however soon it is there. */
const SIGN_MS = 50;

/** From the opened camera to the photo: judges every frame, keeps the best of the hold, judges it once more. */
export class Tracking {
  readonly #options: TrackingOptions;
  #shutter: { resolve(photo: CaptureFields): void; reject(reason: unknown): void } | null = null;
  #lastJudged: ScoredFrame | null = null;
  #tracker: Tracker | null = null;
  /** The photo of the best frame so far, begun before the hold is over. */
  #ahead: { readonly frameId: number; readonly still: Promise<Still> } | null = null;
  #watch: SignalWatch | null = null;

  constructor(options: TrackingOptions) {
    this.#options = options;
  }

  /** The newest frame's verdicts; null before the first frame. */
  get lastJudged(): ScoredFrame | null {
    return this.#lastJudged;
  }

  /** Opens camera and engine, tells `ready` and goes on until the signal aborts. */
  async run(): Promise<void> {
    const { host, video, landmarker, cameras, signal, dispatch, onPreview, onFailure } = this.#options;
    const { services } = host;
    const [tracker, judging, watch] = await Promise.all([
      Tracker.open({ video, services, cameras, landmarker, signal, onLost: onFailure, onPreview }),
      services.loadJudging(),
      cameras.watch(),
    ]);
    signal.throwIfAborted();
    this.#tracker = tracker;
    this.#watch = watch;
    dispatch({ kind: 'ready' });
    if (signal.aborted) return;
    tracker.watch({
      signals: watch,
      wantsLandmarks: () => host.hasFrameListeners || host.debug,
      onObservation: (observation, frameId) => this.#onObservation(tracker, judging, observation, frameId),
      onFailure,
      onHidden: () => dispatch({ kind: 'reopen' }),
    });
  }

  /**
   * Takes the next analysed frame, whatever the soft guards say of it.
   *
   * @throws CaptureError `PHOTO_FAILED` with the hint of the hard guard that refused it; the abort reason of the stage
   */
  shutter(signal?: AbortSignal): Promise<CaptureFields> {
    return new Promise((resolve, reject) => {
      this.#shutter = { resolve, reject };
      const ends = signal ? [signal, this.#options.signal] : [this.#options.signal];
      for (const end of ends) end.addEventListener('abort', () => reject(end.reason), { once: true });
    });
  }

  /** Lets somebody else use the engine while no frame is analysed. */
  lend<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#tracker ? this.#tracker.lend(work) : work();
  }

  #onObservation(tracker: Tracker, judging: typeof Judging, observation: Observation, frameId: number): void {
    const { host, state, dispatch } = this.#options;
    this.#watch?.analysed(observation);
    const frame = this.#judge(judging, observation, frameId);
    this.#lastJudged = frame;
    if (host.debug) host.requestUpdate();
    if (host.hasFrameListeners) host.dispatchEvent(new OkayFrameEvent(observation, frame.verdicts));
    dispatch({ kind: 'frame', frame });
    if (this.#shutter) dispatch({ kind: 'shutter', frameId, at: frame.at });
    const now = state();
    const isBest = now.phase === 'holding' && now.hold.best?.frameId === frameId;
    if (isBest) tracker.keep();
    if (now.phase !== 'holding') this.#ahead = null;
    else if (now.taking) void this.#take(tracker, judging, now.taking, frameId, now.hold);
    else this.#workAhead(tracker, now.hold);
  }

  /** Once in a hold: a better frame that comes later is worth the time that it takes. */
  #workAhead(tracker: Tracker, hold: Hold): void {
    const { holdMs } = this.#options.host.pace;
    if (this.#ahead || !hold.best || !isNearlyHeld(hold, hold.at, holdMs)) return;
    this.#ahead = { frameId: hold.best.frameId, still: tracker.still() };
    // Told where the photo is taken, if it comes to that.
    this.#ahead.still.catch(() => undefined);
  }

  async #take(
    tracker: Tracker,
    judging: typeof Judging,
    source: 'auto' | 'manual',
    frameId: number,
    { best }: Hold,
  ): Promise<void> {
    const { cameras, signal, dispatch, onFailure, onPhoto } = this.#options;
    tracker.pause(true);
    const ahead = this.#ahead;
    this.#ahead = null;
    try {
      const [still] = await Promise.all([
        ahead && ahead.frameId === best?.frameId ? ahead.still : tracker.still(),
        sleep(SIGN_MS, signal),
      ]);
      if (signal.aborted) return;
      const judged = this.#judge(judging, still.observation, frameId, new Set());
      const frame = source === 'manual' ? judging.judgedByHand(judged) : judged;
      if (frame.wanted) {
        this.#refuse(frame.wanted);
        dispatch({ kind: 'spoiled', frame });
        tracker.pause(false);
        return;
      }
      const { image, width, height } = still;
      const { parts: score, verdicts } = frame;
      const signals = (await cameras.watch()).signals(source);
      const photo = { image, width, height, score, verdicts, source, signals };
      this.#shutter?.resolve(photo);
      onPhoto(photo);
    } catch (error) {
      if (!signal.aborted) onFailure(error);
    }
  }

  #refuse(verdict: GuardVerdict): void {
    this.#shutter?.reject(
      new CaptureError('PHOTO_FAILED', `The photo failed ${verdict.guard}: ${verdict.message}.`, {
        hint: inWords(hintOfCause({ ...verdict, direction: verdict.direction }), this.#options.host.texts),
        recoverable: true,
      }),
    );
    this.#shutter = null;
  }

  #judge(
    { judgeFrame }: typeof Judging,
    observation: Observation,
    frameId: number,
    failing = this.#failing(),
  ): ScoredFrame {
    const { resolvedLimits: limits, disabledGuards } = this.#options.host;
    return judgeFrame(observation, frameId, { limits, disabled: new Set(disabledGuards), failing });
  }

  #failing(): ReadonlySet<string> {
    const state = this.#options.state();
    return 'steady' in state ? state.steady.failing : new Set();
  }
}
