import type { Dialect } from './dialects.ts';

/**
 * What a success body is filled with. `confidence` is left out where undefined, and may be nonsense on
 * purpose.
 */
export interface Scores {
  readonly confidence: unknown;
  readonly probability: number;
  readonly score: number;
  readonly quality: number;
  readonly blacklisted: boolean;
}

/** What the request asked to be told. */
export interface Wanted {
  readonly liveness: boolean;
  readonly blacklist: boolean;
}

/** Constants, and plainly so: nothing is compared and nothing is measured. */
export const PASSING_PERCENT = 87.654321;
export const PASSING_V4 = 1.2345678;
export const FAILING_PERCENT = 12.345678;
export const FAILING_V4 = 0.12345678;

/**
 * "Pass" begins at 75, in the v4 answers at 1.0: interpretation of results, and version 4 of the older API
 * docs.
 */
export const THRESHOLD_PERCENT = 75;
export const THRESHOLD_V4 = 1;

/** What an accepted request is answered with unless a switch says otherwise. */
export function passingScores({ confidenceScale }: Dialect): Scores {
  return {
    confidence: confidenceScale === 'v4' ? PASSING_V4 : PASSING_PERCENT,
    probability: 0.987654321,
    score: 4.321,
    quality: 0.87654321,
    blacklisted: false,
  };
}

/** A success body in the form of the dialect's documented sample. */
export function successBody(dialect: Dialect, scores: Scores, wanted: Wanted, requestId: string): object {
  const { confidence, probability, score, quality } = scores;
  const liveness = wanted.liveness ? { probability, score, quality } : null;
  const blacklistFaceSearch = {
    status: scores.blacklisted ? 'FOUND' : 'NOT_FOUND',
    requestId: `${requestId}-search`,
  };
  return {
    ...(dialect.family === 'portal' ? { status: 'success', messageCode: 'api.success' } : {}),
    ...(dialect.livenessPlace === 'top' ? liveness : liveness && { imageBestLiveness: liveness }),
    ...(wanted.blacklist ? { blacklistFaceSearch } : {}),
    ...(dialect.requestId ? { request_id: requestId } : {}),
    ...(dialect.card ? { result_idcard: confidence === undefined ? {} : { confidence } } : {}),
  };
}
