/** Points of an iris have no depth: Google's bundle repeats none, this project's gives them that of the eyelid's middle. */
const EYELID = 159;
const PADDED = [468, 471, 472];
const LOGIT = 469;
const UNIT = 470;
/** The constant that the composed model writes as the unit: the side of the network's input, in pixels. */
const UNIT_VALUE = 192;

/**
 * The face-presence logit that this project's composed model carries in two depths that mean nothing otherwise.
 * The task scales every depth alike, so that only their quotient counts.
 *
 * @returns null with a bundle that does not carry it, told by the depths beside it: only the composed one repeats the
 * eyelid's there.
 */
export function presenceLogit(landmarks: Float32Array): number | null {
  const depth = (index: number) => landmarks[3 * index + 2] ?? NaN;
  const eyelid = depth(EYELID);
  const unit = depth(UNIT);
  if (!PADDED.every((index) => depth(index) === eyelid) || unit === eyelid || !(unit > 0)) return null;
  const logit = (UNIT_VALUE * depth(LOGIT)) / unit;
  return Number.isFinite(logit) ? logit : null;
}
