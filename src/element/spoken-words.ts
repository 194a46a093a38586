import type { Texts } from '../locales/texts.js';
import type { PhaseName } from '../types/capture.js';
import type { SessionSnapshot } from './session-snapshot.js';
import { outcomeOf, TROUBLE_TEXTS } from './view-screens.js';
import { stageWords } from './view-stage.js';

/** Phases that share a screen are one step: the focus stays where it is between them. */
export function stepOf(phase: PhaseName): string {
  return phase === 'preparing' || phase === 'seeking' || phase === 'holding' ? 'stage' : phase;
}

/**
 * What a screen reader is told: the short line, which names the direction. Titles of screens are told by their focus.
 *
 * @param locale of the progress, where that is spoken too; null speaks none
 */
export function spokenWords(now: SessionSnapshot, texts: Texts, locale: string | null): string {
  const { state, trouble, verdict } = now;
  const progress = locale ? progressInWords(now.progress, locale) : '';
  switch (state.phase) {
    case 'preparing':
    case 'seeking':
    case 'holding':
      return stageWords(now, texts).line + progress;
    case 'submitting':
      return texts[trouble ? TROUBLE_TEXTS[trouble] : 'sending.title'] + progress;
    case 'review':
    case 'id-card':
      return locale ? texts['done.captured.title'] : '';
    case 'done':
      return locale ? texts[`done.${outcomeOf(verdict)}.title`] : '';
    case 'idle':
    case 'blocked':
    case 'failed':
      return '';
    default:
      return state satisfies never;
  }
}

/** In quarters: more would never be finished saying. */
function progressInWords(progress: SessionSnapshot['progress'], locale: string): string {
  if (!progress || progress.total <= 0) return '';
  const quarters = Math.floor((4 * progress.loaded) / progress.total);
  if (quarters < 1 || quarters > 4) return '';
  return `, ${new Intl.NumberFormat(locale, { style: 'percent' }).format(quarters / 4)}`;
}
