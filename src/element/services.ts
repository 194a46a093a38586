import { openCamera } from '../adapters/camera.js';
import { listCameras } from '../adapters/camera-list.js';
import { onCameraReturn } from '../adapters/camera-return.js';
import type { normaliseCard } from '../adapters/card-image.js';
import { isOffline, sleep, whenOnline } from '../adapters/connection.js';
import { watchFrames } from '../adapters/frames.js';
import type { openLandmarker } from '../adapters/landmarker.js';
import { everySecond, type Ticker } from '../adapters/watchdog.js';
import type { countedSubmit } from './counted-submit.js';
import { lazyServices } from './lazy-services.js';
import { loadIdCard } from './load-id-card.js';
import type { uploadedPhoto } from './uploaded-photo.js';

/** Everything impure that the element uses. Tests replace single ones. */
export interface Services {
  readonly openCamera: typeof openCamera;
  readonly listCameras: typeof listCameras;
  readonly openLandmarker: typeof openLandmarker;
  readonly onCameraReturn: typeof onCameraReturn;
  readonly watchFrames: typeof watchFrames;
  readonly normaliseCard: typeof normaliseCard;
  readonly uploadedPhoto: typeof uploadedPhoto;
  readonly submit: typeof countedSubmit;
  readonly loadIdCard: typeof loadIdCard;
  readonly loadJudging: typeof lazyServices.loadJudging;
  readonly loadDialects: typeof lazyServices.loadDialects;
  readonly loadSending: typeof lazyServices.loadSending;
  readonly fetch: typeof fetch;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** What the seconds are counted by that camera and engine may be silent. */
  readonly everySecond: Ticker;
  /** Whether nobody sees the page, whose pictures stand still meanwhile. */
  readonly isHidden: () => boolean;
  /** 0 to 1. */
  readonly random: () => number;
  readonly sleep: typeof sleep;
  readonly isOffline: typeof isOffline;
  readonly whenOnline: typeof whenOnline;
}

/** The browser's own. */
export const browserServices: Services = {
  openCamera,
  listCameras,
  openLandmarker: lazyServices.openLandmarker,
  onCameraReturn,
  watchFrames,
  normaliseCard: lazyServices.normaliseCard,
  uploadedPhoto: lazyServices.uploadedPhoto,
  submit: lazyServices.submit,
  loadIdCard,
  loadJudging: lazyServices.loadJudging,
  loadDialects: lazyServices.loadDialects,
  loadSending: lazyServices.loadSending,
  fetch: (...request) => globalThis.fetch(...request),
  now: () => performance.now(),
  everySecond,
  isHidden: () => document.visibilityState === 'hidden',
  random: () => Math.random(),
  sleep,
  isOffline,
  whenOnline,
};
