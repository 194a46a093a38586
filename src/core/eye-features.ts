import type { Sides } from '../types/frame.js';
import { AROUND_EYE_POINTS, CHEEK_PLACES, EYE_POINTS } from './cover-points.js';
import type { FacePatch } from './face-patch.js';
import { sampleFace, type FaceSamples } from './face-samples.js';
import type { Skin } from './skin.js';
import {
  contrastOf,
  differences,
  joined,
  logContrast,
  meanOf,
  relativeLuma,
  strangenessOf,
  textureOf,
  type Pieces,
} from './sample-scales.js';

/** What is seen of one eye and of how it differs from the other one. */
export interface EyeLook {
  /** Light, dark and grain, whatever the colour. */
  readonly form: Pieces;
  /** How far from the skin's the colours are. */
  readonly strangeness: Pieces;
  /** The same of forehead, temple and cheek. */
  readonly around: Pieces;
  /** Mean texture of the cheek under it, as it was sampled. */
  readonly cheekTexture: number;
}

interface Side {
  readonly eye: FaceSamples;
  readonly around: FaceSamples;
  readonly texture: Float32Array;
  readonly strangeness: Float32Array;
  readonly aroundTexture: Float32Array;
  readonly aroundStrangeness: Float32Array;
}

/**
 * Reads each eye beside the other: both look alike in an uncovered face with open eyes, whatever the person, their make-up,
 * spectacles and light.
 */
export function lookAtEyes(patch: FacePatch, skin: Skin): Sides<EyeLook> {
  const sideOf = (side: 'left' | 'right'): Side => {
    const eye = sampleFace(patch, skin.colour, EYE_POINTS[side]);
    const around = sampleFace(patch, skin.colour, AROUND_EYE_POINTS[side]);
    return {
      eye,
      around,
      texture: textureOf(eye),
      strangeness: strangenessOf(eye),
      aroundTexture: textureOf(around),
      aroundStrangeness: strangenessOf(around),
    };
  };
  const [left, right] = [sideOf('left'), sideOf('right')];
  return { left: lookAtEye(left, right), right: lookAtEye(right, left) };
}

function lookAtEye(own: Side, other: Side): EyeLook {
  return {
    form: formOf(own, other),
    strangeness: withDifferences(own.strangeness, other.strangeness),
    around: [
      differences(own.around.luma, other.around.luma),
      ...withDifferences(own.aroundTexture, other.aroundTexture),
      differences(own.aroundStrangeness, other.aroundStrangeness),
    ],
    cheekTexture: meanOf(own.around.texture.subarray(CHEEK_PLACES.from, CHEEK_PLACES.to)),
  };
}

function formOf(own: Side, other: Side): Pieces {
  const both = joined([own.eye.luma, other.eye.luma]);
  const [level, contrast] = [meanOf(both), contrastOf(both)];
  return [
    [
      level,
      logContrast(contrast),
      2 * (meanOf(own.eye.luma) - level),
      logContrast(contrastOf(own.eye.luma)) - logContrast(contrastOf(other.eye.luma)),
    ],
    ...withDifferences(relativeLuma(own.eye, level, contrast), relativeLuma(other.eye, level, contrast)),
    ...withDifferences(own.texture, other.texture),
  ];
}

function withDifferences(own: Float32Array, other: Float32Array): Pieces {
  return [own, differences(own, other)];
}
