import { judgeCard, type CardFault } from './card-judge.js';
import type { CardMeasures } from './card-measures.js';

/** A hint stays on screen at least this long, so that it can be read. */
export const CARD_HINT_MS = 700;
/** How long a card must be good before its photo is taken by itself. */
export const CARD_HOLD_MS = 800;
/** One picture in which the card's edges are lost does not restart the wait. */
export const CARD_GRACE_MS = 250;
/** A screen reader is told at most this often, so that it can end its sentence. */
export const SPEECH_MS = 2000;

/** What is on screen for the person: what to mend, or that it is good. */
export type CardHint = CardFault | 'good';

/** All that is remembered from picture to picture. */
export interface CardWatch {
  readonly faults: readonly CardFault[];
  readonly shown: CardHint | null;
  readonly shownSince: number;
  /** The hint that a screen reader was told last. */
  readonly spoken: CardHint | null;
  readonly spokenSince: number;
  readonly hold: CardHold | null;
}

interface CardHold {
  readonly since: number;
  readonly lastGoodAt: number;
  readonly bestSharpness: number;
}

/** One step of the watch. */
export interface CardStep {
  readonly watch: CardWatch;
  /** This picture is the sharpest good one so far, and should be kept. */
  readonly isBest: boolean;
  /** The card was good for long enough: the kept picture is the photo. */
  readonly isDone: boolean;
}

export const UNWATCHED: CardWatch = {
  faults: [],
  shown: null,
  shownSince: -Infinity,
  spoken: null,
  spokenSince: -Infinity,
  hold: null,
};

/**
 * Goes on by one picture: which hint is on screen and which is spoken, which picture is kept, when the photo is taken.
 *
 * @param at Milliseconds of the picture, on a clock that only goes forward.
 */
export function watchCard(before: CardWatch, measures: CardMeasures, at: number): CardStep {
  const faults = judgeCard(measures, before.faults);
  const wanted: CardHint = faults[0] ?? 'good';
  const mayChange = at - before.shownSince >= CARD_HINT_MS && wanted !== before.shown;
  const shown = mayChange ? wanted : before.shown;
  const maySpeak = at - before.spokenSince >= SPEECH_MS && shown !== before.spoken;
  const hold = holdOf(before.hold, faults.length === 0, measures.sharpness, at);
  const isBest = hold !== null && hold.lastGoodAt === at && hold.bestSharpness === measures.sharpness;
  const isDone = hold !== null && hold.lastGoodAt === at && at - hold.since >= CARD_HOLD_MS;
  return {
    watch: {
      faults,
      shown,
      shownSince: mayChange ? at : before.shownSince,
      spoken: maySpeak ? shown : before.spoken,
      spokenSince: maySpeak ? at : before.spokenSince,
      hold,
    },
    isBest,
    isDone,
  };
}

function holdOf(before: CardHold | null, isGood: boolean, sharpness: number, at: number): CardHold | null {
  const lasting = before && at - before.lastGoodAt <= CARD_GRACE_MS ? before : null;
  if (!isGood) return lasting;
  return {
    since: lasting?.since ?? at,
    lastGoodAt: at,
    bestSharpness: Math.max(lasting?.bestSharpness ?? -Infinity, sharpness),
  };
}
