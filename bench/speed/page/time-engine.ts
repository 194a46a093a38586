import { FaceLandmarker } from '@mediapipe/tasks-vision';

/** Name of the measures that tell how long the landmark library's own call took. */
export const ENGINE = 'engine';
/** Name of the measures that tell how long a frame took in the worker, from its message to the answer. */
export const FRAME = 'frame';

/** The bare worker's answer to a frame: its landmarks, or why there are none. */
export type BareAnswer = { readonly faces: unknown } | { readonly failure: string };

/** Calls that have left no measure yet. */
const calls: { readonly start: number; readonly end: number }[] = [];

/** From now on every call of the engine is timed, whoever calls it. */
export function timeEngine(): void {
  const original = FaceLandmarker.prototype.detectForVideo;
  FaceLandmarker.prototype.detectForVideo = function (...given) {
    const start = performance.now();
    try {
      return original.apply(this, given);
    } finally {
      calls.push({ start, end: performance.now() });
    }
  };
}

/** Leaves performance measures of a frame that ends now and of the calls in it: afterwards, as leaving one takes time itself. */
export function leaveMeasures(frameStart: number | null): void {
  if (frameStart !== null) performance.measure(FRAME, { start: frameStart });
  for (const call of calls.splice(0)) performance.measure(ENGINE, call);
}
