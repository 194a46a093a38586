import type { OkayLiveCapture } from '../../../src/index.js';
import { firstPicture, reached, recordPage, type Start, type StartOptions } from './page-start.js';

/** The built element on a page of its own, or several of them: `?count=4`. */

/** When a photo got how far, milliseconds on the page's clock. */
export interface PhotoTimes {
  readonly timeOrigin: number;
  /** When the first frame that passed every guard was taken from the camera. */
  readonly goodAt: number;
  /** When the photo was accepted. */
  readonly photoAt: number;
  readonly width: number;
  readonly height: number;
}

declare global {
  interface Window {
    /** Resolves with the photo of the page's first element. */
    photo(): Promise<PhotoTimes>;
  }
}

recordPage();
window.begin = async (options: StartOptions): Promise<Start> => {
  await customElements.whenDefined('okay-live-capture');
  const [start] = await Promise.all(allElements().map((element) => startElement(element, options)));
  if (!start) throw new Error('The page has no element.');
  return start;
};

window.photo = () =>
  new Promise((resolve) => {
    const [element] = allElements();
    let goodAt: number | null = null;
    element?.addEventListener('okay-frame', ({ observation, verdicts }) => {
      const isGood = verdicts.every(({ pass }) => pass);
      goodAt = isGood ? (goodAt ?? observation.at) : null;
    });
    element?.addEventListener('okay-capture', ({ width, height }) => {
      resolve({
        timeOrigin: performance.timeOrigin,
        goodAt: goodAt ?? NaN,
        photoAt: performance.now(),
        width,
        height,
      });
    });
  });

const [first] = allElements();
const count = Number(new URL(location.href).searchParams.get('count') ?? 1);
for (let more = 1; more < count; more += 1) first?.after(document.createElement('okay-live-capture'));

function allElements(): OkayLiveCapture[] {
  return [...document.querySelectorAll('okay-live-capture')];
}

async function startElement(element: OkayLiveCapture, options: StartOptions): Promise<Start> {
  element.idCardMode = 'none';
  element.review = options.isReviewed;
  if (options.posts)
    Object.assign(element, {
      endpoint: '/api/ekyc/okaylive',
      dialect: 'portal-live',
      journeyId: options.posts,
    });
  if (options.modelUrl) element.modelUrl = options.modelUrl;
  if (options.isTimed) element.workerUrl = '/bench/timed.worker.js';
  // Higher than any face in the films.
  if (options.isEndless) element.limits = { minFaceHeightShare: 0.74 };
  const firstHint = new Promise<number>((resolve) => {
    element.addEventListener('okay-hint', () => resolve(performance.now()), { once: true });
    element.addEventListener('okay-phase', ({ phase }) => {
      if (phase === 'holding') resolve(performance.now());
    });
  });
  const startedAt = performance.now();
  const started = reached('guidance', element.start());
  const preview = reached('preview', shownVideo(element).then(firstPicture));
  const hint = reached('first hint', firstHint);
  await started;
  return { startedAt, firstHintAt: await hint, previewAt: await preview };
}

function shownVideo(element: OkayLiveCapture): Promise<HTMLVideoElement> {
  return new Promise((resolve) => {
    const look = () => {
      const video = element.shadowRoot?.querySelector('video');
      if (video) resolve(video);
      else requestAnimationFrame(look);
    };
    look();
  });
}
