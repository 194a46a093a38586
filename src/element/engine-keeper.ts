import type { Landmarker } from '../adapters/landmarker.js';
import type { CaptureError } from '../core/errors.js';
import type { SessionHost } from './session-host.js';

export interface EngineListener {
  readonly onProgress: (loaded: number, total: number) => void;
  /** A failure after loading: the worker crashed, for example. */
  readonly onFailure: (error: CaptureError) => void;
}

/** Keeps one loaded engine from the first start of a run to its end, so that a retake need not load again. */
export class EngineKeeper {
  readonly #host: SessionHost;
  readonly #listener: EngineListener;
  #life = new AbortController();
  #opening: Promise<Landmarker> | null = null;

  constructor(host: SessionHost, listener: EngineListener) {
    this.#host = host;
    this.#listener = listener;
  }

  /** Gives the engine that is there, or loads one. One that failed is forgotten, so that the next start tries anew. */
  open(): Promise<Landmarker> {
    if (this.#opening) return this.#opening;
    const { assetBase, modelUrl, workerUrl, integrity, delegate, services } = this.#host;
    const opening = services.openLandmarker({
      ...(assetBase ? { assetBase } : {}),
      ...(modelUrl ? { modelUrl } : {}),
      ...(workerUrl ? { workerUrl } : {}),
      integrity: integrity ?? undefined,
      delegate,
      everySecond: services.everySecond,
      sleep: services.sleep,
      signal: this.#life.signal,
      onProgress: this.#listener.onProgress,
      onFailure: (error) => {
        forget();
        this.#listener.onFailure(error);
      },
    });
    const forget = () => {
      if (this.#opening === opening) this.#opening = null;
    };
    this.#opening = opening;
    opening.catch(forget);
    return opening;
  }

  close(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#opening = null;
  }
}
