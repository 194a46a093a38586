import type { FaceMeasures, RegionMeasure } from '../types/frame.js';

/** How surely each part of the face is covered, 0 to 1. */
export interface Cover {
  readonly mouth: number;
  readonly nose: number;
  readonly eyes: number;
}

/** Weights of a logistic model. `presence` and `withPresence` stand in where the model bundle carries the presence logit. */
interface CoverWeights {
  readonly bias: number;
  readonly withPresence: number;
  readonly presence: number;
  /** Per ΔE from the face's own skin. */
  readonly colour: number;
  /** Per natural logarithm of the region's texture over the strongest one of the face. */
  readonly texture: number;
  /** Per natural logarithm of the contrast of the feature. */
  readonly contrast: number;
}

/**
 * Fitted by logistic regression to 21 people with and without a mask (six colours), a mask under the nose, a hand, a phone,
 * sunglasses (four kinds), hair and a patch drawn on, also darker, brighter, softer and lit from the side, then rounded
 * and moved toward fewer false alarms. With the person held out, 86 % of covered mouths and 84 % of covered eyes were
 * found. Small data: a first version that measurements on more people should replace.
 */
const WEIGHTS = {
  mouth: { bias: -3.6, withPresence: 2.2, presence: -0.29, colour: 0.03, texture: -3.2, contrast: 0 },
  nose: { bias: -4.6, withPresence: 0.3, presence: -0.27, colour: 0.09, texture: -2.3, contrast: 0 },
  eye: { bias: -4.1, withPresence: -4.1, presence: 0, colour: 0.068, texture: -2.4, contrast: -0.8 },
} satisfies Record<string, CoverWeights>;

/** Less contrast than this tells nothing more, since a closed lid has as little as a lens. */
const LEAST_CONTRAST = 0.2;
const LEAST_TEXTURE = 0.2;

/**
 * What covers the mouth, the nose or an eye. A bare one has texture beside the rest of the face, and a colour not far from
 * the face's skin; a cover of skin colour is told by the first, a patterned one by the second and by the presence logit.
 *
 * @returns 0 (bare) to 1; `eyes` is that of the more covered eye. 0.5 is where either is as likely.
 */
export function coverOf({ regions, presenceLogit }: FaceMeasures): Cover {
  const { mouth, nose, leftEye, rightEye } = regions;
  const strongest = Math.max(1, mouth.texture, nose.texture, leftEye.texture, rightEye.texture);
  const cover = (region: RegionMeasure, weights: CoverWeights) => {
    const texture = Math.log(Math.max(region.texture, LEAST_TEXTURE) / strongest);
    const contrast = Math.log(Math.max(region.contrast, LEAST_CONTRAST));
    const presence =
      presenceLogit === null ? weights.bias : weights.withPresence + weights.presence * presenceLogit;
    return logistic(
      presence +
        weights.colour * region.colourDistance +
        weights.texture * texture +
        weights.contrast * contrast,
    );
  };
  return {
    mouth: cover(mouth, WEIGHTS.mouth),
    nose: cover(nose, WEIGHTS.nose),
    eyes: Math.max(cover(leftEye, WEIGHTS.eye), cover(rightEye, WEIGHTS.eye)),
  };
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
