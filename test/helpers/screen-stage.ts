import type { Landmarker, Still } from '../../src/adapters/landmarker.js';
import { CaptureError } from '../../src/core/errors.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { browserServices, type Services } from '../../src/element/services.js';
import type { Answer } from '../../src/okayface/response.js';
import type { OkayVerdict } from '../../src/types/capture.js';
import { installCanvasCamera, person, type CanvasCamera, type PhotoFace } from './canvas-camera.js';
import { PASSED, SCENES, type SceneName } from './screen-scenes.js';
import { until } from './until.js';
import { photoFace } from './fixture-photos.js';
import { goodObservation, type ObservationChanges } from './observation.js';

const ENDPOINT = '/api/okayface';

/** Sends, and gives the verdict. */
export type Sending = (onProgress: (loaded: number, total: number) => void) => Promise<OkayVerdict>;

/** Brings the stage into a state. */
export type Scene = (stage: ScreenStage) => unknown;

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
  /** How fast time goes for the element. */
  clockRate = 1;

  private constructor(element: OkayLiveCapture, someone: PhotoFace) {
    this.#element = element;
    this.#someone = someone;
  }

  /** Puts a fresh element into a page that has nothing else. */
  static async open(properties: Partial<OkayLiveCapture>): Promise<ScreenStage> {
    await import('../../src/define.js');
    const element = document.createElement('okay-live-capture');
    const stage = new ScreenStage(element, await photoFace('christian.jpg'));
    const fixed = { endpoint: ENDPOINT, journeyId: 'screens', services: stage.#services };
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

  answer(answer: Sending): void {
    this.#answer = answer;
  }

  refuseCamera(code: string, cause?: DOMException): void {
    this.#cameraError = new CaptureError(code, 'Made by the play.', { cause });
  }

  /** The browser itself refuses, whoever asks. */
  denyCamera(): void {
    this.#camera.failWith(new DOMException('', 'NotAllowedError'));
  }

  openCameraForever(): void {
    this.replace({ openCamera: () => new Promise(() => undefined) });
  }

  /** Another picture than a person. */
  picture(painter: Parameters<CanvasCamera['show']>[0]): void {
    this.#camera.show(painter);
  }

  /** Replaces single services until the next scene. */
  replace(services: Partial<Services>): void {
    this.#element.services = { ...this.#element.services, ...services };
  }

  start(): void {
    this.#element.start().catch(() => undefined);
  }

  press(index: number): void {
    this.#root.querySelectorAll('button').item(index).click();
  }

  /** The first button of the ID-card step: the camera. */
  pressInCard(): void {
    this.cardElement?.shadowRoot?.querySelector('button')?.click();
  }

  /** Chooses a file for the face. */
  upload(file: Blob): void {
    const input = this.#root.querySelector<HTMLInputElement>('.file input');
    if (!input) throw new Error('No file can be chosen.');
    const files = new DataTransfer();
    files.items.add(new File([file], 'face.jpg', { type: file.type }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  }

  /** @param selector of something in the element, or in the ID-card step in it */
  async shown(selector: string): Promise<void> {
    const card = () => this.#root.querySelector('okay-id-card')?.shadowRoot;
    await until(
      () => Boolean(this.#root.querySelector(selector) ?? card()?.querySelector(selector)),
      `${selector} in ${this.#element.phase}`,
    );
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
    this.#element.removeAttribute('disabled');
    this.#changes = {};
    this.#engine = Promise.resolve();
    this.#still = () => Promise.resolve();
    this.#answer = async () => PASSED;
    this.#cameraError = null;
    this.#camera.failWith(null);
    this.clockRate = 1;
    this.see({});
    Object.assign(this.#element, {
      services: this.#services,
      review: false,
      upload: false,
      debug: false,
      idCard: null,
      idCardMode: 'ask',
      endpoint: ENDPOINT,
    });
  }

  get #services(): Services {
    return {
      ...browserServices,
      now: () => performance.now() * this.clockRate,
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
