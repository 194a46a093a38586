import type { GuardId } from '../types/capture.js';
import type { Observation } from '../types/frame.js';
import { firstFailure, judge } from './guards.js';
import type { Limits } from './limits.js';
import type { JudgedFrame } from './phase.js';
import { scoreFrame, type Score } from './score.js';

/** How frames are judged. */
export interface Judgement {
  readonly limits: Limits;
  /** Guards that only report. */
  readonly disabled: ReadonlySet<GuardId>;
  /** Measurements that failed in the frame before, see `Steady`. */
  readonly failing: ReadonlySet<string>;
}

/** A frame with its verdicts and its score in parts. */
export interface ScoredFrame extends JudgedFrame {
  readonly parts: Score | null;
  /** See `Observation`; only where somebody asked for it. */
  readonly landmarks?: Float32Array;
}

/** Guards that a manual photo must pass too: without one whole face there is nothing to compare. */
const HARD_GUARDS: ReadonlySet<GuardId> = new Set(['FACE_NOT_FOUND', 'TOO_MANY_FACES', 'FACE_CROPPED']);

/** Puts an observation through every guard. */
export function judgeFrame(observation: Observation, frameId: number, judgement: Judgement): ScoredFrame {
  const { limits, disabled, failing } = judgement;
  const verdicts = judge(observation, limits, failing);
  const binding = verdicts.filter(({ pass, guard }) => !pass && !disabled.has(guard));
  const parts = scoreFrame(observation, limits);
  return {
    frameId,
    at: observation.at,
    verdicts,
    wanted: firstFailure(verdicts, disabled),
    onlyBlink: binding.length > 0 && binding.every(({ guard }) => guard === 'EYES_CLOSED'),
    score: parts?.total ?? 0,
    parts,
    ...(observation.landmarks ? { landmarks: observation.landmarks } : {}),
  };
}

/** The frame as a manual shutter sees it: only the hard guards can refuse it, the others are recorded. */
export function judgedByHand(frame: ScoredFrame): ScoredFrame {
  const hard = frame.verdicts.find(({ pass, guard }) => !pass && HARD_GUARDS.has(guard)) ?? null;
  return { ...frame, wanted: hard };
}
