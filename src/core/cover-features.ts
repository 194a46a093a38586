import type { Sides } from '../types/frame.js';
import { MOUTH_POINTS, NOSE_POINTS, type PartPoints } from './cover-points.js';
import { lookAtEyes } from './eye-features.js';
import type { FacePatch } from './face-patch.js';
import { sampleFace } from './face-samples.js';
import { distance } from './geometry.js';
import {
  contrastOf,
  joined,
  logContrast,
  meanOf,
  rednessOf,
  relativeLuma,
  strangenessOf,
  textureOf,
  type Pieces,
} from './sample-scales.js';
import type { Skin } from './skin.js';

/** What each network sees, numbers of about the size of 1: those of the eyes see one after the other, left and right. */
export type CoverInputs = Readonly<Record<'mouth' | 'nose' | 'eyes' | 'lids', readonly Float32Array[]>>;

/** What is known of the face beside its pixels. */
export interface CoverContext {
  /** Where the model bundle carries it. */
  readonly presenceLogit: number | null;
  readonly eyeAspect: Sides<number>;
}

/** Face-presence logit of an uncovered face that looks into the camera, for bundles that do not carry it. */
const USUAL_LOGIT = 22;
const LOGIT_SCALE = 8;

/**
 * Reads how the parts of a face look beside its own skin: light and dark, colour and texture at the mesh's points, and how far the
 * two halves differ, as a face's halves look alike and a cover mostly hides one more than the other.
 */
export function coverInputs(
  patch: FacePatch,
  skin: Skin,
  { presenceLogit, eyeAspect }: CoverContext,
): CoverInputs {
  const presence = ((presenceLogit ?? USUAL_LOGIT) - USUAL_LOGIT) / LOGIT_SCALE;
  const gap = 3 * (distance(patch.points, 13, 14) / Math.max(1, distance(patch.points, 61, 291)));
  const mouth = lookOf(patch, skin, MOUTH_POINTS);
  const eyes = lookAtEyes(patch, skin);
  const cheekTexture = (eyes.left.cheekTexture + eyes.right.cheekTexture) / 2;
  const nose = lookOf(patch, skin, NOSE_POINTS, cheekTexture);
  const both = openingsOf(eyeAspect);
  const sides = [
    { ...eyes.left, openings: [both, ownOpening(eyeAspect.left, eyeAspect.right)] },
    { ...eyes.right, openings: [both, ownOpening(eyeAspect.right, eyeAspect.left)] },
  ];
  return {
    mouth: [clipped([...mouth.form, ...mouth.strangeness, mouth.redness, [presence, gap]])],
    nose: [clipped([...nose.form, ...nose.strangeness, [presence, gap]])],
    eyes: sides.map(({ form, strangeness, around, openings }) =>
      clipped([...form, ...strangeness, ...around, [presence], ...openings]),
    ),
    lids: sides.map(({ form, openings }) => clipped([...form, ...openings])),
  };
}

function ownOpening(own: number, other: number): readonly number[] {
  return [15 * (own - 0.2), 15 * (own - other)];
}

/** How far the mesh has the eyes open, brought to about the size of 1: in sum, apart, the lesser one, and it over the other. */
function openingsOf({ left, right }: Sides<number>): readonly number[] {
  const [lesser, wider] = [Math.min(left, right), Math.max(left, right)];
  return [
    10 * (lesser + wider - 0.5),
    15 * (wider - lesser),
    15 * (lesser - 0.2),
    5 * (lesser / Math.max(wider, 0.05) - 0.8),
  ];
}

interface PartLook {
  /** Light, dark and grain, whatever the colour. */
  readonly form: Pieces;
  /** How far from the skin's the colours are, and how far apart the light on both halves is. */
  readonly strangeness: Pieces;
  readonly redness: Float32Array;
}

/**
 * @param usualTexture Of this face, where it is known: a smooth face has a smooth nose, and a rough one on a smooth face is none.
 */
function lookOf(
  patch: FacePatch,
  skin: Skin,
  { left, right, middle }: PartPoints,
  usualTexture?: number,
): PartLook {
  const samples = sampleFace(patch, skin.colour, [...left, ...right, ...middle]);
  const { luma } = samples;
  const [level, contrast] = [meanOf(luma), contrastOf(luma)];
  const size = left.length;
  const whole = (values: Float32Array) => [
    meansOf(values, size),
    apartOf(values, size),
    values.subarray(2 * size),
  ];
  return {
    form: [
      [level, logContrast(contrast)],
      ...whole(relativeLuma(samples, level, contrast)),
      ...whole(textureOf(samples, usualTexture)),
    ],
    strangeness: [...whole(strangenessOf(samples)), apartOf(luma, size)],
    redness: meansOf(rednessOf(samples), size),
  };
}

/** Of each point and the one that mirrors it, which stands `size` places later. */
function meansOf(values: Float32Array, size: number): Float32Array {
  const means = new Float32Array(size);
  for (let place = 0; place < size; place += 1) {
    means[place] = ((values[place] ?? 0) + (values[size + place] ?? 0)) / 2;
  }
  return means;
}

function apartOf(values: Float32Array, size: number): Float32Array {
  const apart = new Float32Array(size);
  for (let place = 0; place < size; place += 1) {
    apart[place] = Math.abs((values[place] ?? 0) - (values[size + place] ?? 0));
  }
  return apart;
}

/** Far outside of what was fitted to, no number may decide alone. */
const CLIP = 3;

function clipped(pieces: Pieces): Float32Array {
  const values = joined(pieces);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    values[place] = Number.isFinite(value) ? Math.max(-CLIP, Math.min(CLIP, value)) : 0;
  }
  return values;
}
