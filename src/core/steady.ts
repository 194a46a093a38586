import type { Direction, GuardId, GuardVerdict } from '../types/capture.js';

/** What a hint says: which guard failed, by which measurement, and where to move. */
export interface Cause {
  readonly guard: GuardId;
  readonly measure: string;
  readonly message: string;
  readonly direction: Direction | undefined;
}

/** The hint on screen, and which measurements failed in the last frame. */
export interface Steady {
  readonly shown: Cause | null;
  /** When `shown` last changed; null before the first frame, whose hint may come at once. */
  readonly since: number | null;
  /** Keys of the failing measurements, for which the stricter leave limit is in force. */
  readonly failing: ReadonlySet<string>;
}

export const CALM: Steady = { shown: null, since: null, failing: new Set() };

/** The name under which a measurement is remembered from frame to frame. */
export const verdictKey = ({ guard, measure }: Pick<GuardVerdict, 'guard' | 'measure'>): string =>
  `${guard}/${measure}`;

/**
 * Moves the hint towards what the newest frame asks for, without changing it twice within `hintMs`.
 *
 * @param wanted the verdict that should be the hint, null when every guard passes
 * @param at milliseconds of the frame
 */
export function steady(
  before: Steady,
  verdicts: readonly GuardVerdict[],
  wanted: GuardVerdict | null,
  at: number,
  hintMs: number,
): Steady {
  const failing = new Set(verdicts.filter(({ pass }) => !pass).map(verdictKey));
  const cause = wanted && causeOf(wanted);
  // A clock that goes back must not keep a hint for ever.
  const mayChange = before.since === null || at < before.since || at - before.since >= hintMs;
  if (!mayChange || (before.since !== null && same(before.shown, cause))) return { ...before, failing };
  return { shown: cause, since: at, failing };
}

/** What a failed verdict says. */
export function causeOf({ guard, measure, message, direction }: GuardVerdict): Cause {
  return { guard, measure, message, direction };
}

function same(a: Cause | null, b: Cause | null): boolean {
  if (!a || !b) return a === b;
  return a.guard === b.guard && a.message === b.message && a.direction === b.direction;
}
