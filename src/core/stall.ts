import type { GuardVerdict } from '../types/capture.js';
import { causeOf, type Cause } from './steady.js';

/** What kept the photo from being taken since the person is being guided. */
export interface Stall {
  /** When the first frame was judged; null before it. */
  readonly since: number | null;
  /** How many frames each guard kept back, with what it said last. */
  readonly failures: ReadonlyMap<string, { readonly cause: Cause; readonly frames: number }>;
}

export const NO_STALL: Stall = { since: null, failures: new Map() };

/**
 * Counts one frame.
 *
 * @param wanted the verdict that should be the hint, null when every guard passes
 */
export function countFrame({ since, failures }: Stall, wanted: GuardVerdict | null, at: number): Stall {
  if (!wanted) return { since: since ?? at, failures };
  const counted = new Map(failures);
  const frames = (failures.get(wanted.guard)?.frames ?? 0) + 1;
  counted.set(wanted.guard, { cause: causeOf(wanted), frames });
  return { since: since ?? at, failures: counted };
}

/** The guard that kept most frames back; null until `stallMs` have passed, or where none did. */
export function stallCause({ since, failures }: Stall, at: number, stallMs: number): Cause | null {
  if (since === null || at - since < stallMs) return null;
  const [most] = [...failures.values()].sort((one, other) => other.frames - one.frames);
  return most?.cause ?? null;
}
