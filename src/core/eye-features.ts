import type { Sides } from '../types/frame.js';
import { AROUND_EYE_POINTS, CHEEK_PLACES, EYE_POINTS } from './cover-points.js';
import type { FacePatch } from './face-patch.js';
import { sampleFace, type FaceSamples } from './face-samples.js';
import type { Skin } from './skin.js';
import {
  contrastOf,
  differences,
  listed,
  logContrast,
  meanOf,
  relativeLuma,
  strangenessOf,
  textureOf,
} from './sample-scales.js';

/** What is seen of one eye and of how it differs from the other one. */
export interface EyeLook {
  /** Light, dark and grain, whatever the colour. */
  readonly form: readonly number[];
  /** How far from the skin's the colours are. */
  readonly strangeness: readonly number[];
  /** The same of forehead, temple and cheek. */
  readonly around: readonly number[];
  /** Mean texture of the cheek under it, as it was sampled. */
  readonly cheekTexture: number;
}

interface Side {
  readonly eye: FaceSamples;
  readonly around: FaceSamples;
}

/**
 * Reads each eye beside the other: both look alike in an uncovered face with open eyes, whatever the person, their make-up,
 * spectacles and light.
 */
export function lookAtEyes(patch: FacePatch, skin: Skin): Sides<EyeLook> {
  const sideOf = (side: 'left' | 'right'): Side => ({
    eye: sampleFace(patch, skin.colour, EYE_POINTS[side]),
    around: sampleFace(patch, skin.colour, AROUND_EYE_POINTS[side]),
  });
  const [left, right] = [sideOf('left'), sideOf('right')];
  return { left: lookAtEye(left, right), right: lookAtEye(right, left) };
}

function lookAtEye(own: Side, other: Side): EyeLook {
  return {
    form: formOf(own.eye, other.eye),
    strangeness: withDifferences(strangenessOf(own.eye), strangenessOf(other.eye)),
    around: [
      ...differences(own.around.luma, other.around.luma),
      ...withDifferences(textureOf(own.around), textureOf(other.around)),
      ...differences(strangenessOf(own.around), strangenessOf(other.around)),
    ],
    cheekTexture: meanOf(own.around.texture.subarray(CHEEK_PLACES.from, CHEEK_PLACES.to)),
  };
}

function formOf(own: FaceSamples, other: FaceSamples): readonly number[] {
  const both = Float32Array.from([...listed(own.luma), ...listed(other.luma)]);
  const [level, contrast] = [meanOf(both), contrastOf(both)];
  return [
    level,
    logContrast(contrast),
    2 * (meanOf(own.luma) - level),
    logContrast(contrastOf(own.luma)) - logContrast(contrastOf(other.luma)),
    ...withDifferences(relativeLuma(own, level, contrast), relativeLuma(other, level, contrast)),
    ...withDifferences(textureOf(own), textureOf(other)),
  ];
}

function withDifferences(own: Float32Array, other: Float32Array): number[] {
  return [...listed(own), ...differences(own, other)];
}
