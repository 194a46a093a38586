import type { Landmarker, Still } from '../adapters/landmarker.js';
import { captureFrame, type CaptureFrame } from '../core/capture-frame.js';
import { CaptureError } from '../core/errors.js';
import type { Observation } from '../types/frame.js';
import type { CameraFrame } from '../types/messages.js';
import type { Services } from './services.js';

export interface TrackerOptions {
  readonly video: HTMLVideoElement;
  readonly services: Services;
  readonly deviceId: string | undefined;
  readonly landmarker: Promise<Landmarker>;
  readonly signal: AbortSignal;
  readonly onLost: (error: CaptureError) => void;
  /** The camera shows its picture; the engine may still be loading. */
  readonly onPreview: (frame: CaptureFrame) => void;
}

/** What the tracker asks and tells while it runs. */
export interface TrackerListener {
  readonly wantsLandmarks: () => boolean;
  /** An analysed frame; `keep` called in here keeps it. */
  readonly onObservation: (observation: Observation, frameId: number) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Camera and engine at work together: one frame in flight, the others dropped. */
export class Tracker {
  readonly #options: TrackerOptions;
  readonly #landmarker: Landmarker;
  #frameId = 0;
  #isPaused = false;

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
    services.watchFrames(video, () => void this.#step(listener).catch(this.#unlessAborted(listener)), signal);
  }

  /** Stops and goes on with analysing, without letting the camera go. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  /** Keeps the frame analysed last, for `still`. */
  keep(): void {
    this.#landmarker.keep();
  }

  /** Judges the kept frame at full resolution and encodes it. */
  still(): Promise<Still> {
    return this.#landmarker.still(this.#options.services.now());
  }

  async #step({ wantsLandmarks, onObservation }: TrackerListener): Promise<void> {
    if (this.#isPaused || this.#landmarker.busy) return;
    const { services, video, signal } = this.#options;
    const frame = await services.grabFrame(video);
    if (this.#isUnwanted(frame)) return;
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

async function showCamera({ video, services, deviceId, signal, ...options }: TrackerOptions): Promise<void> {
  const camera = await services.openCamera({ deviceId, signal, onLost: options.onLost });
  signal.addEventListener('abort', () => (video.srcObject = null), { once: true });
  video.srcObject = camera.stream;
  await video.play();
  signal.throwIfAborted();
  const size = { width: video.videoWidth, height: video.videoHeight };
  const frame = captureFrame(size);
  if (!frame) {
    throw new CaptureError(
      'CAMERA_TOO_SMALL',
      `The camera gives ${size.width}×${size.height}; a photo needs at least 450×450. Use another camera.`,
    );
  }
  options.onPreview(frame);
}
