import type { Cover, Sides } from '../types/frame.js';
import { coverFeatures, type CoverContext } from './cover-features.js';
import { answerOf } from './cover-model.js';
import { COVER_TEMPLATES, COVER_WEIGHTS } from './cover-weights.js';
import { EYE_POINTS } from './cover-points.js';
import type { FacePatch } from './face-patch.js';
import { distance } from './geometry.js';
import { likeness, sampleMesh } from './mesh-samples.js';
import type { Skin } from './skin.js';

/**
 * How surely the mouth, the nose and each eye are covered, told from the pixels around them, the face's own skin and, where
 * the bundle carries it, the presence score. How right it is stands in `docs/guards.md`.
 */
export function measureCover(patch: FacePatch, skin: Skin, context: CoverContext): Cover {
  const features = coverFeatures(patch, skin, context, COVER_TEMPLATES);
  return {
    mouth: isMouthSeenOpen(patch) ? 0 : answerOf(COVER_WEIGHTS.mouth, features.mouth),
    nose: answerOf(COVER_WEIGHTS.nose, features.nose),
    leftEye: answerOf(COVER_WEIGHTS.eye, features.leftEye),
    rightEye: answerOf(COVER_WEIGHTS.eye, features.rightEye),
  };
}

/**
 * Gap between the lips over the mouth's width. What the mesh imagines behind a cover is a closed mouth: with covers drawn
 * over the fitting group it is 0.18 at most, and mostly under 0.1.
 */
const OPEN_MOUTH_RATIO = 0.25;

function isMouthSeenOpen({ points }: FacePatch): boolean {
  return distance(points, 13, 14) > OPEN_MOUTH_RATIO * distance(points, 61, 291);
}

/**
 * How much more each eye looks open than closed, told from the lid, the white and the iris; from -2 (closed) to 2.
 * The mesh follows a lid that it does not know, one behind spectacles for example, only half of its way.
 */
export function eyeOpenness(patch: FacePatch): Sides<number> {
  const openness = (side: 'left' | 'right') => {
    const { luma } = sampleMesh(patch, EYE_POINTS[side]);
    return likeness(luma, COVER_TEMPLATES.eyeOpen) - likeness(luma, COVER_TEMPLATES.eyeClosed);
  };
  return { left: openness('left'), right: openness('right') };
}
