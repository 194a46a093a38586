import type { PresencePeak, Rect } from '../types/frame.js';
import { centreOf } from './geometry.js';

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

/** For so long a face is compared with how it was. */
const PEAK_MS = 10_000;
/** A face that moved by more of its height, or whose height changed by more, is seen too differently. */
const STAYED_SHARE = 0.3;

/**
 * How sure the network was of a face at its surest, as long as the face stays: it falls when something is moved before the
 * face, whatever its colour.
 *
 * @param before of the frame before
 * @returns that before, followed to where the face is now, or the new one where that is surer, elsewhere or much later
 */
export function followPresence(before: PresencePeak | null, now: PresencePeak): PresencePeak {
  if (!before || before.logit <= now.logit) return now;
  const isStale = now.at < before.at || now.at - before.at > PEAK_MS;
  return isStale || !stayed(before.box, now.box) ? now : { ...before, box: now.box };
}

function stayed(one: Rect, other: Rect): boolean {
  const [from, to] = [centreOf(one), centreOf(other)];
  const way = Math.hypot(from.x - to.x, from.y - to.y);
  return Math.max(way, Math.abs(one.height - other.height)) <= STAYED_SHARE * one.height;
}
