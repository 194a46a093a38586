/** Closed eyes shorter than this do not restart the hold; a blink takes 100 to 400 ms (Schiffman, Sensation and Perception). */
export const BLINK_MS = 400;

/** What was not looked at for so long did not last: the page was hidden, or the machine slept. */
export const MAX_GAP_MS = 2000;

/** A frame that passed every guard during the hold. */
export interface Candidate {
  readonly frameId: number;
  /** 0 to 1, see `scoreFrame`. */
  readonly score: number;
}

/** The time since every guard passes, and the best frame seen in it. */
export interface Hold {
  readonly since: number;
  /** When the newest frame was. */
  readonly at: number;
  readonly best: Candidate | null;
  /** When the eyes closed, while they are. */
  readonly blinkSince: number | null;
}

/** One analysed frame, as far as the hold is concerned. */
export interface HoldFrame {
  readonly frameId: number;
  readonly at: number;
  /** `blink`: nothing but the eyes fails. */
  readonly outcome: 'pass' | 'blink' | 'fail';
  readonly score: number;
}

/** Begins a hold with its first passing frame. */
export function beginHold({ frameId, at, score }: HoldFrame): Hold {
  return { since: at, at, best: { frameId, score }, blinkSince: null };
}

/**
 * Goes on with a hold by one frame.
 *
 * @returns the hold, or null when it broke
 */
export function continueHold(before: Hold, frame: HoldFrame): Hold | null {
  const { frameId, at, outcome, score } = frame;
  if (at < before.at || at - before.at > MAX_GAP_MS) return outcome === 'pass' ? beginHold(frame) : null;
  const hold = { ...before, at };
  switch (outcome) {
    case 'fail':
      return null;
    case 'blink': {
      const blinkSince = hold.blinkSince ?? at;
      return at - blinkSince > BLINK_MS ? null : { ...hold, blinkSince };
    }
    case 'pass': {
      const better = hold.best === null || score > hold.best.score;
      return { ...hold, best: better ? { frameId, score } : hold.best, blinkSince: null };
    }
    default:
      return outcome satisfies never;
  }
}

/** Whether the hold lasted long enough at the time of a frame. */
export function holdEnded(hold: Hold, at: number, holdMs: number): boolean {
  return hold.best !== null && at - hold.since >= holdMs;
}

/** A photo takes a tenth of a second to be encoded, read back and judged, and three on an old phone. */
const AHEAD_MS = 300;

/** Whether the hold has lasted so long that the photo of its best frame may be begun, to be there at its end. */
export function isNearlyHeld(hold: Hold, at: number, holdMs: number): boolean {
  return holdEnded(hold, at + AHEAD_MS, holdMs);
}
