import { betterCamera, type CameraChoice } from '../core/camera-label.js';
import { loadPart } from '../adapters/load-part.js';
import type { SessionHost } from './session-host.js';
import type { SignalWatch } from './signal-watch.js';

/** The cameras to choose among, and the one that was chosen; kept as long as the element lives and nowhere else. */
export class CameraChoices {
  #signals: SignalWatch | null = null;
  readonly #host: SessionHost;
  #all: readonly CameraChoice[] = [];
  #chosen: string | undefined;
  #running: string | undefined;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** Every camera of the machine; empty before one has run. */
  get all(): readonly CameraChoice[] {
    return this.#all;
  }

  /** The camera that runs. */
  get running(): string | undefined {
    return this.#running;
  }

  /** The camera to open: the person's choice, then the host's; undefined leaves it to the browser. */
  get wanted(): string | undefined {
    return this.#chosen ?? this.#host.deviceId;
  }

  /**
   * What is noticed of the cameras that run, from a start to the stop; no first picture needs it.
   *
   * @throws {CaptureError} `ASSETS_MISSING`
   */
  async watch(): Promise<SignalWatch> {
    const { SignalWatch } = await loadPart('The camera signals', () => import('./signal-watch.js'));
    return (this.#signals ??= new SignalWatch());
  }

  forgetSignals(): void {
    this.#signals = null;
  }

  choose(deviceId: string): void {
    this.#chosen = deviceId;
  }

  /** Leaves the next opening to the host and the browser, after the chosen camera could not be had. */
  forget(): void {
    this.#chosen = undefined;
  }

  /**
   * Takes note of the camera that was opened, now that labels can be read.
   *
   * @returns whether another one should be opened instead: the browser gave an infra-red or virtual one and there is better
   */
  async opened(track: MediaStreamTrack): Promise<boolean> {
    this.#running = track.getSettings().deviceId;
    this.#all = await this.#host.services.listCameras();
    if (this.wanted) return false;
    const better = betterCamera({ deviceId: this.#running ?? '', label: track.label }, this.#all);
    if (better) this.#chosen = better.deviceId;
    return better !== null;
  }
}
