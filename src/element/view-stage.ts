import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ScoredFrame } from '../core/judged-frame.js';
import { inWords, isTextKey, type TextKey, type Texts } from '../locales/texts.js';
import type { Hint } from '../types/capture.js';
import type { Progress, SessionSnapshot } from './session.js';
import type { ViewActions } from './view-actions.js';

/** Camera picture with oval and ring, and the hint under it: the phases `preparing`, `seeking` and `holding`. */
export function stageView(
  { state, hint, progress, captureFrame, lastJudged }: SessionSnapshot,
  video: HTMLVideoElement,
  texts: Texts,
  actions: ViewActions,
  debug: boolean,
): TemplateResult {
  const isHolding = state.phase === 'holding';
  const refusal = 'refusal' in state ? state.refusal : null;
  return html`
    <div class="frame" part="frame" role="group" aria-label=${texts['stage.label']}>
      ${video} ${captureFrame ? overlay(isHolding) : nothing}
      ${state.phase === 'preparing' ? loadingView(progress, captureFrame !== null, texts) : nothing}
      ${debug && lastJudged ? debugView(lastJudged) : nothing}
    </div>
    <div class="guidance" part="hint" role="status">
      <slot name="hint">${guidance(state, hint, texts)}</slot>
    </div>
    ${
      refusal?.maybeCard
        ? html`<p class="note">${texts['card.suspect']}</p>
            <button part="button" class="quiet" @click=${actions.changeCard}>${texts['card.change']}</button>`
        : nothing
    }
    <button part="button" class="quiet" @click=${actions.stop}>${texts['cancel.button']}</button>
  `;
}

function guidance(state: SessionSnapshot['state'], hint: Hint | null, texts: Texts) {
  if (hint) {
    return html`<p class="line" part="line">${texts[shortLine(hint)]}</p>
      <p class="sentence" part="sentence">${inWords(hint, texts).text}</p>`;
  }
  if (state.phase === 'preparing') {
    return html`<p class="line" part="line">${texts['preparing.camera']}</p>
      <p class="sentence" part="sentence">${texts['preparing.permission']}</p>`;
  }
  const isTaking = state.phase === 'holding' && state.taking;
  return html`<p class="line" part="line">${texts[isTaking ? 'taking.line' : 'holding.line']}</p>`;
}

/** The line of the direction where there is one, since it says more than that of the code. */
export function shortLine({ code, direction }: Hint): TextKey {
  const byDirection = `line.${direction ?? ''}`;
  const byCode = `line.${code}`;
  if (direction && isTextKey(byDirection)) return byDirection;
  return isTextKey(byCode) ? byCode : 'line.other';
}

/** Everything outside the oval is dimmed; the oval is as large as a face that passes the size guards. */
function overlay(isHolding: boolean) {
  return html`<svg
    class=${isHolding ? 'overlay holding' : 'overlay'}
    part="overlay"
    viewBox="0 0 300 400"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${svg`<path class="dim" fill-rule="evenodd" d="M-100-100h500v600h-500z M150 75a90 122 0 1 0 .1 0z" />
      <path class="oval" d="M150 75a90 122 0 1 0 .1 0z" />
      <path class="ring" part="ring" pathLength="1" d="M150 75a90 122 0 1 1 -.1 0z" />`}
  </svg>`;
}

function loadingView(progress: Progress | null, hasPicture: boolean, texts: Texts) {
  const share = progress && progress.total > 0 ? progress.loaded / progress.total : null;
  return html`<div class="loading" part="loading">
    <progress aria-label=${texts['preparing.assets']} max="1" .value=${share ?? 0}></progress>
    <span>${hasPicture ? texts['preparing.assets'] : texts['preparing.camera']}</span>
  </div>`;
}

function debugView({ verdicts, score }: ScoredFrame) {
  return html`<table class="debug" part="debug">
    ${verdicts.map(
      ({ guard, measure, value, limit, pass }) =>
        html`<tr class=${pass ? '' : 'fails'}>
          <td>${guard} ${measure}</td>
          <td>${value === null ? '–' : value.toFixed(2)}</td>
          <td>${limit.toFixed(2)}</td>
        </tr>`,
    )}
    <tr>
      <td>score</td>
      <td>${score.toFixed(2)}</td>
      <td></td>
    </tr>
  </table>`;
}
