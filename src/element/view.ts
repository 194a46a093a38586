import { html, type TemplateResult } from 'lit';
import type { CardFormat } from '../core/card-frame.js';
import type { StepTexts } from '../locales/steps/step-texts.js';
import type { Texts } from '../locales/texts.js';
import type { SessionSnapshot } from './session-snapshot.js';
import type { ViewActions } from './view-actions.js';
import { cardView, doneView, errorView, reviewView, sendingView, startView } from './view-screens.js';
import { stageView } from './view-stage.js';

/** Everything that the screens are made of. */
export interface ViewModel {
  readonly now: SessionSnapshot;
  readonly video: HTMLVideoElement;
  readonly photoUrl: string | null;
  readonly asksForCard: boolean;
  readonly cardFormat: CardFormat;
  /** Handed on to the ID-card step. */
  readonly messages: Partial<Texts & StepTexts>;
  /** The photo goes together with one of a card. */
  readonly comparesCard: boolean;
  readonly texts: Texts;
  /** Of the texts that are shown. */
  readonly locale: string;
  /** What to do about the error in this browser; empty while it is not known, and for most errors. */
  readonly steps: readonly string[];
  /** Of `debug`, over the picture; `nothing` without it. */
  readonly debugOverlay: unknown;
  /** The screen lights the face. */
  readonly isLit: boolean;
  /** The form disables the control. */
  readonly isDisabled: boolean;
  readonly allowsUpload: boolean;
  /** What the live region says. */
  readonly spoken: string;
  readonly actions: ViewActions;
}

/** One screen for each phase, and what is spoken in all of them. */
export function render(model: ViewModel): TemplateResult {
  return html`${screenOf(model)}
    <div class="spoken" role="status" aria-live="polite">${model.spoken}</div>`;
}

function screenOf(model: ViewModel): TemplateResult {
  const { now, photoUrl, texts, actions } = model;
  const { state, verdict } = now;
  switch (state.phase) {
    case 'idle':
      return startView(model);
    case 'preparing':
    case 'seeking':
    case 'holding':
      return stageView(model);
    case 'review':
      return reviewView(photoUrl ?? '', texts, actions);
    case 'id-card':
      return cardView(model);
    case 'submitting':
      return sendingView(model);
    case 'done':
      return doneView(verdict, texts, actions);
    case 'blocked':
    case 'failed':
      return errorView(state.error, model);
    default:
      return state satisfies never;
  }
}
