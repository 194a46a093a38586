import type { Landmarker, Still } from '../../../src/adapters/landmarker.js';
import { judgeFrame } from '../../../src/core/judged-frame.js';
import { mergeLimits } from '../../../src/core/limits.js';
import { PACE } from '../../../src/core/pace.js';
import { next, type CaptureState, type Plan } from '../../../src/core/phase.js';

/** A photo, and how it came about. */
export interface Played {
  readonly still: Still;
  /** Numbers of the chosen frame and of all that passed in its hold, from the beginning of the sequence. */
  readonly chosen: number;
  readonly passed: readonly number[];
  readonly takenAt: number;
  readonly refused: number;
}

const PLAN: Plan = { review: false, needsCard: false, posts: false, hasPhoto: true, pace: PACE };
const LIMITS = mergeLimits();
export const FRAME_MS = 1000 / 15;

/**
 * Shows frames to the analyser and moves the phases as the element does, until a photo is taken.
 *
 * @param clock The frames' times begin here, milliseconds.
 * @returns null where the frames end without a photo
 */
export async function play(
  landmarker: Landmarker,
  frameAt: (number: number) => Promise<ImageBitmap | null>,
  clock: number,
): Promise<Played | null> {
  let state = next({ phase: 'preparing', refusal: null }, { kind: 'ready' }, PLAN);
  let passed: number[] = [];
  let refused = 0;
  for (let number = 0; ; number += 1) {
    const picture = await frameAt(number);
    if (!picture) return null;
    const observation = await landmarker.analyse(picture, clock + number * FRAME_MS, false);
    if (!observation) throw new Error('The landmarker was busy, although nobody else uses it.');
    const frame = judgeFrame(observation, number, judgement(failingIn(state)));
    state = next(state, { kind: 'frame', frame }, PLAN);
    if (state.phase !== 'holding') {
      passed = [];
      continue;
    }
    if (!frame.wanted) passed.push(number);
    if (state.hold.best?.frameId === number) landmarker.keep();
    if (!state.taking) continue;
    const still = await landmarker.still(clock + number * FRAME_MS);
    const again = judgeFrame(still.observation, number, judgement(new Set()));
    const chosen = state.hold.best?.frameId;
    if (!again.wanted && chosen !== undefined) {
      return { still, chosen, passed, takenAt: number * FRAME_MS, refused };
    }
    refused += 1;
    passed = [];
    state = next(state, { kind: 'spoiled', frame: again }, PLAN);
  }
}

function judgement(failing: ReadonlySet<string>) {
  return { limits: LIMITS, disabled: new Set<never>(), failing };
}

function failingIn(state: CaptureState): ReadonlySet<string> {
  return 'steady' in state ? state.steady.failing : new Set();
}
