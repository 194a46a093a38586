import type { LimitOverrides } from '../../../src/core/limits.js';
import type { HeadPose, Size } from '../../../src/types/frame.js';
import type { Expectation } from '../result.js';
import type { Person } from './person.js';
import type { Shot } from './shot.js';

/** A labelled picture of a camera. */
export interface Scene {
  readonly id: string;
  /** What it shows, `mask/blue` for example; scenes of a kind are counted together. */
  readonly kind: string;
  readonly person: Person;
  /** Where only the drawn scene tells it, a function of that. */
  readonly expect: Expectation | ((shot: Shot) => Expectation);
  /** Which of the guard's measurements must be the hint, where it has several hints. */
  readonly reason?: string;
  /** Limits that are not the default ones. */
  readonly limits?: LimitOverrides;
  readonly draw: () => Shot;
  /** What a camera adds. */
  readonly flaws: Flaws;
  /** Angles that the head has in the picture, degrees, as the head's own angles are known. */
  readonly truth?: HeadPose;
}

export interface Flaws {
  readonly noiseSigma: number;
  /** 0 to 1; null leaves the picture as it is. */
  readonly jpegQuality: number | null;
}

export const NO_FLAWS: Flaws = { noiseSigma: 0, jpegQuality: null };
export const SOME_FLAWS: Flaws = { noiseSigma: 4, jpegQuality: 0.75 };

export const CAMERAS = {
  hd: { width: 1280, height: 720 },
  fullHd: { width: 1920, height: 1080 },
  vga: { width: 640, height: 480 },
} as const satisfies Record<string, Size>;
