import type { Rect } from '../types/frame.js';
import { distance, type PointsPx } from './geometry.js';

const FOREHEAD = 10;
const NOSE_BASE = 2;
const UPPER_LIP_INSIDE = 13;
const LOWER_LIP_INSIDE = 14;
const LOWER_LIP = 17;

/** Height from the lower lip to the chin over that from the forehead to the nose, in the canonical face of MediaPipe. */
const CHIN_SHARE = 0.39;
/** Lips that part by less, as a share of the face's height, let the mesh see the chin where it is. */
const PARTED_SHARE = 0.08;
/** How far the chin is missed at most, for what lips part by more. A short chin must not be drawn long. */
const MISSED_SHARE = 0.8;

/**
 * How far the chin of a wide-open mouth lies below the face's box.
 *
 * What the network sees of a near face reaches out of the picture, which goes on there as streaks of its edge. It then finds the
 * lower lip of an open mouth where it is, but the chin too near to it: the lip tells where the chin is at least. The two last
 * shares were chosen on open mouths drawn over photographs of the fitting group, near and far.
 */
export function chinBelowBox(points: PointsPx, box: Rect): number {
  const down = (index: number) => points[2 * index + 1] ?? NaN;
  const parted = distance(points, UPPER_LIP_INSIDE, LOWER_LIP_INSIDE) - PARTED_SHARE * box.height;
  const chin = down(LOWER_LIP) + CHIN_SHARE * (down(NOSE_BASE) - down(FOREHEAD));
  const missed = Math.min(MISSED_SHARE * parted, chin - box.y - box.height);
  return missed > 0 ? missed : 0;
}
