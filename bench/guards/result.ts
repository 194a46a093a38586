import type { GuardId } from '../../src/types/capture.ts';
import type { HeadPose, Observation, Point, Sides } from '../../src/types/frame.ts';
import type { Group } from './random.ts';

/** What a scene must give: a hint, null for a photo, `any` where nothing is asked of it. */
export type Expectation = GuardId | null | 'any';

/** A scene in the list that the page gives. */
export interface SceneName {
  readonly id: string;
  readonly kind: string;
}

/** What the benchmark keeps of one scene. */
export interface SceneResult extends SceneName {
  readonly file: string;
  readonly group: Group;
  /** Median luma of the person's skin in the photograph. */
  readonly skinLuma: number;
  readonly expect: Expectation;
  /** The measurement that must be the hint, where it matters which one of the guard's it is. */
  readonly reason: string | null;
  /** `guard/measure` of the hint; null where every guard passes. */
  readonly hint: string | null;
  /** Every failing `guard/measure`. */
  readonly failing: readonly string[];
  /** Value of every measurement by `guard/measure`; null where there is none. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly pose: HeadPose | null;
  /** Angles at which the head was drawn, where they are known. */
  readonly truth: HeadPose | null;
  readonly eyeAspect: readonly number[] | null;
  readonly presenceLogit: number | null;
  /** JPEG of what was seen, as a data URL; where the hint was wrong, or where asked for. */
  readonly picture: string | null;
  /** The face as it is measured, where asked for. */
  readonly patch: PatchRecord | null;
  /** What the analyser told, without landmarks, where patches are asked for. */
  readonly observation: Observation | null;
}

/** From this share of its pixels on, a part of a face counts as covered. */
export const COVERED_SHARE = 0.5;

/** Share of the pixels of each part of a face, 0 to 1. */
export type Covered = Readonly<Record<'mouth' | 'nose' | 'leftEye' | 'rightEye', number>>;

/** Everything from which covers are told, so that they can be fitted without a browser. */
export interface PatchRecord {
  /** PNG of the face patch as a data URL. */
  readonly png: string;
  readonly points: readonly Point[];
  /** Share of each region's pixels that was drawn over, 0 to 1. */
  readonly covered: Covered;
  /** How far the lids were lowered, 0 to 1; null where nobody can see it. */
  readonly lids: Sides<number> | null;
  /** Files of the other people whose features the face has. */
  readonly donors: readonly string[];
}

export interface RunOptions {
  /** Pictures of every scene, not of misses only. */
  readonly pictures?: boolean;
  readonly patches?: boolean;
}
