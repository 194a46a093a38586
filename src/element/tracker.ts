import type { Camera } from '../adapters/camera.js';
import type { CameraPictures } from '../adapters/frames.js';
import type { Landmarker, Still } from '../adapters/landmarker.js';
import { Watchdog } from '../adapters/watchdog.js';
import { captureFrame, type CaptureFrame } from '../core/capture-frame.js';
import { CaptureError } from '../core/errors.js';
import type { Observation } from '../types/frame.js';
import type { CameraFrame } from '../types/messages.js';
import type { CameraChoices } from './camera-choices.js';
import type { Services } from './services.js';
import type { SignalWatch } from './signal-watch.js';

export interface TrackerOptions {
  readonly video: HTMLVideoElement;
  readonly services: Services;
  readonly cameras: CameraChoices;
  readonly landmarker: Promise<Landmarker>;
  readonly signal: AbortSignal;
  readonly onLost: (error: CaptureError) => void;
  /** The camera shows its picture; the engine may still be loading. */
  readonly onPreview: (frame: CaptureFrame) => void;
}

/** What the tracker asks and tells while it runs. */
export interface TrackerListener {
  /** Takes note of the camera. */
  readonly signals: SignalWatch;
  readonly wantsLandmarks: () => boolean;
  /** An analysed frame; `keep` called in here keeps it. */
  readonly onObservation: (observation: Observation, frameId: number) => void;
  readonly onFailure: (error: unknown) => void;
  /** The page is no longer seen. */
  readonly onHidden: () => void;
}

/** Camera and engine at work together: one frame in flight, the others dropped. */
export class Tracker {
  readonly #options: TrackerOptions;
  readonly #landmarker: Landmarker;
  #frameId = 0;
  #isPaused = false;
  #inFlight: Promise<unknown> = Promise.resolve();

  private constructor(options: TrackerOptions, landmarker: Landmarker) {
    this.#options = options;
    this.#landmarker = landmarker;
  }

  /**
   * Opens the camera while the engine loads.
   *
   * @throws CaptureError by camera or engine, `CAMERA_TOO_SMALL` where the camera's picture gives no photo
   */
  static async open(options: TrackerOptions): Promise<Tracker> {
    const [, landmarker] = await Promise.all([showCamera(options), options.landmarker]);
    options.signal.throwIfAborted();
    return new Tracker(options, landmarker);
  }

  /** Analyses frames until the signal of the options aborts. */
  watch(listener: TrackerListener): void {
    const { services, video, signal } = this.#options;
    const { signals, onHidden } = listener;
    const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
    if (track) signals.camera(track);
    const onVisibility = () => {
      if (!services.isHidden()) return;
      signals.hidden();
      onHidden();
    };
    document.addEventListener('visibilitychange', onVisibility, { signal });
    // It may have been left while camera and engine came.
    onVisibility();
    if (signal.aborted) return;
    const pictures = watchPictures(this.#options, PICTURE_SECONDS);
    const step = () => {
      pictures.seen();
      const { videoWidth: width, videoHeight: height } = video;
      signals.picture(services.now(), { width, height });
      look();
    };
    // A picture that came meanwhile is looked at as soon as the one before is done: waiting for the next one would halve
    // the rate of a device that is a little slower than its camera.
    let isWaiting = false;
    const look = () => {
      if (this.#isPaused || signal.aborted || this.#landmarker.isResting) return;
      isWaiting = this.#landmarker.busy;
      if (isWaiting) return;
      this.#inFlight = this.#step(camera, listener)
        .catch(this.#unlessAborted(listener))
        .then(() => isWaiting && look());
    };
    const camera = services.watchFrames(video, step, signal);
    // What the video shows already need not wait for the camera's next picture.
    look();
  }

  /** Stops and goes on with analysing, without letting the camera go. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  /** Lets somebody else use the engine: begins when the frame in flight is done, and goes on analysing after it. */
  async lend<Result>(work: () => Promise<Result>): Promise<Result> {
    this.pause(true);
    try {
      await this.#inFlight;
      return await work();
    } finally {
      this.pause(false);
    }
  }

  /** Keeps the frame analysed last, for `still`. */
  keep(): void {
    this.#landmarker.keep();
  }

  /** Judges the kept frame at full resolution and encodes it. Frames that come meanwhile are dropped. */
  still(): Promise<Still> {
    const still = this.#landmarker.still(this.#options.services.now());
    this.#inFlight = still.catch(() => undefined);
    return still;
  }

  async #step(camera: CameraPictures, { wantsLandmarks, onObservation }: TrackerListener): Promise<void> {
    const { services, signal } = this.#options;
    const frame = await camera.grab().catch(nullWithoutPicture);
    if (!frame || this.#isUnwanted(frame)) return;
    const frameId = ++this.#frameId;
    const observation = await this.#landmarker.analyse(frame, services.now(), wantsLandmarks());
    if (!observation || this.#isPaused || signal.aborted) return;
    onObservation(observation, frameId);
  }

  #isUnwanted(frame: CameraFrame): boolean {
    const isUnwanted = this.#isPaused || this.#options.signal.aborted || this.#landmarker.busy;
    if (isUnwanted) frame.close();
    return isUnwanted;
  }

  #unlessAborted({ onFailure }: TrackerListener): (error: unknown) => void {
    return (error) => {
      if (!this.#options.signal.aborted) onFailure(error);
    };
  }
}

/** A camera that runs gives many pictures a second. */
const PICTURE_SECONDS = 5;
/** A machine that is busy with the engine as well takes its time to start one. */
const FIRST_PICTURE_SECONDS = 15;

/** Tells when the camera gives no more pictures although it runs; `seen` is to be called at each of them. */
function watchPictures({ services, signal, onLost }: TrackerOptions, patienceSeconds: number) {
  const watchdog = new Watchdog(services.everySecond, () => {
    if (services.isHidden()) return seen();
    onLost(
      new CaptureError('CAMERA_LOST', 'The camera runs, but gives no pictures any more.', {
        recoverable: true,
      }),
    );
  });
  const seen = () => watchdog.watch(patienceSeconds);
  const rest = () => watchdog.rest();
  signal.addEventListener('abort', rest, { once: true });
  seen();
  return { seen, rest };
}

/** Between two pictures, and after the last one, a video has none to give; the next one may have. */
function nullWithoutPicture(error: unknown): null {
  if (error instanceof DOMException && error.name === 'InvalidStateError') return null;
  throw error;
}

async function showCamera(options: TrackerOptions): Promise<void> {
  const { video, signal, onPreview } = options;
  const camera = await openBestCamera(options);
  // The video may show the next stage's camera by now.
  signal.throwIfAborted();
  signal.addEventListener('abort', () => (video.srcObject = null), { once: true });
  video.srcObject = camera.stream;
  const pictures = watchPictures(options, FIRST_PICTURE_SECONDS);
  await video.play();
  pictures.rest();
  signal.throwIfAborted();
  onPreview(frameOf(video));
  // A phone that is turned gives a picture of another shape.
  video.addEventListener(
    'resize',
    () => {
      const turned = captureFrame({ width: video.videoWidth, height: video.videoHeight });
      if (turned) onPreview(turned);
    },
    { signal },
  );
}

async function openBestCamera({ services, cameras, signal, onLost }: TrackerOptions): Promise<Camera> {
  const { everySecond } = services;
  const open = () => services.openCamera({ deviceId: cameras.wanted, signal, onLost, everySecond });
  const camera = await open();
  if (!(await cameras.opened(camera.track))) return camera;
  camera.stop();
  const better = await open();
  await cameras.opened(better.track);
  return better;
}

/** @throws CaptureError `CAMERA_TOO_SMALL` where the picture gives no photo */
function frameOf({ videoWidth: width, videoHeight: height }: HTMLVideoElement): CaptureFrame {
  const frame = captureFrame({ width, height });
  if (frame) return frame;
  throw new CaptureError(
    'CAMERA_TOO_SMALL',
    `The camera gives ${width}×${height}; a photo needs at least 450×450. Use another camera.`,
  );
}
