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

  /** Gives the engine that is there, or loads one. A failure is forgotten, so that the next start tries anew. */
  open(): Promise<Landmarker> {
    if (this.#opening) return this.#opening;
    const { assetBase, modelUrl, workerUrl, delegate, services } = this.#host;
    const opening = services.openLandmarker({
      ...(assetBase ? { assetBase } : {}),
      ...(modelUrl ? { modelUrl } : {}),
      ...(workerUrl ? { workerUrl } : {}),
      delegate,
      signal: this.#life.signal,
      ...this.#listener,
    });
    this.#opening = opening;
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  close(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#opening = null;
  }
}
