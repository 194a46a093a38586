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
  const contrast = Math.sqrt(meanOf(mapped(luma, (value) => (value - level) ** 2)));
  const size = left.length;
  const whole = (values: Float32Array) => [
    ...meansOf(values, size),
    ...differencesOf(values, size),
    ...listed(values, 2 * size),
  ];
  return {
    form: [
      level,
      Math.log(contrast + 0.05) + 1.2,
      ...whole(mapped(luma, (value) => (value - level) / (contrast + NOISE_CONTRAST))),
      ...whole(mapped(texture, (value) => value + USUAL_TEXTURE)),
    ],
    strangeness: whole(
      mapped(redness, (value, place) => COLOUR_SCALE * Math.hypot(value, blueness[place] ?? 0)),
    ),
    redness: meansOf(
      mapped(redness, (value) => COLOUR_SCALE * value),
      size,
    ),
    unevenness: differencesOf(luma, size),
  };
}

/*
 * What follows runs for some hundred values of each frame. Plain loops and arrays, since the methods of typed arrays call back
 * for each value, and spreading one goes through its iterator.
 */

function mapped(values: Float32Array, change: (value: number, place: number) => number): Float32Array {
  const changed = new Float32Array(values.length);
  for (let place = 0; place < values.length; place += 1) changed[place] = change(values[place] ?? 0, place);
  return changed;
}

/** Of each point and the one that mirrors it, which stands `size` places later. */
function meansOf(values: Float32Array, size: number): number[] {
  const means: number[] = [];
  for (let place = 0; place < size; place += 1) {
    means.push(Math.fround(((values[place] ?? 0) + (values[size + place] ?? 0)) / 2));
  }
  return means;
}

function differencesOf(values: Float32Array, size: number): number[] {
  const differences: number[] = [];
  for (let place = 0; place < size; place += 1) {
    differences.push(Math.fround(Math.abs((values[place] ?? 0) - (values[size + place] ?? 0))));
  }
  return differences;
}

function listed(values: Float32Array, from: number): number[] {
  const list: number[] = [];
  for (let place = from; place < values.length; place += 1) list.push(values[place] ?? 0);
  return list;
}

/** Far outside of what was fitted to, no number may decide alone. */
const CLIP = 3;

function clipped(values: readonly number[]): Float32Array {
  const inside = new Float32Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    inside[place] = Number.isFinite(value) ? Math.max(-CLIP, Math.min(CLIP, value)) : 0;
  }
  return inside;
}

function meanOf(values: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] ?? 0;
  return sum / Math.max(1, values.length);
}
