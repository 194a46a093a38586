import type { Dialect } from './dialects.ts';
import { FAULTS, type Fault } from './faults.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import {
  FAILING_PERCENT,
  FAILING_V4,
  THRESHOLD_PERCENT,
  THRESHOLD_V4,
  passingScores,
  successBody,
  type Scores,
} from './success.ts';

/** One way of answering the next well-formed request. */
export type Switch = { readonly id: string; readonly description: string } & (
  | {
      readonly kind: 'verdict';
      readonly scores: (dialect: Dialect) => Partial<Scores>;
      /** Leaves the liveness block out although it was asked for. */
      readonly withoutLiveness?: boolean;
      readonly delayMs?: number;
    }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'hang' | 'drop' }
);

export type Verdict = Extract<Switch, { readonly kind: 'verdict' }>;

/**
 * A typical OkayFace call takes 2 to 4 s (centralized OkayFace, EMAS eKYC portal docs); this one takes
 * longer.
 */
const SLOW_MS = 8000;

const v4OrPercent =
  (v4: number, percent: number) =>
  ({ confidenceScale }: Dialect): Partial<Scores> => ({
    confidence: confidenceScale === 'v4' ? v4 : percent,
  });

/** The answer to a well-formed request where nobody asked for another. */
export const ACCEPT: Switch = {
  id: 'accept',
  kind: 'verdict',
  description: 'Matched and live, with constant scores.',
  scores: () => ({}),
};

const VERDICTS: readonly Switch[] = [
  ACCEPT,
  {
    id: 'mismatch',
    kind: 'verdict',
    description: 'Confidence below the documented threshold.',
    scores: v4OrPercent(FAILING_V4, FAILING_PERCENT),
  },
  {
    id: 'at-threshold',
    kind: 'verdict',
    description: 'Confidence exactly at the documented threshold: 75, in v4 dialects 1.',
    scores: v4OrPercent(THRESHOLD_V4, THRESHOLD_PERCENT),
  },
  {
    id: 'not-live',
    kind: 'verdict',
    description: 'Liveness probability below 0.5, in exponent form.',
    scores: () => ({ probability: 1.234e-7, score: -4.321 }),
  },
  {
    id: 'at-liveness-threshold',
    kind: 'verdict',
    description: 'Liveness probability exactly 0.5, which is not live.',
    scores: () => ({ probability: 0.5, score: 0 }),
  },
  {
    id: 'poor-quality',
    kind: 'verdict',
    description: 'Liveness quality below 0.5.',
    scores: () => ({ quality: 0.12345678 }),
  },
  {
    id: 'blacklisted',
    kind: 'verdict',
    description: 'The blacklist search of portal-v2 finds the selfie.',
    scores: () => ({ blacklisted: true }),
  },
  {
    id: 'no-confidence',
    kind: 'verdict',
    description: 'A success without confidence.',
    scores: () => ({ confidence: undefined }),
  },
  {
    id: 'text-confidence',
    kind: 'verdict',
    description: 'A success whose confidence is text.',
    scores: () => ({ confidence: 'high' }),
  },
  {
    id: 'nested-confidence',
    kind: 'verdict',
    description: 'A whole answer where confidence should stand, as the sample of version 2-2 has it.',
    scores: (dialect) => ({
      confidence: successBody(
        dialect,
        passingScores(dialect),
        { liveness: true, blacklist: false },
        'emulator-nested',
      ),
    }),
  },
  {
    id: 'no-liveness',
    kind: 'verdict',
    description: 'A success without the liveness block that was asked for.',
    scores: () => ({}),
    withoutLiveness: true,
  },
  {
    id: 'slow',
    kind: 'verdict',
    description: `Accepts after ${SLOW_MS / 1000} seconds.`,
    scores: () => ({}),
    delayMs: SLOW_MS,
  },
];

const BREAKS: readonly Switch[] = [
  { id: 'hang', description: 'Never answers.', kind: 'hang' },
  { id: 'drop', description: 'The connection breaks in the middle of the answer.', kind: 'drop' },
];

/** Everything that `POST /__emulator/next` takes as `answer`. */
export const SWITCHES: readonly Switch[] = [
  ...VERDICTS,
  ...REFUSALS.map((refusal): Switch => ({
    id: refusal.id,
    description: refusal.description,
    kind: 'refusal',
    refusal,
  })),
  ...FAULTS.map((fault): Switch => ({ id: fault.id, description: fault.description, kind: 'fault', fault })),
  ...BREAKS,
];

export function switchById(id: string): Switch | undefined {
  return SWITCHES.find((each) => each.id === id);
}
