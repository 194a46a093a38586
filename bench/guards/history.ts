import { LIMIT_SPECS } from '../../src/core/limits.ts';
import type { SceneResult } from './result.ts';
import { isClean, isRight } from './tally.ts';

/** What comparing a face with how it was adds: each scene beside the same person's plain one, as if it had come before. */
export interface HistoryTally {
  readonly covers: number;
  /** Covers found by the picture alone, and by it or by the fall of the presence score. */
  readonly found: number;
  readonly foundOrFell: number;
  readonly clean: number;
  /** Clean scenes in which the score fell as far. */
  readonly cleanFell: number;
}

export function historyOf(results: readonly SceneResult[]): HistoryTally {
  const plain = new Map(
    results.flatMap(({ kind, file, presenceLogit }) =>
      kind === 'clean/plain' && presenceLogit !== null ? [[file, presenceLogit] as const] : [],
    ),
  );
  const fell = ({ file, presenceLogit }: SceneResult) => {
    const before = plain.get(file);
    return (
      before !== undefined &&
      presenceLogit !== null &&
      presenceLogit / before < LIMIT_SPECS.minPresenceShare.enter
    );
  };
  const covers = results.filter(({ expect, file }) => expect === 'FACE_IS_OCCLUDED' && plain.has(file));
  const clean = results.filter(isClean);
  return {
    covers: covers.length,
    found: covers.filter(isRight).length,
    foundOrFell: covers.filter((result) => isRight(result) || fell(result)).length,
    clean: clean.length,
    cleanFell: clean.filter(fell).length,
  };
}
