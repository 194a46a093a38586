import { Analyser } from '../../../src/adapters/analyser.js';
import { pageCanvases } from '../../../src/adapters/page-canvases.js';
import type { Observation } from '../../../src/types/frame.js';
import type { AnalyserReply } from '../../../src/types/messages.js';

type Picture = HTMLCanvasElement | ImageBitmap;

/** A camera gives so many in a third of a second, and the hold takes three times as long. */
const MOST_FRAMES = 10;
/** Of the face's height: what less than that moves, no sweep in steps of a twentieth can see. */
const STILL_SHARE = 0.002;

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
   * What a camera that shows this picture for a while gives. A face is found by the detector in the first frame and by tracking
   * afterwards, which takes a frame or two to stand still, most of all where a hand lies at the face.
   */
  async settled(picture: Picture): Promise<Observation> {
    let observation = await this.#first(picture);
    for (let frames = 1; frames < MOST_FRAMES; frames += 1) {
      const before = observation;
      observation = await this.observe(picture);
      if (standsStill(before, observation)) break;
    }
    return observation;
  }

  /** What the first frame gives that is found by tracking, whether or not it stands still. */
  async second(picture: Picture): Promise<Observation> {
    await this.#first(picture);
    return this.observe(picture);
  }

  /** Long after the picture before, so that nobody is compared with how they were in that one. */
  #first(picture: Picture): Promise<Observation> {
    this.#clock += 60_000;
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

function standsStill({ face: before }: Observation, { face: now }: Observation): boolean {
  if (!before || !now) return before === now;
  return Math.abs(now.box.height - before.box.height) <= STILL_SHARE * before.box.height;
}
