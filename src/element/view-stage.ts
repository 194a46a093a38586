import { html, nothing, svg, type TemplateResult } from 'lit';
import { inWords, type Texts } from '../locales/texts.js';
import type { Direction, Hint } from '../types/capture.js';
import { shortLine } from './hint.js';
import type { Progress, SessionSnapshot } from './session-snapshot.js';
import { cameraChoice, lightButton, stallView } from './view-aids.js';
import type { ViewModel } from './view.js';
import { debugView, landmarkDots } from './view-debug.js';

/** Camera picture with oval and ring, and the hint under it: the phases `preparing`, `seeking` and `holding`. */
export function stageView(model: ViewModel): TemplateResult {
  const { now, video, texts, actions, debug, isLit, allowsUpload } = model;
  const { state, hint, progress, captureFrame, lastJudged } = now;
  const isHolding = state.phase === 'holding';
  const refusal = 'refusal' in state ? state.refusal : null;
  return html`
    <div class=${isLit ? 'frame lit' : 'frame'} part="frame" role="group" aria-label=${texts['stage.label']}>
      ${video} ${captureFrame ? overlay(isHolding) : nothing}
      ${hint?.direction ? arrow(hint.direction) : nothing}
      ${state.phase === 'preparing' ? loadingView(progress, captureFrame !== null, texts) : nothing}
      ${
        debug && lastJudged
          ? html`${landmarkDots(lastJudged.landmarks)} ${debugView(lastJudged, () => copyReport(now))}`
          : nothing
      }
    </div>
    <div class="guidance" part="hint" tabindex="-1" data-focus>
      <slot name="hint">${guidance(state, hint, texts)}</slot>
    </div>
    ${stallView(now, allowsUpload, texts, actions)}
    ${lightButton(hint?.code === 'IMAGE_TOO_DARK', isLit, texts, actions)}
    ${
      refusal?.maybeCard
        ? html`<p class="note">${texts['card.suspect']}</p>
            <button part="button" class="quiet" @click=${actions.changeCard}>${texts['card.change']}</button>`
        : nothing
    }
    ${cameraChoice(now, texts, actions)}
    <button part="button" class="quiet" @click=${actions.stop}>${texts['cancel.button']}</button>
  `;
}

/** What the stage says now, for eyes and for the screen reader. */
export function stageWords(
  { phase, ...state }: SessionSnapshot['state'],
  hint: Hint | null,
  texts: Texts,
): { readonly line: string; readonly sentence: string } {
  if (hint) return { line: texts[shortLine(hint)], sentence: inWords(hint, texts).text };
  if (phase === 'preparing') {
    return { line: texts['preparing.camera'], sentence: texts['preparing.permission'] };
  }
  const isTaking = 'taking' in state && state.taking !== null;
  return { line: texts[isTaking ? 'taking.line' : 'holding.line'], sentence: '' };
}

function guidance(state: SessionSnapshot['state'], hint: Hint | null, texts: Texts) {
  const { line, sentence } = stageWords(state, hint, texts);
  return html`<p class="line" part="line">${line}</p>
    <p class="sentence" part="sentence">${sentence}</p>`;
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

/** Degrees that an arrow pointing up is turned by; directions are those of the mirror, whatever the script's. */
const ARROW_TURNS: Readonly<Partial<Record<Direction, number>>> = {
  up: 0,
  right: 90,
  down: 180,
  left: 270,
  'turn-right': 90,
  'turn-left': 270,
  'chin-up': 0,
  'chin-down': 180,
};

function arrow(direction: Direction) {
  const turn = ARROW_TURNS[direction];
  if (turn === undefined) return nothing;
  return html`<svg class="arrow" part="arrow" viewBox="-50 -50 100 100" aria-hidden="true">
    ${svg`<path transform=${`rotate(${turn})`} d="M0-34 26-2H11V34H-11V-2H-26Z" />`}
  </svg>`;
}

function loadingView(progress: Progress | null, hasPicture: boolean, texts: Texts) {
  const share = progress && progress.total > 0 ? progress.loaded / progress.total : null;
  return html`<div class="loading" part="loading">
    <progress aria-label=${texts['preparing.assets']} max="1" .value=${share ?? 0}></progress>
    <span>${hasPicture ? texts['preparing.assets'] : texts['preparing.camera']}</span>
  </div>`;
}

/** Verdicts only: neither picture nor journey. */
function copyReport({ lastJudged, captureFrame, state }: SessionSnapshot): void {
  const { verdicts, parts } = lastJudged ?? {};
  const report = JSON.stringify({ phase: state.phase, captureFrame, verdicts, score: parts }, null, 2);
  void navigator.clipboard.writeText(report);
}
