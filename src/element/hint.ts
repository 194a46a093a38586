import { HINTS } from '../core/hints.js';
import type { Pace } from '../core/pace.js';
import { isReading, type CaptureState } from '../core/phase.js';
import type { Cause } from '../core/steady.js';
import type { CaptureError } from '../core/errors.js';
import { inWords, isTextKey, type TextKey, type Texts } from '../locales/texts.js';
import type { Direction, Hint } from '../types/capture.js';

/** The hint that belongs on screen: a server's refusal until it is read, then what the guards find. */
export function hintOfState(state: CaptureState, nowMs: number, pace: Pace): Hint | null {
  if (state.phase === 'preparing') return state.refusal?.hint ?? null;
  if (state.phase !== 'seeking' && state.phase !== 'holding') return null;
  const { refusal, steady } = state;
  if (refusal && isReading(refusal, nowMs, pace)) return refusal.hint;
  return steady.shown && hintOfCause(steady.shown);
}

/** Whether two hints say the same to the person. */
export function sameHint(a: Hint | null, b: Hint | null): boolean {
  if (!a || !b) return a === b;
  return a.code === b.code && a.text === b.text && a.direction === b.direction;
}

/** An error with its hint in the words of the page. */
export function errorInWords(error: CaptureError, texts: Texts): CaptureError {
  return error.hint ? error.with({ hint: inWords(error.hint, texts) }) : error;
}

/** Puts a guard's finding into the documented words. */
export function hintOfCause({ guard, message, direction }: Cause): Hint {
  const rows = HINTS[guard];
  const { text } = rows.find((row) => row.message === message) ?? rows[0];
  return { code: guard, message, text, ...(direction ? { direction } : {}) };
}

/** The short line over a hint: of the direction where there is one, since that says more than the code. */
export function shortLine({ code, direction }: { code: string; direction?: Direction | undefined }): TextKey {
  const byDirection = `line.${direction ?? ''}`;
  const byCode = `line.${code}`;
  if (direction && isTextKey(byDirection)) return byDirection;
  return isTextKey(byCode) ? byCode : 'line.other';
}
