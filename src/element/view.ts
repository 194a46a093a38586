import type { TemplateResult } from 'lit';
import type { Texts } from '../locales/texts.js';
import type { SessionSnapshot } from './session.js';
import type { ViewActions } from './view-actions.js';
import { cardView, doneView, errorView, reviewView, sendingView, startView } from './view-screens.js';
import { stageView } from './view-stage.js';

/** Everything that the screens are made of. */
export interface ViewModel {
  readonly now: SessionSnapshot;
  readonly video: HTMLVideoElement;
  readonly photoUrl: string | null;
  readonly asksForCard: boolean;
  /** Handed on to the ID-card step. */
  readonly messages: Partial<Texts>;
  readonly texts: Texts;
  readonly debug: boolean;
  readonly actions: ViewActions;
}

/** One screen for each phase. */
export function render(model: ViewModel): TemplateResult {
  const { now, video, photoUrl, asksForCard, messages, texts, debug, actions } = model;
  const { state, verdict, photo } = now;
  switch (state.phase) {
    case 'idle':
      return startView(texts, actions);
    case 'preparing':
    case 'seeking':
    case 'holding':
      return stageView(now, video, texts, actions, debug);
    case 'review':
      return reviewView(photoUrl ?? '', texts, actions);
    case 'id-card':
      return cardView(asksForCard, messages, texts, actions);
    case 'submitting':
      return sendingView(texts, actions);
    case 'done':
      return doneView(verdict, texts, actions);
    case 'blocked':
    case 'failed':
      return errorView(state.error, photo !== null, texts, actions);
    default:
      return state satisfies never;
  }
}
