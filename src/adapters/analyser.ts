import { analysisSize, captureFrame, MIN_PHOTO_SIDE_PX, type CaptureFrame } from '../core/capture-frame.js';
import { CaptureError, isCaptureError } from '../core/errors.js';
import { observe, type Detection } from '../core/observe.js';
import type { Observation, PresencePeak } from '../types/frame.js';
import type { AnalyserFailure, AnalyserReply, AnalyserRequest, CameraFrame } from '../types/messages.js';
import { LastingEngine } from './lasting-engine.js';
import { pacedProgress } from './progress.js';
import type { Photo } from './photo.js';
import { PhotoReader } from './photo-pixels.js';
import { PhotoSlots, sizeOf } from './photo-slots.js';
import { takeStill } from './still.js';
import { resize, type Canvases, type Surface } from './surface.js';

export interface AnalyserOptions {
  readonly canvases: Canvases;
  readonly fetch: typeof globalThis.fetch;
  readonly reply: (reply: AnalyserReply) => void;
}

type FrameRequest = Extract<AnalyserRequest, { kind: 'frame' }>;

interface Loaded {
  readonly engine: LastingEngine;
  readonly photos: PhotoSlots;
  /** Where large photos are made smaller. */
  readonly canvas: Surface;
  readonly reader: PhotoReader;
}

/**
 * Owns one landmark engine and answers requests in their order, in a worker and on the page alike. Every
 * frame that it is given it closes, once, as soon as it is drawn.
 */
export class Analyser {
  readonly #options: AnalyserOptions;
  readonly #life = new AbortController();
  #queue: Promise<void> = Promise.resolve();
  #loaded: Loaded | null = null;
  #presencePeak: PresencePeak | null = null;

  constructor(options: AnalyserOptions) {
    this.#options = options;
  }

  /** Takes a request; what comes of it goes to `reply`. Closing is done at once, everything else in order. */
  handle(request: AnalyserRequest): void {
    if (request.kind === 'close') return this.#close();
    this.#queue = this.#queue.then(async () => {
      try {
        await this.#answer(request);
      } catch (error) {
        this.#fail('id' in request ? request.id : null, error);
      }
    });
  }

  async #answer(request: Exclude<AnalyserRequest, { kind: 'close' }>): Promise<void> {
    switch (request.kind) {
      case 'load':
        return this.#load(request);
      case 'frame':
        return this.#reply({ kind: 'observed', id: request.id, observation: await this.#watch(request) });
      case 'keep':
        return this.#tools().photos.keep(request.id);
      case 'forget':
        return this.#tools().photos.forget();
      case 'still': {
        const { id, at } = request;
        const still = await takeStill(this.#tools().photos.kept, async (frame) => {
          await this.#loseFaces(at);
          return this.#analyse({ kind: 'frame', id, frame, at, wantLandmarks: false });
        });
        return this.#reply({ kind: 'still', id: request.id, ...still });
      }
      default:
        request satisfies never;
    }
  }

  async #load(request: Extract<AnalyserRequest, { kind: 'load' }>): Promise<void> {
    const { canvases, fetch } = this.#options;
    const engine = await LastingEngine.open({
      ...request,
      canvases,
      fetch,
      signal: this.#life.signal,
      onProgress: pacedProgress((loaded, total) => this.#reply({ kind: 'progress', loaded, total })),
    });
    if (this.#life.signal.aborted) return engine.close();
    this.#loaded = {
      engine,
      photos: new PhotoSlots(canvases),
      canvas: canvases.surface({ width: 1, height: 1 }),
      reader: new PhotoReader(canvases),
    };
    const { delegate, gpuFailure } = engine.first;
    this.#reply({ kind: 'ready', delegate, ...(gpuFailure === null ? {} : { gpuFailure }) });
  }

  /** A frame after others: the face is compared with how it was. */
  async #watch(request: FrameRequest): Promise<Observation> {
    const observation = await this.#analyse(request, this.#presencePeak);
    this.#presencePeak = observation.face?.presencePeak ?? null;
    return observation;
  }

  async #analyse(request: FrameRequest, presencePeak: PresencePeak | null = null): Promise<Observation> {
    const { at, wantLandmarks } = request;
    const photo = await this.#take(request);
    // Read from the photo itself, so that a frame and the still made of it give the same values.
    const { reader } = this.#tools();
    const [thumbnail, pixels] = [reader.thumbnail(photo), reader.of(photo)];
    const detections = await this.#detect(photo, at);
    return observe({ at, photo: photo.size, detections, thumbnail, pixels, wantLandmarks, presencePeak });
  }

  /** A face that was followed is read a little differently from one that is found: an empty picture ends that. */
  async #loseFaces(at: number): Promise<void> {
    await this.#tools().engine.detect(new ImageData(64, 64), at);
  }

  async #take({ id, frame }: FrameRequest): Promise<Photo> {
    try {
      return await this.#tools().photos.take(id, frame, cutOf(frame));
    } finally {
      frame.close();
    }
  }

  /** Faces are looked for in the photo, made smaller where it is large. */
  readonly #detect = (photo: Photo, at: number): Promise<Detection[]> => {
    const { engine, canvas } = this.#tools();
    const { width, height } = analysisSize(photo.size);
    if (height === photo.size.height) {
      return engine.detect(photo.pixels ?? photo.surface.context.getImageData(0, 0, width, height), at);
    }
    resize(canvas, { width, height });
    // Never by more than half, for which the plain smoothing suffices in half the time.
    canvas.context.imageSmoothingQuality = 'low';
    canvas.context.drawImage(photo.surface.image, 0, 0, width, height);
    return engine.detect(canvas.context.getImageData(0, 0, width, height), at);
  };

  #tools(): Loaded {
    if (this.#loaded) return this.#loaded;
    throw new CaptureError('ENGINE_FAILED', 'The face engine is not loaded yet, or was closed.');
  }

  #close(): void {
    this.#life.abort();
    this.#loaded?.engine.close();
    this.#loaded = null;
  }

  #reply(reply: AnalyserReply): void {
    if (!this.#life.signal.aborted) this.#options.reply(reply);
  }

  #fail(id: number | null, error: unknown): void {
    this.#reply({ kind: 'failed', id, code: failureOf(error), reason: reasonOf(error) });
  }
}

function cutOf(frame: CameraFrame): CaptureFrame {
  const size = sizeOf(frame);
  const cut = captureFrame(size);
  if (cut) return cut;
  throw new CaptureError(
    'CAMERA_TOO_SMALL',
    `The camera gives ${size.width}×${size.height}; a photo needs ${MIN_PHOTO_SIDE_PX} pixels each way at least. ` +
      'Use another camera.',
  );
}

const FAILURES = {
  ENGINE_UNAVAILABLE: true,
  ENGINE_FAILED: true,
  ASSETS_MISSING: true,
  ASSETS_CORRUPT: true,
  CAMERA_TOO_SMALL: true,
  PHOTO_FAILED: true,
} satisfies Record<AnalyserFailure, true>;

function failureOf(error: unknown): AnalyserFailure {
  const isKnown = (code: string): code is AnalyserFailure => Object.hasOwn(FAILURES, code);
  return isCaptureError(error) && isKnown(error.code) ? error.code : 'ENGINE_FAILED';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
