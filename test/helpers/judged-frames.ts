import fc from 'fast-check';
import type { JudgedFrame } from '../../src/core/phase.js';
import { GUARD_IDS, type GuardVerdict } from '../../src/types/capture.js';

/** Frames with any times, scores and failures. */
export function judgedFrames(anyNumber: fc.Arbitrary<number>): fc.Arbitrary<JudgedFrame> {
  const failure: fc.Arbitrary<GuardVerdict> = fc.record({
    guard: fc.constantFrom(...GUARD_IDS),
    measure: fc.constant('default'),
    value: fc.option(anyNumber),
    limit: anyNumber,
    pass: fc.constant(false),
    message: fc.string(),
  });
  return fc
    .record({ frameId: fc.nat(), at: anyNumber, score: anyNumber, failure: fc.option(failure) })
    .map(({ failure: wanted, ...frame }) => ({
      ...frame,
      verdicts: wanted ? [wanted] : [],
      wanted,
      onlyBlink: wanted?.guard === 'EYES_CLOSED',
    }));
}
