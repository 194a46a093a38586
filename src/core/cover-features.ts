import type { Sides } from '../types/frame.js';
import { EYE_POINTS, MOUTH_POINTS, NOSE_POINTS, type PartPoints } from './cover-points.js';
import type { FacePatch } from './face-patch.js';
import { sampleFace } from './face-samples.js';
import { distance } from './geometry.js';
import type { Skin } from './skin.js';

/** What each network sees: numbers of about the size of 1. */
export type CoverInputs = Readonly<Record<'mouth' | 'nose' | 'eyes' | 'lids', Float32Array>>;

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
  const [mouth, nose, eyes] = [MOUTH_POINTS, NOSE_POINTS, EYE_POINTS].map((points) =>
    lookOf(patch, skin, points),
  ) as [PartLook, PartLook, PartLook];
  const openings = openingsOf(eyeAspect);
  const strangeness = (part: PartLook) => [...part.strangeness, ...part.unevenness];
  return {
    mouth: clipped([...mouth.form, ...strangeness(mouth), ...mouth.redness, presence, gap]),
    nose: clipped([...nose.form, ...strangeness(nose), presence]),
    eyes: clipped([...eyes.form, ...strangeness(eyes), presence, ...openings]),
    lids: clipped([...eyes.form, ...openings]),
  };
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

/** Contrast, as the deviation of the logarithm of luma, under which it is noise that must not be made large. */
const NOISE_CONTRAST = 0.12;
const COLOUR_SCALE = 4;
/** Brings the logarithm of usual gradients near 0. */
const USUAL_TEXTURE = 2;

interface PartLook {
  /** Light, dark and grain, whatever the colour. */
  readonly form: readonly number[];
  /** How far from the skin's the colours are. */
  readonly strangeness: readonly number[];
  readonly redness: readonly number[];
  /** How far apart the light on both halves is. */
  readonly unevenness: readonly number[];
}

function lookOf(patch: FacePatch, skin: Skin, { left, right, middle }: PartPoints): PartLook {
  const landmarks = [...left, ...right, ...middle];
  const { luma, redness, blueness, texture } = sampleFace(patch, skin.colour, landmarks);
  const level = meanOf(luma);
  const contrast = Math.sqrt(meanOf(luma.map((value) => (value - level) ** 2)));
  const size = left.length;
  const means = (values: Float32Array) => halves(values, size, (one, other) => (one + other) / 2);
  const differences = (values: Float32Array) => halves(values, size, (one, other) => Math.abs(one - other));
  const whole = (values: Float32Array) => [
    ...means(values),
    ...differences(values),
    ...values.subarray(2 * size),
  ];
  return {
    form: [
      level,
      Math.log(contrast + 0.05) + 1.2,
      ...whole(luma.map((value) => (value - level) / (contrast + NOISE_CONTRAST))),
      ...whole(texture.map((value) => value + USUAL_TEXTURE)),
    ],
    strangeness: whole(redness.map((value, place) => COLOUR_SCALE * Math.hypot(value, blueness[place] ?? 0))),
    redness: [...means(redness.map((value) => COLOUR_SCALE * value))],
    unevenness: [...differences(luma)],
  };
}

function halves(
  values: Float32Array,
  size: number,
  combine: (one: number, other: number) => number,
): Float32Array {
  return values.subarray(0, size).map((value, place) => combine(value, values[size + place] ?? 0));
}

/** Far outside of what was fitted to, no number may decide alone. */
const CLIP = 3;

function clipped(values: readonly number[]): Float32Array {
  return Float32Array.from(values, (value) =>
    Number.isFinite(value) ? Math.max(-CLIP, Math.min(CLIP, value)) : 0,
  );
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
