/** Frames that take longer heat a phone and leave nothing of it to the page. */
const QUICK_FRAME_MS = 60;
/** Work for three parts of the time, and rest for one. */
const REST_SHARE = 1 / 3;
/** However slow the device is, it never rests so long that it would look less than five times a second for it. */
const LONGEST_STEP_MS = 200;

/**
 * How long to rest after a frame before the next one is looked at, so that a slow device does not work without a pause.
 *
 * @param frameMs How long the frame took, from the camera's picture to the answer.
 * @returns 0 on devices that are quick enough, and on those that have no time to lose.
 */
export function restMs(frameMs: number): number {
  if (frameMs <= QUICK_FRAME_MS) return 0;
  return Math.max(0, Math.min(frameMs * REST_SHARE, LONGEST_STEP_MS - frameMs));
}
