import { Analyser } from '../../../src/adapters/analyser.js';
import { pageCanvases } from '../../../src/adapters/page-canvases.js';
import type { Observation } from '../../../src/types/frame.js';
import type { AnalyserReply } from '../../../src/types/messages.js';

type Picture = HTMLCanvasElement | ImageBitmap;

/** The real analyser, asked one picture at a time. */
export class BenchEngine {
  readonly #analyser: Analyser;
  readonly #waiting: ((reply: AnalyserReply) => void)[] = [];
  #clock = 0;
  #id = 0;

  private constructor() {
    this.#analyser = new Analyser({
      canvases: pageCanvases,
      fetch: (...request) => fetch(...request),
      reply: (reply) => {
        if (reply.kind !== 'progress') this.#waiting.shift()?.(reply);
      },
    });
  }

  static async open(): Promise<BenchEngine> {
    const engine = new BenchEngine();
    const base = new URL('/mediapipe/', location.href).href;
    const reply = await engine.#ask(() =>
      engine.#analyser.handle({
        kind: 'load',
        wasmLoaderUrl: `${base}wasm/vision_wasm_module_internal.js`,
        wasmBinaryUrl: `${base}wasm/vision_wasm_module_internal.wasm`,
        modelUrl: `${base}face_landmarker.task`,
        delegate: 'cpu',
      }),
    );
    if (reply.kind !== 'ready') throw new Error(`The engine did not load: ${JSON.stringify(reply)}`);
    return engine;
  }

  /**
   * What a camera that shows this picture for a while gives: the second of two frames, as a face is found by the detector
   * in the first one and by tracking afterwards.
   */
  async settled(picture: Picture): Promise<Observation> {
    // Long after the scene before, so that nobody is compared with how they were in that one.
    this.#clock += 60_000;
    await this.observe(picture);
    return this.observe(picture);
  }

  async observe(picture: Picture): Promise<Observation> {
    const frame = await createImageBitmap(picture);
    this.#clock += 66;
    this.#id += 1;
    const reply = await this.#ask(() =>
      this.#analyser.handle({ kind: 'frame', id: this.#id, frame, at: this.#clock, wantLandmarks: true }),
    );
    if (reply.kind !== 'observed') throw new Error(`No observation: ${JSON.stringify(reply)}`);
    return reply.observation;
  }

  #ask(send: () => void): Promise<AnalyserReply> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      send();
    });
  }
}
