import { FaceLandmarker } from '@mediapipe/tasks-vision';

/** Name of the measures that tell how long the landmark library's own call took. */
export const ENGINE = 'engine';
/** Name of the measures that tell how long a frame took in the worker, from its message to the answer. */
export const FRAME = 'frame';

/** The bare worker's answer to a frame: its landmarks, or why there are none. */
export type BareAnswer = { readonly faces: unknown } | { readonly failure: string };

/** From now on every call of the engine leaves a performance measure, whoever calls it. */
export function timeEngine(): void {
  const original = FaceLandmarker.prototype.detectForVideo;
  FaceLandmarker.prototype.detectForVideo = function (...given) {
    const start = performance.now();
    try {
      return original.apply(this, given);
    } finally {
      performance.measure(ENGINE, { start });
    }
  };
}
