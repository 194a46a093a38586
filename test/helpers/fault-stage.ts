import { browserServices, type Services } from '../../src/element/services.js';
import { PACE } from '../../src/core/pace.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import type { PhaseName } from '../../src/types/capture.js';
import { installCanvasCamera, type CanvasCamera } from './canvas-camera.js';
import { openCapture, until, type CaptureHarness } from './capture-harness.js';
import { emulator } from './emulator.js';
import { SecondsByHand } from './seconds-by-hand.js';
import { orderWorkers } from './worker-orders.js';

const WORKER = '/test/helpers/scripted.worker.ts';
/** Long enough that no photo is taken while a fault is tried. */
const NEVER_MS = 1e12;
const SOON_MS = 50;

/** An element in a chosen phase that stays there, with everything in hand that can go wrong around it. */
export class FaultStage {
  readonly page: CaptureHarness;
  readonly camera: CanvasCamera;
  /** Milliseconds that services wanted to sleep. */
  readonly sleeps: number[];
  readonly #hands: Hands;
  readonly #card: Blob;

  /** @param services replace some of the stage's own */
  static async open(
    card: Blob,
    properties: Partial<OkayLiveCapture> = {},
    replace: (services: Services) => Partial<Services> = () => ({}),
  ): Promise<FaultStage> {
    await emulator.reset();
    const camera = installCanvasCamera();
    const hands = new Hands();
    const sleeps: number[] = [];
    const services = servicesIn(hands, sleeps);
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      idCard: card,
      workerUrl: WORKER,
      services: { ...services, ...replace(services) },
      ...properties,
    });
    Object.defineProperty(page.element, 'pace', { get: () => ({ ...PACE, holdMs: hands.holdMs }) });
    return new FaultStage(page, camera, hands, card, sleeps);
  }

  private constructor(
    page: CaptureHarness,
    camera: CanvasCamera,
    hands: Hands,
    card: Blob,
    sleeps: number[],
  ) {
    this.page = page;
    this.camera = camera;
    this.#hands = hands;
    this.#card = card;
    this.sleeps = sleeps;
  }

  close(): void {
    this.page.element.remove();
    this.camera.uninstall();
  }

  /** The photo at hand, as the form would send it. */
  get photo(): File | null {
    return this.page.element.value;
  }

  get phase(): PhaseName {
    return this.page.element.phase;
  }

  /** Lets so many seconds pass for whoever counts them. */
  seconds(count: number): void {
    this.#hands.seconds.pass(count);
  }

  /** Lets a second pass with every picture, until a phase comes: the camera runs, something else is silent. */
  async secondsUntil(phase: PhaseName): Promise<void> {
    const arrived = this.page.phase(phase);
    while (this.phase !== phase) {
      const picture = new Promise((resolve) => this.page.video?.requestVideoFrameCallback(resolve));
      await Promise.race([picture, arrived]);
      this.seconds(1);
    }
  }

  set isHidden(isHidden: boolean) {
    this.#hands.isHidden = isHidden;
    this.camera.freeze(isHidden);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** Sets the clock of the frames forward or back. */
  jump(ms: number): void {
    this.#hands.clockOffsetMs += ms;
  }

  /** Puts the element elsewhere in the page, in one go as frameworks do. */
  move(): void {
    const elsewhere = document.createElement('div');
    this.page.element.parentElement?.append(elsewhere);
    elsewhere.append(this.page.element);
  }

  /** Brings the element into a phase in which it stays by itself. */
  async reach(phase: PhaseName): Promise<void> {
    const { element } = this.page;
    this.#hands.holdMs = phase === 'holding' ? NEVER_MS : SOON_MS;
    if (phase === 'preparing') element.workerUrl = `${WORKER}?held&empty`;
    if (phase === 'seeking') element.workerUrl = `${WORKER}?empty`;
    if (phase === 'review') element.review = true;
    if (phase === 'id-card') element.idCard = null;
    if (phase === 'blocked') this.camera.failWith(new DOMException('', 'NotAllowedError'));
    if (phase === 'submitting') this.#hands.holdRequests();
    if (phase === 'failed') await emulator.answerNext('empty');
    if (phase !== 'idle') await this.#start(phase);
    element.workerUrl = WORKER;
  }

  /** Does what a person would do next until there is a verdict, with everything well again. */
  async carryOn(): Promise<void> {
    const { element } = this.page;
    this.camera.failWith(null);
    this.#hands.holdMs = SOON_MS;
    this.#hands.letRequestsGo();
    while (this.phase !== 'done') {
      const before = this.page.phases.length;
      this.#act();
      await until(() => this.page.phases.length > before, `something to follow ${this.phase}`);
      await element.updateComplete;
    }
  }

  async #start(phase: PhaseName): Promise<void> {
    const hasBegunToLoad = this.page.event('okay-progress');
    await this.page.press('Open the camera');
    await this.page.phase(phase);
    if (phase !== 'preparing') return void hasBegunToLoad.catch(() => undefined);
    await hasBegunToLoad;
    await until(() => (this.page.video?.videoWidth ?? 0) > 0, 'the picture');
  }

  #act(): void {
    const { element } = this.page;
    switch (this.phase) {
      case 'preparing':
        return orderWorkers('finish-loading');
      case 'seeking':
        return orderWorkers('see-face');
      case 'id-card':
        element.idCard = this.#card;
        return;
      case 'idle':
      case 'review':
      case 'blocked':
      case 'failed':
        return this.page.pressFirst();
      case 'holding':
      case 'submitting':
      case 'done':
        return;
      default:
        this.phase satisfies never;
    }
  }
}

/** What a test turns by hand. */
class Hands {
  holdMs = SOON_MS;
  clockOffsetMs = 0;
  isHidden = false;
  readonly seconds = new SecondsByHand();
  #requestsMayGo = Promise.resolve();
  #letGo = () => {};

  holdRequests(): void {
    this.#requestsMayGo = new Promise((resolve) => (this.#letGo = resolve));
  }

  letRequestsGo(): void {
    this.#letGo();
  }

  readonly fetch: typeof fetch = async (...request) => {
    await this.#requestsMayGo;
    return fetch(...request);
  };
}

function servicesIn(hands: Hands, sleeps: number[]): Services {
  return {
    ...browserServices,
    fetch: hands.fetch,
    now: () => performance.now() + hands.clockOffsetMs,
    everySecond: hands.seconds.everySecond,
    isHidden: () => hands.isHidden,
    sleep: (ms, signal) => {
      sleeps.push(ms);
      signal.throwIfAborted();
      return Promise.resolve();
    },
  };
}
