import { FaceLandmarker, type FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { CaptureError } from '../core/errors.js';
import type { Detection } from '../core/observe.js';
import type { Delegate } from '../types/capture.js';
import type { Sides } from '../types/frame.js';
import { loadModel, type AssetUrls } from './assets.js';
import type { LoadOptions } from './download.js';
import { feedPixels } from './feed-pixels.js';
import { startGl, type GlCanvas } from './gl-canvas.js';
import { combineProgress } from './progress.js';
import type { Canvases } from './surface.js';
import { loadRuntime, withRuntime, type WasmRuntime } from './wasm-runtime.js';
import { zipEntryNames } from './zip-entries.js';

/** The landmark network, loaded and warm. */
export interface Engine {
  /** What it runs on in the end. */
  readonly delegate: Delegate;
  /** Why it does not run on the GPU although that was asked for. */
  readonly gpuFailure: string | null;
  /** Whether the browser took its WebGL context away: it can no longer be used. */
  readonly isLost: boolean;
  /**
   * Finds faces. Blocks for as long as the network takes.
   *
   * @param atMs Rounded up where it is not later than the one before, since the engine refuses to go back in
   *   time.
   */
  detect(picture: ImageData, atMs: number): Detection[];
  close(): void;
}

export interface EngineOptions extends AssetUrls, Omit<LoadOptions, 'expected'> {
  readonly delegate: Delegate;
  readonly canvases: Canvases;
}

/**
 * The guards want one face and count those that are at least 0.3 of the largest one's height. Five leave
 * room for people far behind, whose faces may be found first, and cost nothing where there are none. While
 * fewer are tracked, the detector looks at every frame, so that nobody walks in unnoticed.
 */
const MAX_FACES = 5;

const BLENDSHAPES_FILE = 'face_blendshapes.tflite';
const LOG_LINES = 5;

/**
 * Fetches the engine and the model, and starts them.
 *
 * @throws {CaptureError} `ENGINE_UNAVAILABLE` without WebGL 2 or WebAssembly SIMD, `ASSETS_MISSING`,
 *   `ASSETS_CORRUPT`, and `ENGINE_FAILED` where the engine does not start.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  // First, so that nothing is fetched where there is no WebGL.
  const early = startGl(options.canvases);
  const { runtime, model } = await loadParts(options).catch((error: unknown) => {
    early.release();
    throw error;
  });
  const open = (on: GlCanvas, delegate: Delegate, gpuFailure: string | null) =>
    startEngine(runtime, model, on, { ...options, delegate }, gpuFailure);

  // What was fetched is still good where the GPU was reset meanwhile.
  const gl = early.isLost ? startGl(options.canvases) : early;
  if (options.delegate === 'cpu') return open(gl, 'cpu', null);
  try {
    return await open(gl, 'gpu', null);
  } catch (error) {
    options.signal.throwIfAborted();
    return open(startGl(options.canvases), 'cpu', reasonOf(error));
  }
}

async function loadParts(
  options: EngineOptions,
): Promise<{ readonly runtime: WasmRuntime; readonly model: Uint8Array }> {
  const expected = { byteLength: options.modelBytes, sha256: options.hashes?.model };
  const progress = combineProgress(options.onProgress);
  const [runtime, model] = await Promise.all([
    loadRuntime(options, { ...options, onProgress: progress() }),
    loadModel(options.modelUrl, { ...options, expected, onProgress: progress() }),
  ]);
  return { runtime, model };
}

async function startEngine(
  runtime: WasmRuntime,
  model: Uint8Array,
  gl: GlCanvas,
  { delegate, signal }: EngineOptions,
  gpuFailure: string | null,
): Promise<Engine> {
  // The GPU needs its pictures as textures; the CPU would have to read them back from there.
  if (delegate === 'cpu') feedPixels(gl.context);
  const log = new RecentLines();
  let task: FaceLandmarker | null = null;
  try {
    task = await withRuntime(runtime, log.add, () => createTask(model, gl, delegate));
    signal.throwIfAborted();
    const engine = engineOf(task, gl, delegate, gpuFailure);
    if (delegate === 'gpu') tryOut(engine);
    return engine;
  } catch (cause) {
    task?.close();
    gl.release();
    signal.throwIfAborted();
    throw new CaptureError(
      'ENGINE_FAILED',
      `The face engine did not start on the ${delegate}: ${reasonOf(cause)}. Its log ends with: ${log.text}`,
      { cause, recoverable: true },
    );
  }
}

/** The end of the engine's own log, kept for the case that it fails. */
class RecentLines {
  readonly #lines: string[] = [];

  readonly add = (line: string): void => {
    this.#lines.push(withoutTrace(line));
    if (this.#lines.length > LOG_LINES) this.#lines.shift();
  };

  get text(): string {
    return this.#lines.join(' | ');
  }
}

function createTask(model: Uint8Array, gl: GlCanvas, delegate: Delegate): Promise<FaceLandmarker> {
  const hasBlendshapes = zipEntryNames(model)?.includes(BLENDSHAPES_FILE) === true;
  // Empty paths: `withRuntime` has loaded both files already.
  return FaceLandmarker.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: '' },
    {
      baseOptions: { modelAssetBuffer: model, delegate: delegate === 'gpu' ? 'GPU' : 'CPU' },
      // The library would take an OffscreenCanvas by itself, which has no WebGL in WebKitGTK.
      canvas: gl.canvas,
      runningMode: 'VIDEO',
      numFaces: MAX_FACES,
      outputFacialTransformationMatrixes: true,
      outputFaceBlendshapes: hasBlendshapes,
      minFaceDetectionConfidence: 0.5,
      minFacePresenceConfidence: 0.5,
      minTrackingConfidence: 0.5,
    },
  );
}

/** A GPU that cannot run the model may say so only at its first frame, which belongs to loading then. */
function tryOut(engine: Engine): void {
  engine.detect(new ImageData(64, 64), 0);
}

function engineOf(task: FaceLandmarker, gl: GlCanvas, delegate: Delegate, gpuFailure: string | null): Engine {
  let lastMs = -1;
  return {
    delegate,
    gpuFailure,
    get isLost() {
      return gl.isLost;
    },
    detect(picture, atMs) {
      lastMs = Math.max(Math.round(atMs), lastMs + 1);
      return detectionsOf(task.detectForVideo(picture, lastMs));
    },
    close() {
      task.close();
      gl.release();
    },
  };
}

function detectionsOf(result: FaceLandmarkerResult): Detection[] {
  const { faceLandmarks, facialTransformationMatrixes: matrices, faceBlendshapes } = result;
  // Without a row for every face it cannot be told which face a row belongs to.
  const hasMatrices = matrices.length === faceLandmarks.length;
  const hasBlendshapes = faceBlendshapes.length === faceLandmarks.length;
  return faceLandmarks.map((points, face) => ({
    landmarks: numbersOf(points),
    matrix: (hasMatrices && matrices[face]?.data) || null,
    blink: (hasBlendshapes && blinkOf(faceBlendshapes[face]?.categories ?? [])) || null,
  }));
}

/** Plain loops: an array for each of 478 points and face is work for the garbage collector on every frame. */
function numbersOf(points: FaceLandmarkerResult['faceLandmarks'][number]): Float32Array {
  const numbers = new Float32Array(3 * points.length);
  let place = 0;
  for (const { x, y, z } of points) {
    numbers[place++] = x;
    numbers[place++] = y;
    numbers[place++] = z;
  }
  return numbers;
}

/**
 * Blendshapes are named for the person's own sides; the photo shows the person's right eye on its left half.
 */
function blinkOf(
  categories: FaceLandmarkerResult['faceBlendshapes'][number]['categories'],
): Sides<number> | null {
  const score = (name: string) => categories.find(({ categoryName }) => categoryName === name)?.score;
  const [left, right] = [score('eyeBlinkRight'), score('eyeBlinkLeft')];
  return left === undefined || right === undefined ? null : { left, right };
}

function reasonOf(error: unknown): string {
  return withoutTrace(error instanceof Error ? error.message : String(error));
}

/** One line, without the places in the engine's own sources that follow the reason. */
function withoutTrace(text: string): string {
  return (text.split('=== Source Location', 1)[0] ?? '').replace(/\s+/g, ' ').trim();
}
