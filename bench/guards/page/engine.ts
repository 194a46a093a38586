import { Analyser } from '../../../src/adapters/analyser.js';
import { pageCanvases } from '../../../src/adapters/page-canvases.js';
import type { Observation } from '../../../src/types/frame.js';
import type { AnalyserReply } from '../../../src/types/messages.js';
import { CAMERAS } from './scene.js';
import { newCanvas } from './stage.js';

type Picture = HTMLCanvasElement | ImageBitmap;

/** A camera gives so many in a third of a second, and the hold takes three times as long. */
const MOST_FRAMES = 10;
/** Of the face's height: what less than that moves, no sweep in steps of a twentieth can see. */
const STILL_SHARE = 0.002;

/** The real analyser, asked one picture at a time. */
export class BenchEngine {
  readonly #analyser: Analyser;
  readonly #waiting: ((reply: AnalyserReply) => void)[] = [];
  readonly #nobody = newCanvas(CAMERAS.vga);
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
   * What a camera that shows this picture for a while gives, before which nobody was. A face is found by the detector in the first
   * frame and by tracking afterwards, which may take a frame or two to stand still.
   */
  async settled(picture: Picture): Promise<Observation> {
    this.#longAfter();
    // What was tracked in the picture before would be looked for in this one.
    let observation = await this.observe(this.#nobody);
    for (let frames = 0; frames < MOST_FRAMES; frames += 1) {
      const before = observation;
      observation = await this.observe(picture);
      if (frames > 0 && standsStill(before, observation)) break;
    }
    return observation;
  }

  /** What the second frame gives after the picture before, in which other faces may have been tracked. */
  async second(picture: Picture): Promise<Observation> {
    this.#longAfter();
    await this.observe(picture);
    return this.observe(picture);
  }

  /** So long after the picture before that nobody is compared with how they were in that one. */
  #longAfter(): void {
    this.#clock += 60_000;
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
