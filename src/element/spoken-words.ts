import type { Texts } from '../locales/texts.js';
import type { PhaseName } from '../types/capture.js';
import type { SessionSnapshot } from './session-snapshot.js';
import { TROUBLE_TEXTS } from './view-screens.js';
import { stageWords } from './view-stage.js';

/** Phases that share a screen are one step: the focus stays where it is between them. */
export function stepOf(phase: PhaseName): string {
  return phase === 'preparing' || phase === 'seeking' || phase === 'holding' ? 'stage' : phase;
}

/** What a screen reader is told: the short line, which names the direction. Titles of screens are told by their focus. */
export function spokenWords(now: SessionSnapshot, texts: Texts): string {
  const { state, trouble } = now;
  switch (state.phase) {
    case 'preparing':
    case 'seeking':
    case 'holding':
      return stageWords(now, texts).line;
    case 'submitting':
      return texts[trouble ? TROUBLE_TEXTS[trouble] : 'sending.title'];
    case 'idle':
    case 'review':
    case 'id-card':
    case 'done':
    case 'blocked':
    case 'failed':
      return '';
    default:
      return state satisfies never;
  }
}
