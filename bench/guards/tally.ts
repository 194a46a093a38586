import { GUARD_IDS, type GuardId } from '../../src/types/capture.ts';
import type { HeadPose } from '../../src/types/frame.ts';
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

/** What became of scenes of which nothing is asked. */
export interface ReportedTally {
  readonly kind: string;
  readonly scenes: number;
  /** How often each hint was given; `photo` where there was none. */
  readonly hints: Readonly<Record<string, number>>;
}

/** What is read of the canonical head, which faces the camera by definition, drawn at one angle with the skin of each person. */
export interface BiasTally {
  readonly axis: 'yaw' | 'pitch';
  readonly drawnDeg: number;
  readonly scenes: number;
  readonly meanDeg: number;
  readonly leastDeg: number;
  readonly mostDeg: number;
}

/** How a person's own photograph is read, who was asked for no particular angle. */
export interface PortraitTally {
  readonly file: string;
  readonly pose: HeadPose;
}

export interface Tally {
  readonly people: readonly string[];
  readonly clean: number;
  readonly captured: number;
  readonly guards: readonly GuardTally[];
  readonly measures: readonly MeasureTally[];
  readonly kinds: readonly KindTally[];
  readonly angles: readonly AngleTally[];
  readonly reported: readonly ReportedTally[];
  readonly bias: readonly BiasTally[];
  readonly portraits: readonly PortraitTally[];
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
    reported: tallyReported(results),
    bias: tallyBias(results),
    portraits: results.flatMap(({ kind, file, pose }) =>
      kind === 'clean/plain' && pose ? [{ file, pose }] : [],
    ),
  };
}

export function isClean({ kind }: SceneResult): boolean {
  return kind.startsWith('clean/');
}

export function isRight({ hint, expect, reason }: Pick<SceneResult, 'hint' | 'expect' | 'reason'>): boolean {
  if (expect === 'any') return true;
  return reason === null ? (hint?.split('/')[0] ?? null) === expect : hint === `${expect}/${reason}`;
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

/** Kinds that are looked at without an expectation. */
const REPORTED = /^(cheek|eyes|light)\//;

function tallyReported(results: readonly SceneResult[]): ReportedTally[] {
  const free = results.filter(({ kind, expect }) => expect === 'any' && REPORTED.test(kind));
  return [...new Set(free.map(({ kind }) => kind))].map((kind) => {
    const hints: Record<string, number> = {};
    const mine = free.filter((result) => result.kind === kind);
    for (const { hint } of mine) {
      const name = hint?.split('/')[0] ?? 'photo';
      hints[name] = (hints[name] ?? 0) + 1;
    }
    return { kind, scenes: mine.length, hints };
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

function tallyBias(results: readonly SceneResult[]): BiasTally[] {
  const drawn = results.filter(({ kind }) => kind.startsWith('canonical/'));
  return (['pitch', 'yaw'] as const).flatMap((axis) =>
    [-15, 0, 15].map((drawnDeg) => {
      const other = axis === 'pitch' ? 'yawDeg' : 'pitchDeg';
      const read = drawn.flatMap(({ pose, truth }) =>
        pose && truth && truth[`${axis}Deg`] === drawnDeg && truth[other] === 0 ? [pose[`${axis}Deg`]] : [],
      );
      return {
        axis,
        drawnDeg,
        scenes: read.length,
        meanDeg: mean(read),
        leastDeg: Math.min(...read),
        mostDeg: Math.max(...read),
      };
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
