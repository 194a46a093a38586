import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import type { PhaseName } from '../../src/types/capture.js';
import { openLedger, type Held } from '../../test/page/resource-ledger.js';

/** The soak's side in the page. Runs as a script of its own before the element's. */

const FRAMES_A_SECOND = 15;
const PATIENCE_MS = 180_000;

slowCamera();
const ledger = openLedger();
let frames = 0;

/** At what moment of its life a mounted element is taken out of the page again. */
export const MOMENTS = ['at once', 'preparing', 'seeking', 'a frame', 'the photo'] as const;
export type Moment = (typeof MOMENTS)[number];

export function held(): Held {
  return ledger.held;
}

export function ever(): Held {
  return ledger.ever;
}

/** Analysed frames since the last call. */
export function takeFrames(): number {
  const taken = frames;
  frames = 0;
  return taken;
}

/** Puts an element into the page that looks for a face until it is taken out. */
export function mount(): OkayLiveCapture {
  const element = document.createElement('okay-live-capture');
  Object.assign(element, { autoStart: true, review: true, workerUrl: '/soak-worker.js' });
  element.addEventListener('okay-frame', () => (frames += 1));
  document.body.append(element);
  return element;
}

/** Mounts an element, and takes it out again at the moment. */
export async function mountUntil(moment: Moment): Promise<void> {
  const element = mount();
  try {
    await reached(element, moment);
  } finally {
    element.remove();
  }
}

/** How many pictures of the camera are drawn without an element. */
const BARE_PICTURES = 10;

/**
 * What an element does to the browser and no line of its own: opens the camera, hands pictures to a worker that draws and
 * encodes them, and lets all of it go.
 */
export async function mountBare(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const worker = new Worker('/bare-worker.js');
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  for (let drawn = 0; drawn < BARE_PICTURES; drawn += 1) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    const frame = new VideoFrame(video);
    const isDrawn = new Promise((resolve) => (worker.onmessage = resolve));
    worker.postMessage(frame, [frame]);
    await isDrawn;
  }
  worker.terminate();
  video.srcObject = null;
  for (const track of stream.getTracks()) track.stop();
}

function reached(element: OkayLiveCapture, moment: Moment): Promise<void> {
  switch (moment) {
    case 'at once':
      return Promise.resolve();
    case 'preparing':
    case 'seeking':
      return phase(element, moment);
    case 'a frame':
      return told(element, 'okay-frame', () => true);
    case 'the photo':
      return phase(element, 'review');
    default:
      return moment satisfies never;
  }
}

function phase(element: OkayLiveCapture, name: PhaseName): Promise<void> {
  return element.phase === name
    ? Promise.resolve()
    : told(element, 'okay-phase', () => element.phase === name);
}

function told(element: OkayLiveCapture, event: string, fits: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const errors: string[] = [];
    element.addEventListener('okay-error', ({ error }) => errors.push(`${error.code}: ${error.message}`));
    const late = setTimeout(
      () => reject(new Error(`No ${event} came in ${element.phase}. ${errors.join(' ')}`)),
      PATIENCE_MS,
    );
    element.addEventListener(event, () => {
      if (!fits()) return;
      clearTimeout(late);
      resolve();
    });
  });
}

/** The film's camera gives 30 frames a second, and fewer where it is asked to. */
function slowCamera(): void {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = ({ video, ...others } = {}) =>
    open({
      ...others,
      video: { ...(typeof video === 'object' ? video : {}), frameRate: { exact: FRAMES_A_SECOND } },
    });
}
