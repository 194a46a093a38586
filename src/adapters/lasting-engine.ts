import type { CaptureError } from '../core/errors.js';
import type { Detection } from '../core/observe.js';
import type { Delegate } from '../types/capture.js';
import { openEngine, type Engine, type EngineOptions } from './engine.js';
import { contextLost } from './gl-canvas.js';

/**
 * An engine that is started again where the browser takes its WebGL context away, as it does with every page's when the GPU is
 * reset or a phone is short of memory. One that is lost before it gave an answer is given up.
 */
export class LastingEngine {
  readonly #options: EngineOptions;
  readonly #first: Engine;
  #engine: Promise<Engine>;
  #hasAnswered = true;

  /**
   * @param options `onLost` is called where it is given up.
   * @throws what `openEngine` throws
   */
  static async open(options: EngineOptions): Promise<LastingEngine> {
    let onLost = options.onLost;
    const first = await openEngine({ ...options, onLost: (error) => onLost(error) });
    const lasting = new LastingEngine(options, first);
    onLost = lasting.#onLost;
    return lasting;
  }

  private constructor(options: EngineOptions, first: Engine) {
    this.#options = options;
    this.#first = first;
    this.#engine = Promise.resolve(first);
  }

  get delegate(): Delegate {
    return this.#first.delegate;
  }

  get gpuFailure(): string | null {
    return this.#first.gpuFailure;
  }

  /**
   * Finds faces, see `Engine.detect`. What a lost engine answers, or fails with, does not count.
   *
   * @throws {CaptureError} `ENGINE_FAILED` where it is given up
   */
  async detect(picture: ImageData, atMs: number): Promise<Detection[]> {
    for (;;) {
      const opening = this.#engine;
      const detections = detectionsOfKept(await opening, picture, atMs);
      if (detections) {
        this.#hasAnswered = true;
        return detections;
      }
      if (this.#engine !== opening) continue;
      if (!this.#hasAnswered) throw contextLost();
      this.#startAgain();
    }
  }

  close(): void {
    this.#engine.then((engine) => engine.close()).catch(() => undefined);
  }

  readonly #onLost = (error: CaptureError): void => {
    if (this.#hasAnswered) this.#startAgain();
    else this.#options.onLost(error);
  };

  #startAgain(): void {
    this.#hasAnswered = false;
    const lost = this.#engine;
    const start = async () => {
      (await lost).close();
      return openEngine({ ...this.#options, onLost: this.#onLost });
    };
    this.#engine = start();
    // Told to whoever asks next.
    this.#engine.catch(() => undefined);
  }
}

/** @returns null where the engine was lost meanwhile */
function detectionsOfKept(engine: Engine, picture: ImageData, atMs: number): Detection[] | null {
  try {
    const detections = engine.detect(picture, atMs);
    return engine.isLost ? null : detections;
  } catch (error) {
    if (engine.isLost) return null;
    throw error;
  }
}
