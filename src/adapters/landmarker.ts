import { CaptureError, isCaptureError } from '../core/errors.js';
import type { Delegate } from '../types/capture.js';
import type { Observation } from '../types/frame.js';
import type { CameraFrame } from '../types/messages.js';
import type { OpenPort } from './analyser-port.js';
import { assetUrls, type AssetOptions } from './assets.js';
import { sleep } from './connection.js';
import { LandmarkerClient } from './landmarker-client.js';
import type { StartedWorker } from './started-worker.js';
import type { Still } from './still.js';
import type { Ticker } from './watchdog.js';
import { openWorkerPort, WorkerStartError } from './worker-port.js';

export type { Still } from './still.js';

export interface LandmarkerOptions extends AssetOptions {
  readonly delegate: Delegate;
  /** Ends the loading or the landmarker, whenever it aborts. */
  readonly signal: AbortSignal;
  /** Bytes of engine and model so far and in all; 0 in all while that is unknown. */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
  /** A failure after start-up that no call of yours can be told of: the worker crashed, the GPU was reset. */
  readonly onFailure?: ((error: CaptureError) => void) | undefined;
  /**
   * Another address of the worker's script, relative to the document. Default: as the bundler put it, and then
   * `landmarker.worker.js` in `assetBase`.
   */
  readonly workerUrl?: string | undefined;
  /** A worker of this script that was started already. It is not started again, and ends by itself when `signal` aborts. */
  readonly started?: StartedWorker | null | undefined;
  /** What the seconds are counted by that an answer may take. Default: the page's own. */
  readonly everySecond?: Ticker | undefined;
  /** Milliseconds on a clock that only goes forward, which tells how long frames take. Default: the page's own. */
  readonly now?: (() => number) | undefined;
  /** Waits until WebGL may be there again. Default: the page's own timer. */
  readonly sleep?: typeof sleep | undefined;
}

/** Finds and measures faces in camera frames. */
export interface Landmarker {
  readonly where: 'worker' | 'page';
  /** What the model runs on in the end. */
  readonly delegate: Delegate;
  /** Whether a frame or a still is being worked on. */
  readonly busy: boolean;
  /** Whether a slow device rests between two frames: one that is analysed all the same is analysed. */
  readonly isResting: boolean;

  /**
   * Measures a frame, which is the landmarker's from now on.
   *
   * @param at Milliseconds on a clock that only goes forward.
   * @returns null where it is busy: a late answer is worth less than a fresh frame, so that this one is
   *   dropped.
   * @throws {CaptureError} `CAMERA_TOO_SMALL`, `ENGINE_FAILED`
   * @throws {DOMException} `AbortError` where it is closed meanwhile
   */
  analyse(frame: CameraFrame, at: number, wantLandmarks: boolean): Promise<Observation | null>;

  /**
   * Keeps the frame that was analysed last for `still`, instead of the one kept before.
   *
   * @returns false where that frame is gone, since the next one is being analysed already; nothing changes
   *   then.
   */
  keep(): boolean;

  /** Forgets the kept frame. */
  forget(): void;

  /**
   * Encodes the kept frame at full resolution and judges the file.
   *
   * @param at See `analyse`.
   * @throws {CaptureError} `PHOTO_FAILED`, `ENGINE_FAILED`
   * @throws {DOMException} `AbortError` where it is closed meanwhile
   */
  still(at: number): Promise<Still>;

  /** Frees everything. What is pending rejects with an `AbortError`. */
  close(): void;
}

/** A browser whose GPU process begins anew has no WebGL for a moment. Where it never has, the answer takes as much longer. */
const WEBGL_RETURNS_MS = [500, 2000];

/**
 * Loads the engine in a worker, or on the page's own thread where a worker has no WebGL.
 *
 * @throws {CaptureError} `ENGINE_UNAVAILABLE`, `ENGINE_FAILED`, `ASSETS_MISSING`, `ASSETS_CORRUPT`
 * @throws {DOMException} `AbortError` where `signal` is aborted
 */
export async function openLandmarker(options: LandmarkerOptions): Promise<Landmarker> {
  const again = { ...options, started: null };
  const wait = options.sleep ?? sleep;
  let opening = openSomewhere(options);
  for (const waitMs of WEBGL_RETURNS_MS) {
    const landmarker = await opening.catch(nullWithoutWebGl);
    if (landmarker) return landmarker;
    await wait(waitMs, options.signal);
    opening = openSomewhere(again);
  }
  return opening;
}

async function openSomewhere(options: LandmarkerOptions): Promise<Landmarker> {
  const urls = assetUrls(options, document.baseURI);
  const open = (openPort: OpenPort) => LandmarkerClient.open(openPort, { ...options, ...urls });
  const openIn = (workerUrl: string | undefined, started?: StartedWorker | null) =>
    open((listener) => openWorkerPort(listener, workerUrl, started));
  const inWorker = await openIn(options.workerUrl, options.started)
    .catch((error: unknown) => {
      const copy = copiedWorker(options);
      if (copy === undefined || !(error instanceof WorkerStartError)) throw error;
      return openIn(copy);
    })
    .catch(nullWithoutWebGl);
  return inWorker ?? open(await pagePort());
}

function nullWithoutWebGl(error: unknown): null {
  if (isCaptureError(error) && error.code === 'ENGINE_UNAVAILABLE') return null;
  throw error;
}

/** Where `copy-assets` puts the worker, for bundlers that leave it behind. */
function copiedWorker({ assetBase, workerUrl }: LandmarkerOptions): string | undefined {
  return assetBase === undefined || workerUrl !== undefined
    ? undefined
    : `${assetBase.replace(/\/$/, '')}/landmarker.worker.js`;
}

/** Loaded only where it is needed, so that the library's 137 kB are not among the page's first bytes. */
async function pagePort(): Promise<OpenPort> {
  try {
    return (await import('./page-analyser.js')).openPagePort;
  } catch (cause) {
    throw new CaptureError(
      'ENGINE_FAILED',
      'Workers have no WebGL here, and the module that runs the face engine on the page could not be loaded.',
      { cause, recoverable: true },
    );
  }
}
