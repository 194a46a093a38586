import type { Cover } from '../types/frame.js';
import { coverFeatures, type CoverContext } from './cover-features.js';
import { answerOf } from './cover-model.js';
import { COVER_WEIGHTS } from './cover-weights.js';
import type { FacePatch } from './face-patch.js';
import type { Skin } from './skin.js';

/**
 * How surely the mouth, the nose and each eye are covered, told from the pixels around them, the face's own skin and, where
 * the bundle carries it, the presence score. How right it is stands in `docs/guards.md`.
 */
export function measureCover(patch: FacePatch, skin: Skin, context: CoverContext): Cover {
  const features = coverFeatures(patch, skin, context);
  return {
    mouth: answerOf(COVER_WEIGHTS.mouth, features.mouth),
    nose: answerOf(COVER_WEIGHTS.nose, features.nose),
    leftEye: answerOf(COVER_WEIGHTS.eye, features.leftEye),
    rightEye: answerOf(COVER_WEIGHTS.eye, features.rightEye),
  };
}
