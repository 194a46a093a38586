import { emptyRoom, farFace, goodFace, twoFaces } from '../../test/helpers/scenes.ts';
import type { Held } from '../../test/page/resource-ledger.ts';
import type { Memory } from './memory.ts';
import type { Moment } from './page.ts';
import { openSoakPage, type SoakPage } from './soak-page.ts';

/** A plain webcam's: at more pixels, two cores without a GPU do not keep up with 15 frames a second. */
const WEBCAM = { width: 640, height: 480 };
const MOMENTS: readonly Moment[] = ['at once', 'preparing', 'seeking', 'a frame', 'the photo'];

/** What the page held while it was weighed. */
export interface Weighing extends Memory {
  /** Mounts so far, or seconds of tracking. */
  readonly at: number;
  /** Since the first mount or frame. */
  readonly seconds: number;
}

export interface SoakResult {
  readonly weighings: readonly Weighing[];
  /** What was still held at the end, with the element out of the page. */
  readonly left: Held;
  /** How many there have been. */
  readonly ever: Held;
}

interface SoakOptions {
  /** Called after each weighing, with how far it has come. */
  readonly onWeighing?: (at: number) => void;
}

export interface MountOptions extends SoakOptions {
  readonly mounts: number;
  readonly weighEvery: number;
}

/** Mounts and unmounts an element, each time at another moment of its life. */
export function soakMounts(options: MountOptions): Promise<SoakResult> {
  const moment = (at: number) => JSON.stringify(MOMENTS[at % MOMENTS.length]);
  return soakRuns(options, (at) => `soak.mountUntil(${moment(at)})`);
}

/** The control: as many runs of camera, worker and canvas without an element, to tell whose a growth is. */
export function soakBare(options: MountOptions): Promise<SoakResult> {
  return soakRuns(options, () => 'soak.mountBare()');
}

/** How large the renderer's process gets by what the browser keeps while nobody tells it that memory is short. */
export interface CacheResult {
  readonly mounts: number;
  readonly withElement: Memory;
  readonly without: Memory;
}

/** As many mounts, and runs of the control, as it takes to fill the browser's caches; weighed once at their end. */
export async function soakCaches(mounts: number): Promise<CacheResult> {
  const once = { mounts, weighEvery: mounts };
  const [withElement] = (await soakMounts(once)).weighings;
  const [without] = (await soakBare(once)).weighings;
  if (!withElement || !without) throw new Error('Nothing was weighed.');
  return { mounts, withElement, without };
}

async function soakRuns(
  { mounts, weighEvery, onWeighing }: MountOptions,
  expressionOf: (at: number) => string,
): Promise<SoakResult> {
  const page = await openSoakPage([{ jpeg: await goodFace(), seconds: 5 }]);
  try {
    const weighings: Weighing[] = [];
    const passed = stopwatch();
    for (let at = 1; at <= mounts; at += 1) {
      await page.run(expressionOf(at));
      if (at % weighEvery !== 0) continue;
      weighings.push({ at, seconds: Math.round(passed()), ...(await page.weigh()) });
      onWeighing?.(at);
    }
    return { weighings, ...(await leftIn(page)) };
  } finally {
    await page.close();
  }
}

export interface TrackingOptions extends SoakOptions {
  readonly seconds: number;
  readonly weighEverySeconds: number;
}

export interface TrackingResult extends SoakResult {
  readonly framesPerSecond: number;
  /** The most frames that the worker held at once, whenever it was asked. */
  readonly mostFramesInWorker: number;
}

/** One element that never gets to its photo: nobody, somebody far away, two people, and again. */
export async function soakTracking({
  seconds,
  weighEverySeconds,
  onWeighing,
}: TrackingOptions): Promise<TrackingResult> {
  const [empty, far, two] = await Promise.all([emptyRoom(WEBCAM), farFace(WEBCAM), twoFaces(WEBCAM)]);
  const page = await openSoakPage([
    { jpeg: empty, seconds: 2 },
    { jpeg: far, seconds: 4 },
    { jpeg: two, seconds: 2 },
  ]);
  try {
    await page.run('void (globalThis.element = soak.mount())');
    await page.run(
      "new Promise((done) => element.addEventListener('okay-frame', () => done(), { once: true }))",
    );
    await page.run('soak.takeFrames()');
    const weighings: Weighing[] = [];
    let frames = 0;
    let mostFramesInWorker = 0;
    const passed = stopwatch();
    while (passed() < seconds) {
      await new Promise((resolve) => setTimeout(resolve, weighEverySeconds * 1000));
      const at = Math.round(passed());
      weighings.push({ at, seconds: at, ...(await page.weigh()) });
      onWeighing?.(at);
      mostFramesInWorker = Math.max(mostFramesInWorker, await page.framesInWorkers());
      frames += await page.run<number>('soak.takeFrames()');
    }
    const framesPerSecond = frames / passed();
    await page.run('element.remove()');
    return { weighings, framesPerSecond, mostFramesInWorker, ...(await leftIn(page)) };
  } finally {
    await page.close();
  }
}

/** @returns seconds since now */
function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}

async function leftIn(page: SoakPage): Promise<Pick<SoakResult, 'left' | 'ever'>> {
  return { left: await page.run<Held>('soak.held()'), ever: await page.run<Held>('soak.ever()') };
}
