import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CardFormat, CardFrame } from '../core/card-frame.js';
import type { CardHint } from '../core/card-watch.js';
import type { CaptureError } from '../core/errors.js';
import { isTextKey, type Texts } from '../locales/texts.js';
import type { CardCameraView } from './card-camera.js';
import type { CardFields } from './card-event.js';
import { showsText, stepList } from './step-list.js';

/** What the person can do. */
export interface CardActions {
  readonly openCamera: () => void;
  readonly closeCamera: () => void;
  readonly chosen: (event: Event) => void;
  readonly shutter: () => void;
  readonly use: () => void;
  readonly retake: () => void;
}

/** The ways to give a photo. Where a step begins, `data-focus` says what gets the focus. */
export function chooseView(
  { isBusy, isOver }: { readonly isBusy: boolean; readonly isOver: boolean },
  texts: Texts,
  { openCamera, chosen }: CardActions,
): TemplateResult {
  return html`<div class=${isOver ? 'ways over' : 'ways'}>
    <button part="button" data-focus @click=${openCamera}>${texts['card.camera']}</button>
    <label part="button" class=${isBusy ? 'busy' : ''}>
      <input type="file" accept="image/jpeg,image/png" @change=${chosen} />
      <span>${isBusy ? texts['card.busy'] : texts['card.button']}</span>
    </label>
    <p class="note">${isOver ? texts['card.dropping'] : texts['card.drop']}</p>
  </div>`;
}

/** The camera's picture with the frame for the card, what to correct, and the shutter. */
export function cameraView(
  { frame, watch, isTaking }: CardCameraView,
  video: HTMLVideoElement,
  format: CardFormat,
  texts: Texts,
  { shutter, closeCamera }: CardActions,
): TemplateResult {
  const { line, sentence } = wordsOf(frame ? watch.shown : null, isTaking, format, texts);
  const spoken = wordsOf(frame ? watch.spoken : null, isTaking, format, texts);
  return html`<div class="pair">
    <div class="stage" part="frame" role="group" tabindex="-1" data-focus aria-label=${texts['card.stage']}>
      ${video} ${frame ? overlay(frame, watch.hold !== null || isTaking) : nothing}
    </div>
    <div class="beside">
      <div class="guidance" part="hint" aria-hidden="true">
        <p class="line" part="line">${line}</p>
        <p class="sentence" part="sentence">${sentence}</p>
      </div>
      <p class="spoken" role="status">${spoken.line}. ${spoken.sentence}</p>
      <button part="button" ?hidden=${!frame} @click=${shutter}>${texts['card.shutter']}</button>
      <button part="button" class="quiet" @click=${closeCamera}>${texts['card.close']}</button>
    </div>
  </div>`;
}

/** The photo that was taken or chosen, before and after it is given to the host. */
export function photoView(
  { source }: CardFields,
  url: string,
  isGiven: boolean,
  texts: Texts,
  { use, retake }: CardActions,
): TemplateResult {
  const another = texts[source === 'upload' || isGiven ? 'card.another' : 'review.retake'];
  return html`<div class="pair">
    <div class="photo" part="frame"><img part="photo" src=${url} alt=${texts['card.review.alt']} /></div>
    <div class="beside">
      ${
        isGiven
          ? nothing
          : html`<p class="line title" part="line" tabindex="-1" data-focus>${texts['card.review.title']}</p>
              <button part="button" @click=${use}>${texts['review.use']}</button>`
      }
      <button part="button" class="quiet" ?data-focus=${isGiven} @click=${retake}>${another}</button>
    </div>
  </div>`;
}

/** What is wrong with the camera or the file, and what to do about it in this browser. */
export function errorView(
  error: CaptureError,
  steps: readonly string[],
  messages: Partial<Texts>,
  texts: Texts,
): TemplateResult {
  const { code } = error;
  const title = `error.${code}`;
  const text = `${title}.text`;
  return html`
    <strong>${texts[isTextKey(title) ? title : 'error.CARD_CORRUPT']}</strong>
    ${
      showsText(error, steps, messages)
        ? html`<p>${texts[isTextKey(text) ? text : 'error.CARD_CORRUPT.text']}</p>`
        : nothing
    }
    ${stepList(steps)}
  `;
}

interface Words {
  readonly line: string;
  readonly sentence: string;
}

function wordsOf(hint: CardHint | null, isTaking: boolean, format: CardFormat, texts: Texts): Words {
  if (isTaking) return { line: texts['taking.line'], sentence: '' };
  if (!hint) return { line: texts['preparing.camera'], sentence: texts['preparing.permission'] };
  const key = hint === 'absent' && format === 'passport' ? 'absent.passport' : hint;
  return { line: texts[`card.hint.${key}`], sentence: texts[`card.hint.${key}.text`] };
}

/** Width of the drawing; its units are the same on every screen. */
const WIDTH = 400;

/** Everything outside the frame is dimmed; the line round it fills while the card is good. */
function overlay({ view, frame }: CardFrame, isHolding: boolean): TemplateResult {
  const scale = WIDTH / view.width;
  const height = view.height * scale;
  const [x, y] = [(frame.x - view.x) * scale, (frame.y - view.y) * scale];
  const [w, h] = [frame.width * scale, frame.height * scale];
  const r = 12;
  const card = `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1-${r} ${r}h-${
    w - 2 * r
  }a${r} ${r} 0 0 1-${r}-${r}v-${h - 2 * r}a${r} ${r} 0 0 1 ${r}-${r}z`;
  return html`<svg
    class=${isHolding ? 'holding' : ''}
    part="overlay"
    viewBox="0 0 ${WIDTH} ${height}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${svg`<path class="dim" fill-rule="evenodd" d="M-10-10h${WIDTH + 20}v${height + 20}H-10z ${card}" />
      <path class="edge" d=${card} />
      <path class="ring" part="ring" pathLength="1" d=${card} />`}
  </svg>`;
}
