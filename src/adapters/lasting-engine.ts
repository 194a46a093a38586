import { CaptureError } from '../core/errors.js';
import type { Detection } from '../core/observe.js';
import { openEngine, type Engine, type EngineOptions } from './engine.js';

/**
 * An engine that is started again where the browser took its WebGL context away, as it does with every page's when the GPU is
 * reset, or a phone is short of memory or shows another page. It is started when the next picture comes, since a page that is not
 * seen may get no WebGL. One that is lost again before it gave an answer is given up.
 */
export class LastingEngine {
  readonly #options: EngineOptions;
  /** How it was started at first. */
  readonly first: Pick<Engine, 'delegate' | 'gpuFailure'>;
  #engine: Promise<Engine>;
  #hasAnswered = true;

  /** @throws what `openEngine` throws */
  static async open(options: EngineOptions): Promise<LastingEngine> {
    return new LastingEngine(options, await openEngine(options));
  }

  private constructor(options: EngineOptions, first: Engine) {
    this.#options = options;
    this.first = first;
    this.#engine = Promise.resolve(first);
  }

  /**
   * Finds faces, see `Engine.detect`. What a lost engine answers, or fails with, does not count. To be called again only when it has
   * answered.
   *
   * @throws {CaptureError} `ENGINE_FAILED` where it is given up, and what `openEngine` throws
   */
  async detect(picture: ImageData, atMs: number): Promise<Detection[]> {
    const engine = await this.#engine;
    try {
      const detections = engine.detect(picture, atMs);
      if (!engine.isLost) {
        this.#hasAnswered = true;
        return detections;
      }
    } catch (error) {
      if (!engine.isLost) throw error;
    }
    if (!this.#hasAnswered) {
      throw new CaptureError('ENGINE_FAILED', 'The browser took WebGL from the face engine. Start again.', {
        recoverable: true,
      });
    }
    this.#hasAnswered = false;
    engine.close();
    this.#engine = openEngine(this.#options);
    return this.detect(picture, atMs);
  }

  close(): void {
    this.#engine.then((engine) => engine.close()).catch(() => undefined);
  }
}
