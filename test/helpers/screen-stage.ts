import type { Landmarker, Still } from '../../src/adapters/landmarker.js';
import { CaptureError } from '../../src/core/errors.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { browserServices, type Services } from '../../src/element/services.js';
import type { Answer } from '../../src/okayface/response.js';
import type { OkayVerdict } from '../../src/types/capture.js';
import { installCanvasCamera, person, type CanvasCamera, type PhotoFace } from './canvas-camera.js';
import { until } from './until.js';
import { photoFace } from './fixture-photos.js';
import { goodObservation, type ObservationChanges } from './observation.js';

const PASSED: OkayVerdict = {
  matched: true,
  live: true,
  confidence: 92,
  probability: 0.98,
  quality: 0.9,
  requestId: 'screens',
};

/** Sends, and gives the verdict. */
type Sending = (onProgress: (loaded: number, total: number) => void) => Promise<OkayVerdict>;

/**
 * A play for `npm run screens`: brings the element into one state after the other, with a person in the picture and
 * scripted measurements, so that a picture of any state takes a moment and always shows the same.
 */
export class ScreenStage {
  readonly #element: OkayLiveCapture;
  readonly #camera: CanvasCamera = installCanvasCamera();
  readonly #someone: PhotoFace;
  #changes: ObservationChanges = {};
  #engine: Promise<void> = Promise.resolve();
  #still: () => Promise<void> = () => Promise.resolve();
  #answer: (onProgress: (loaded: number, total: number) => void) => Promise<OkayVerdict> = async () => PASSED;
  #cameraError: CaptureError | null = null;
  #clockRate = 1;

  private constructor(element: OkayLiveCapture, someone: PhotoFace) {
    this.#element = element;
    this.#someone = someone;
  }

  /** Puts a fresh element into a page that has nothing else. */
  static async open(properties: Partial<OkayLiveCapture>): Promise<ScreenStage> {
    await import('../../src/define.js');
    const element = document.createElement('okay-live-capture');
    const stage = new ScreenStage(element, await photoFace('christian.jpg'));
    const fixed = { endpoint: '/api/okayface', journeyId: 'screens', services: stage.#services };
    Object.assign(element, fixed, properties);
    document.body.replaceChildren(element);
    await element.updateComplete;
    return stage;
  }

  /** Plays one scene to its state. */
  async play(scene: SceneName): Promise<void> {
    this.#reset();
    // What the scene before left must not be taken for this one's.
    await this.#element.updateComplete;
    await SCENES[scene](this);
    await this.#element.updateComplete;
  }

  /** The element on the stage. */
  get element(): OkayLiveCapture {
    return this.#element;
  }

  /** What fades in has done so. */
  async settled(): Promise<void> {
    const fading = this.#root.getAnimations().filter(({ effect }) => {
      const { iterations = 1, endTime } = effect?.getComputedTiming() ?? {};
      return iterations === 1 && Number(endTime) < 1000;
    });
    await Promise.allSettled(fading.map(({ finished }) => finished));
  }

  /** Takes the element out of the page and gives the camera back. */
  close(): void {
    this.#element.remove();
    this.#camera.uninstall();
  }

  /** What the engine measures from now on, and how large the face is in the picture. */
  see(changes: ObservationChanges, faceHeight = 0.5, filter = 'none'): void {
    this.#changes = changes;
    this.#camera.show(person(this.#someone, { faceHeight, filter }));
  }

  set(properties: Partial<OkayLiveCapture>): void {
    Object.assign(this.#element, properties);
  }

  /** Never gets ready. */
  loadForever(): void {
    this.#engine = new Promise(() => undefined);
  }

  /** The full-size photo is never done. */
  takeForever(): void {
    this.#still = () => new Promise(() => undefined);
  }

  /** Goes through a quarter of a minute in a moment. */
  hurry(): void {
    this.#clockRate = 40;
  }

  answer(answer: Sending): void {
    this.#answer = answer;
  }

  refuseCamera(code: string, cause?: DOMException): void {
    this.#cameraError = new CaptureError(code, 'Made by the play.', { cause });
  }

  openCameraForever(): void {
    this.#element.services = { ...this.#services, openCamera: () => new Promise(() => undefined) };
  }

  start(): void {
    this.#element.start().catch(() => undefined);
  }

  press(index: number): void {
    this.#root.querySelectorAll('button').item(index).click();
  }

  /** @param selector of something in the element, or in the ID-card step in it */
  async shown(selector: string): Promise<void> {
    const card = () => this.#root.querySelector('okay-id-card')?.shadowRoot;
    await until(
      () => Boolean(this.#root.querySelector(selector) ?? card()?.querySelector(selector)),
      `${selector} in ${this.#element.phase}`,
    );
  }

  get isLit(): boolean {
    return this.#root.querySelector('.stage.lit') !== null;
  }

  async phase(name: string): Promise<void> {
    await until(() => this.#element.phase === name, `${name} instead of ${this.#element.phase}`);
    await this.#element.updateComplete;
  }

  async giveCard(): Promise<void> {
    await this.phase('id-card');
    await this.shown('input');
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1012, height: 638 });
    canvas.getContext('2d')?.fillRect(0, 0, 1012, 638);
    const card = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
    if (card) this.#element.idCard = card;
  }

  get cardElement(): HTMLElementTagNameMap['okay-id-card'] | null {
    return this.#root.querySelector('okay-id-card');
  }

  get #root(): ShadowRoot {
    const { shadowRoot } = this.#element;
    if (!shadowRoot) throw new Error('The element has not been rendered.');
    return shadowRoot;
  }

  #reset(): void {
    this.#element.stop();
    this.#changes = {};
    this.#engine = Promise.resolve();
    this.#still = () => Promise.resolve();
    this.#answer = async () => PASSED;
    this.#cameraError = null;
    this.#clockRate = 1;
    this.see({});
    Object.assign(this.#element, {
      services: this.#services,
      review: false,
      upload: false,
      debug: false,
      idCard: null,
      idCardMode: 'ask',
    });
  }

  get #services(): Services {
    return {
      ...browserServices,
      now: () => performance.now() * this.#clockRate,
      openCamera: async (options) => {
        if (this.#cameraError) throw this.#cameraError;
        return browserServices.openCamera(options);
      },
      openLandmarker: async ({ onProgress }) => {
        onProgress?.(6_200_000, 11_000_000);
        await this.#engine;
        return this.#landmarker;
      },
      submit: async (_request, { onProgress }): Promise<Answer> => {
        const verdict = await this.#answer((loaded, total) => onProgress?.(loaded, total));
        return { verdict, raw: {} } as Answer;
      },
    };
  }

  get #landmarker(): Landmarker {
    const observe = (at: number) => goodObservation({ ...this.#changes, at });
    return {
      where: 'page',
      delegate: 'cpu',
      busy: false,
      isResting: false,
      analyse: async (frame, at) => {
        frame.close();
        return observe(at);
      },
      keep: () => true,
      forget: () => undefined,
      still: async (at): Promise<Still> => {
        await this.#still();
        const image = await this.#photo();
        return { image, width: 960, height: 1280, quality: 0.95, observation: observe(at) } as Still;
      },
      close: () => undefined,
    };
  }

  async #photo(): Promise<Blob> {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 960, height: 1280 });
    const context = canvas.getContext('2d');
    if (context) person(this.#someone)(context, canvas);
    return new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Not encoded.'))), 'image/jpeg'),
    );
  }
}

const nextPicture = () => new Promise(requestAnimationFrame);
const MEGABYTES = 1_900_000;
const FAR: ObservationChanges = {
  face: { box: { x: 380, y: 500, width: 200, height: 260 }, interpupillaryPx: 80 },
};

type Scene = (stage: ScreenStage) => unknown;

async function stalled(stage: ScreenStage): Promise<void> {
  stage.set({ upload: true });
  stage.see(FAR, 0.2);
  stage.hurry();
  stage.start();
  await stage.shown('.stall');
}

function seeing(changes: ObservationChanges, faceHeight?: number, filter?: string): Scene {
  return async (stage) => {
    stage.see(changes, faceHeight, filter);
    stage.start();
    await stage.phase('seeking');
    await stage.shown('.sentence span:not(:empty)');
    // The hint of the first frame may still be that of no face.
    for (let pictures = 0; pictures < 60; pictures += 1) await nextPicture();
  };
}

function blocked(code: string, cause?: DOMException): Scene {
  return async (stage) => {
    stage.set({ upload: code === 'CAMERA_NOT_FOUND' });
    stage.refuseCamera(code, cause);
    stage.start();
    await stage.phase('blocked');
    for (let pictures = 0; pictures < 20; pictures += 1) await nextPicture();
  };
}

function sending(answer: Sending): Scene {
  return async (stage) => {
    stage.answer(answer);
    stage.start();
    await stage.giveCard();
  };
}

function ending(answer: () => Promise<OkayVerdict>, phase = 'done'): Scene {
  return async (stage) => {
    await sending(answer)(stage);
    await stage.phase(phase);
  };
}

const forever = new Promise<never>(() => undefined);
const dark = { face: { skin: { medianLuma: 20, cheekRatio: 0.95, clippedShare: 0 } }, frameLuma: 18 };
const refusal = (code: string, status?: number) =>
  new CaptureError(code, 'Made by the play.', status === undefined ? {} : { status });

/** Every state that a person can see. */
const SCENES = {
  start: () => undefined,
  'start-no-card': (stage) => stage.set({ idCardMode: 'none' }),
  permission: async (stage) => {
    stage.openCameraForever();
    stage.start();
    await stage.phase('preparing');
  },
  loading: async (stage) => {
    stage.loadForever();
    stage.start();
    await stage.shown('.overlay');
  },
  'seeking-no-face': seeing({ face: null }, 0),
  'seeking-closer': seeing(FAR, 0.2),
  'seeking-left': seeing({ face: { box: { x: 60, y: 340, width: 450, height: 600 } } }),
  'seeking-turn': seeing({ face: { pose: { yawDeg: 30, pitchDeg: 0, rollDeg: 0 } } }),
  'seeking-dark': seeing(dark, 0.5, 'brightness(0.2)'),
  'seeking-lit': async (stage) => {
    await seeing(dark, 0.5, 'brightness(0.35)')(stage);
    // The lamp stays as it was left.
    if (!stage.isLit) stage.press(0);
  },
  stalled,
  holding: async (stage) => {
    stage.start();
    await stage.phase('holding');
    for (let pictures = 0; pictures < 25; pictures += 1) await nextPicture();
  },
  taken: async (stage) => {
    stage.takeForever();
    stage.start();
    await stage.shown('.got');
  },
  debug: async (stage) => {
    stage.set({ debug: true });
    await seeing(FAR, 0.2)(stage);
    await stage.shown('.debug');
  },
  review: async (stage) => {
    stage.set({ review: true });
    stage.start();
    await stage.phase('review');
    await stage.shown('img');
  },
  'id-card': async (stage) => {
    stage.start();
    await stage.phase('id-card');
    await stage.shown('input');
  },
  'id-card-camera': async (stage) => {
    stage.start();
    await stage.phase('id-card');
    await stage.shown('button[data-focus]');
    stage.see({}, 0.01);
    stage.cardElement?.shadowRoot?.querySelector('button')?.click();
    await stage.shown('.edge');
    for (let pictures = 0; pictures < 30; pictures += 1) await nextPicture();
  },
  'id-card-wrong-file': async (stage) => {
    stage.start();
    await stage.phase('id-card');
    await stage.shown('input');
    await stage.cardElement?.take(new Blob(['no image']));
  },
  sending: sending((onProgress) => {
    onProgress(0, MEGABYTES);
    return forever;
  }),
  'sending-half': sending((onProgress) => {
    onProgress(0.4 * MEGABYTES, MEGABYTES);
    return forever;
  }),
  'sending-waiting': sending((onProgress) => {
    onProgress(MEGABYTES, MEGABYTES);
    return forever;
  }),
  'done-passed': ending(async () => PASSED),
  'done-mismatch': ending(async () => ({ ...PASSED, matched: false })),
  'done-not-live': ending(async () => ({ ...PASSED, live: false })),
  'failed-network': ending(() => Promise.reject(refusal('ENDPOINT_TIMEOUT')), 'failed'),
  'failed-service': ending(() => Promise.reject(refusal('ENDPOINT_FAILED', 500)), 'failed'),
  'blocked-denied': blocked('CAMERA_DENIED'),
  'blocked-denied-by-system': blocked(
    'CAMERA_DENIED',
    new DOMException('Permission denied by system', 'NotAllowedError'),
  ),
  'blocked-none': blocked('CAMERA_NOT_FOUND'),
  'blocked-in-use': blocked('CAMERA_IN_USE'),
  'blocked-lost': blocked('CAMERA_LOST'),
  'blocked-policy': blocked('CAMERA_BLOCKED'),
  'blocked-insecure': blocked('INSECURE_CONTEXT'),
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as readonly SceneName[];
