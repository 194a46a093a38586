import { html, nothing, type TemplateResult } from 'lit';
import { isTaking } from '../core/phase.js';
import { inWords, type Texts } from '../locales/texts.js';
import { shortLine } from './hint.js';
import { longestText } from './longest-text.js';
import type { Progress, SessionSnapshot } from './session-snapshot.js';
import { cameraChoice, lightButton, stallView } from './view-aids.js';
import { overlay, type RingState } from './view-overlay.js';
import type { ViewModel } from './view.js';

/** Camera picture with oval and ring, and the hint under it: the phases `preparing`, `seeking` and `holding`. */
export function stageView(model: ViewModel): TemplateResult {
  const { now, video, texts, actions, isLit, allowsUpload } = model;
  const { state, hint, progress, captureFrame } = now;
  const refusal = 'refusal' in state ? state.refusal : null;
  return html`<div class=${isLit ? 'stage lit' : 'stage'}>
    <div class="frame" part="frame" role="group" aria-label=${texts['stage.label']}>
      ${video} ${captureFrame ? overlay(ringOf(state), hint?.direction) : nothing}
      ${state.phase === 'preparing' ? loadingView(progress, texts) : nothing} ${model.debugOverlay}
    </div>
    <div class="side">
      <div class="guidance" part="hint" tabindex="-1" data-focus>
        <slot name="hint">${guidance(now, texts)}</slot>
      </div>
      ${stallView(now, allowsUpload, texts, actions)}
      ${lightButton(hint?.code === 'IMAGE_TOO_DARK', isLit, texts, actions)}
      ${
        refusal?.maybeCard
          ? html`<p class="note">${texts['card.suspect']}</p>
              <button part="button" class="quiet" @click=${actions.changeCard}>
                ${texts['card.change']}
              </button>`
          : nothing
      }
      ${cameraChoice(now, texts, actions)}
      <button part="button" class="leave" @click=${actions.stop}>${texts['cancel.button']}</button>
    </div>
  </div>`;
}

function ringOf(state: SessionSnapshot['state']): RingState {
  if (isTaking(state)) return 'taken';
  return state.phase === 'holding' ? 'holding' : 'open';
}

/** What the stage says now, for eyes and for the screen reader. */
export function stageWords(
  { state, hint, captureFrame }: SessionSnapshot,
  texts: Texts,
): { readonly line: string; readonly sentence: string } {
  if (hint) return { line: texts[shortLine(hint)], sentence: inWords(hint, texts).text };
  if (state.phase === 'preparing') {
    return captureFrame
      ? { line: texts['preparing.assets'], sentence: '' }
      : { line: texts['preparing.camera'], sentence: texts['preparing.permission'] };
  }
  return { line: texts[isTaking(state) ? 'taking.line' : 'holding.line'], sentence: '' };
}

/** Keeps the place of the longest text, so that nothing jumps when another one comes. */
function guidance(now: SessionSnapshot, texts: Texts) {
  const { line, sentence } = stageWords(now, texts);
  return html`<p class="line" part="line" data-longest=${longestText(texts, 'line.')}>
      <span>${line}</span>
    </p>
    <p class="sentence" part="sentence" data-longest=${longestText(texts, 'sentence.')}>
      <span>${sentence}</span>
    </p>`;
}

function loadingView(progress: Progress | null, texts: Texts) {
  const share = progress && progress.total > 0 ? progress.loaded / progress.total : nothing;
  return html`<div class="loading" part="loading">
    <slot name="preparing">
      <progress aria-label=${texts['preparing.assets']} max="1" value=${share}></progress>
    </slot>
  </div>`;
}
