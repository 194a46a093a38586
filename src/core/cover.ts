import type { Cover } from '../types/frame.js';
import { coverInputs, type CoverContext, type CoverInputs } from './cover-features.js';
import { answerOf } from './cover-net.js';
import { COVER_NETS } from './cover-weights.js';
import type { FacePatch } from './face-patch.js';
import { distance } from './geometry.js';
import type { Skin } from './skin.js';

/** What the parts of a face look like. */
export interface FaceLook {
  readonly cover: Cover;
  /** How surely an eye is closed, 0 to 1. */
  readonly eyesClosed: number;
}

/**
 * How surely the mouth, the nose and the eyes are covered, and an eye closed, told from the pixels at the mesh's points, the face's
 * own skin and, where the bundle carries it, the presence score. How right it is stands in `docs/guards.md`.
 */
export function lookAtFace(patch: FacePatch, skin: Skin, context: CoverContext): FaceLook {
  const inputs = coverInputs(patch, skin, context);
  const highest = (part: keyof CoverInputs) =>
    Math.max(...inputs[part].map((input) => answerOf(COVER_NETS[part], input)));
  const mouth = isMouthSeenOpen(patch) ? 0 : highest('mouth');
  return { cover: { mouth, nose: highest('nose'), eyes: highest('eyes') }, eyesClosed: highest('lids') };
}

/**
 * Gap between the lips over the mouth's width. What the mesh imagines behind a cover is a closed mouth: with covers drawn
 * over the fitting group it is 0.18 at most, and mostly under 0.1.
 */
const OPEN_MOUTH_RATIO = 0.25;

function isMouthSeenOpen({ points }: FacePatch): boolean {
  return distance(points, 13, 14) > OPEN_MOUTH_RATIO * distance(points, 61, 291);
}
