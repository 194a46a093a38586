import { GUARD_IDS, type GuardId } from '../../src/types/capture.ts';
import type { SceneResult } from './result.ts';

/** How one guard did on some scenes. */
export interface GuardTally {
  readonly guard: GuardId;
  /** Scenes that must give this guard's hint. */
  readonly scenes: number;
  /** Of those, where it was the hint. */
  readonly hinted: number;
  /** Of those, where the guard failed, whether or not another one was the hint. */
  readonly fired: number;
  readonly clean: number;
  /** Clean scenes on which the guard failed. */
  readonly falseAlarms: number;
}

export interface MeasureTally {
  readonly measure: string;
  readonly medianClean: number | null;
  readonly medianFaulty: number | null;
}

export interface KindTally {
  readonly kind: string;
  readonly expect: string;
  readonly scenes: number;
  readonly right: number;
}

export interface AngleTally {
  readonly axis: 'yaw' | 'pitch' | 'roll';
  readonly scenes: number;
  readonly meanErrorDeg: number;
}

export interface Tally {
  readonly people: readonly string[];
  readonly clean: number;
  readonly captured: number;
  readonly guards: readonly GuardTally[];
  readonly measures: readonly MeasureTally[];
  readonly kinds: readonly KindTally[];
  readonly angles: readonly AngleTally[];
}

export function tally(results: readonly SceneResult[]): Tally {
  const clean = results.filter(isClean);
  return {
    people: [...new Set(results.map(({ file }) => file))].sort(),
    clean: clean.length,
    captured: clean.filter(({ hint }) => hint === null).length,
    guards: GUARD_IDS.map((guard) => tallyGuard(guard, results, clean)),
    measures: tallyMeasures(results, clean),
    kinds: tallyKinds(results),
    angles: tallyAngles(results),
  };
}

export function isClean({ kind }: SceneResult): boolean {
  return kind.startsWith('clean/');
}

export function isRight({ hint, expect }: SceneResult): boolean {
  return expect === 'any' || (hint?.split('/')[0] ?? null) === expect;
}

function tallyGuard(
  guard: GuardId,
  results: readonly SceneResult[],
  clean: readonly SceneResult[],
): GuardTally {
  const mine = results.filter(({ expect }) => expect === guard);
  const fails = ({ failing }: SceneResult) => failing.some((key) => key.startsWith(`${guard}/`));
  return {
    guard,
    scenes: mine.length,
    hinted: mine.filter(isRight).length,
    fired: mine.filter(fails).length,
    clean: clean.length,
    falseAlarms: clean.filter(fails).length,
  };
}

function tallyMeasures(results: readonly SceneResult[], clean: readonly SceneResult[]): MeasureTally[] {
  const keys = Object.keys(results[0]?.values ?? {});
  return keys.map((measure) => ({
    measure,
    medianClean: median(clean.map(({ values }) => values[measure] ?? null)),
    medianFaulty: median(
      results
        .filter(({ expect }) => expect === measure.split('/')[0])
        .map(({ values }) => values[measure] ?? null),
    ),
  }));
}

function tallyKinds(results: readonly SceneResult[]): KindTally[] {
  const kinds = new Map<string, SceneResult[]>();
  for (const result of results) {
    if (result.expect === 'any') continue;
    const key = `${result.kind}\n${result.expect ?? 'captured'}`;
    kinds.set(key, [...(kinds.get(key) ?? []), result]);
  }
  return [...kinds].map(([key, all]) => {
    const [kind = '', expect = ''] = key.split('\n');
    return { kind, expect, scenes: all.length, right: all.filter(isRight).length };
  });
}

/** Up to 30° from the front, beyond which the mesh is guessed. */
const FAR_DEG = 30;

function tallyAngles(results: readonly SceneResult[]): AngleTally[] {
  return (['yaw', 'pitch', 'roll'] as const).map((axis) => {
    const errors = results.flatMap(({ kind, pose, truth }) => {
      if (!kind.startsWith(`angle/${axis}`) || !pose || !truth) return [];
      const [measured, drawn] = [pose[`${axis}Deg`], truth[`${axis}Deg`]];
      return Math.abs(drawn) <= FAR_DEG ? [Math.abs(measured - drawn)] : [];
    });
    return { axis, scenes: errors.length, meanErrorDeg: mean(errors) };
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
