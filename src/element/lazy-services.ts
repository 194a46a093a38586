import type { normaliseCard } from '../adapters/card-image.js';
import type { LandmarkerOptions } from '../adapters/landmarker.js';
import type { preloadAssets } from '../adapters/preload.js';
import type * as Judging from '../core/judged-frame.js';
import type { countedSubmit } from './counted-submit.js';
import { loadPart } from '../adapters/load-part.js';
import { startWorker } from '../adapters/started-worker.js';
import type * as Dialects from '../okayface/dialects.js';
import type * as Sending from './sending.js';
import type { uploadedPhoto } from './uploaded-photo.js';

/** Work of later steps in chunks of its own, each fetched when it is first asked for. */
export const lazyServices = {
  openLandmarker: async (options: LandmarkerOptions) => {
    const started = startWorker(options.workerUrl, options.signal);
    const load = () => import('../adapters/landmarker.js');
    return (await loadPart('The face engine’s client', load)).openLandmarker({ ...options, started });
  },
  normaliseCard: async (...given: Parameters<typeof normaliseCard>) =>
    (await loadPart('The card check', () => import('../adapters/card-image.js'))).normaliseCard(...given),
  submit: async (...given: Parameters<typeof countedSubmit>) =>
    (await loadPart('The endpoint’s client', () => import('./counted-submit.js'))).countedSubmit(...given),
  loadDialects: (): Promise<typeof Dialects> =>
    loadPart('The formats of requests', () => import('../okayface/dialects.js')),
  loadSending: async (): Promise<typeof Sending> => {
    const load = () => Promise.all([import('./sending.js'), import('./counted-submit.js')]);
    return (await loadPart('What sends the photo', load))[0];
  },
  uploadedPhoto: async (...given: Parameters<typeof uploadedPhoto>) =>
    (await loadPart('The check of a photo from a file', () => import('./uploaded-photo.js'))).uploadedPhoto(
      ...given,
    ),
  loadJudging: (): Promise<typeof Judging> =>
    loadPart('What judges a picture', () => import('../core/judged-frame.js')),
  loadDebug: async (requestUpdate: () => void) =>
    new (await loadPart('The overlay of debug', () => import('./debug-overlay.js'))).DebugOverlay(
      requestUpdate,
    ),
  preloadAssets: async (...given: Parameters<typeof preloadAssets>) =>
    (await loadPart('The preloader', () => import('../adapters/preload.js'))).preloadAssets(...given),
};
