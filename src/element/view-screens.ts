import { html, nothing, type TemplateResult } from 'lit';
import { inWords, isTextKey, type TextKey, type Texts } from '../locales/texts.js';
import type { CaptureError } from '../core/errors.js';
import type { OkayVerdict } from '../types/capture.js';
import type { SendingTrouble } from './persistent-sending.js';
import { showsText, stepList } from '../id-card/step-list.js';
import { cameraChoice, uploadView } from './view-aids.js';
import { cameraOffMark, faceMark, tickMark, warningMark } from './view-marks.js';
import { bytesInWords } from './bytes-in-words.js';
import type { ViewModel } from './view.js';
import type { ViewActions } from './view-actions.js';

interface Screen {
  /** What came of it, for styling. */
  readonly variant?: string;
  /** A sign above the title. */
  readonly mark?: unknown;
  readonly title: string;
  readonly text: string;
  readonly body?: unknown;
  readonly buttons?: readonly Button[];
  /** Other ways, after the buttons. */
  readonly more?: unknown;
}

interface Button {
  readonly label: string;
  readonly action: () => void;
  readonly isDisabled?: boolean;
}

/** One heading, one text, what belongs to the step, and the buttons with the expected one first, in the slot that replaces them. */
function screen(
  slot: string,
  { variant = '', mark = nothing, title, text, body = nothing, buttons = [], more = nothing }: Screen,
): TemplateResult {
  return html`<section class="screen ${slot} ${variant}" part="screen">
    <slot name=${slot}>
      ${mark}
      <h2 tabindex="-1" data-focus>${title}</h2>
      ${text ? html`<p>${text}</p>` : nothing} ${body}
      ${buttons.map(
        ({ label, action, isDisabled = false }, index) =>
          html`<button
            part="button"
            class=${index === 0 ? '' : 'quiet'}
            ?disabled=${isDisabled}
            @click=${action}
          >
            ${label}
          </button>`,
      )}
      ${more}
    </slot>
  </section>`;
}

export function startView({ isDisabled, comparesCard, texts, actions }: ViewModel): TemplateResult {
  const { start } = actions;
  return screen('start', {
    mark: faceMark(),
    title: texts['start.title'],
    text: texts[comparesCard ? 'start.text' : 'start.text.alone'],
    buttons: [{ label: texts['start.button'], action: start, isDisabled }],
  });
}

export function reviewView(photoUrl: string, texts: Texts, { proceed, retake }: ViewActions): TemplateResult {
  return html`<div class="stage">
    <div class="frame" part="frame"><img part="photo" src=${photoUrl} alt=${texts['review.alt']} /></div>
    ${screen('review', {
      title: texts['review.title'],
      text: '',
      buttons: [
        { label: texts['review.use'], action: proceed },
        { label: texts['review.retake'], action: retake },
      ],
    })}
  </div>`;
}

export function cardView({ asksForCard, cardFormat, messages, texts, actions }: ViewModel): TemplateResult {
  if (!asksForCard) {
    const body = html`<progress aria-label=${texts['card.waiting']}></progress>`;
    return screen('id-card', { title: texts['card.waiting'], text: '', body });
  }
  const given = (event: HTMLElementEventMap['okay-card']) => actions.giveCard(event.image);
  return screen('id-card', {
    title: texts['card.title'],
    text: texts['card.text'],
    body: html`<okay-id-card
        exportparts="button, error, steps, video, line, sentence, photo"
        .format=${cardFormat}
        .messages=${messages}
        @okay-card=${given}
      ></okay-id-card>
      <button part="button" class="leave" @click=${actions.cancel}>${texts['cancel.button']}</button>`,
  });
}

export const TROUBLE_TEXTS = {
  offline: 'sending.offline',
  retrying: 'sending.retrying',
} as const satisfies Record<NonNullable<SendingTrouble>, TextKey>;

export function sendingView({ now, photoUrl, locale, texts, actions }: ViewModel): TemplateResult {
  const { trouble, progress } = now;
  const { loaded, total } = progress ?? { loaded: 0, total: 0 };
  const isSent = total > 0 && loaded === total;
  // Not every browser and connection tells how much is sent, see `streamedUpload`.
  const share = loaded > 0 && !isSent ? loaded / total : nothing;
  return screen('submitting', {
    mark: photoUrl ? html`<img class="portrait" part="photo" src=${photoUrl} alt="" />` : nothing,
    title: texts['sending.title'],
    text: texts[trouble ? TROUBLE_TEXTS[trouble] : isSent ? 'sending.waiting' : 'sending.text'],
    body: html`<progress aria-label=${texts['sending.title']} max="1" value=${share}></progress>
      <p class="bytes">${total > 0 ? bytesInWords(loaded, total, locale) : nothing}</p>
      <button part="button" class="leave" @click=${actions.cancel}>${texts['cancel.button']}</button>`,
  });
}

export function doneView(verdict: OkayVerdict | null, texts: Texts, { retake }: ViewActions): TemplateResult {
  const again = [{ label: texts['again.button'], action: retake }];
  const outcome = outcomeOf(verdict);
  const hasFailed = outcome === 'mismatch' || outcome === 'spoof';
  return screen('done', {
    variant: outcome,
    mark: hasFailed ? warningMark() : tickMark(),
    title: texts[`done.${outcome}.title`],
    text: texts[`done.${outcome}.text`],
    buttons: hasFailed ? again : [],
  });
}

type Outcome = 'captured' | 'passed' | 'mismatch' | 'spoof';

/** What the verdict is to the person. */
export function outcomeOf(verdict: OkayVerdict | null): Outcome {
  if (!verdict) return 'captured';
  if (verdict.live === false) return 'spoof';
  return verdict.matched === false ? 'mismatch' : 'passed';
}

/** What went wrong and what the person can do; a code that is not the person's concern gets the neutral text. */
export function errorView(error: CaptureError, model: ViewModel): TemplateResult {
  const { now, steps, messages, texts, actions, allowsUpload } = model;
  const { start, proceed, retake, changeCard } = actions;
  const { code, hint } = error;
  const title = textOr(`error.${code}`, hint ? 'error.refused' : 'error.host');
  const text = textOr(`error.${code}.text`, 'error.host.text');
  return screen(now.state.phase, {
    mark: code.startsWith('CAMERA_') ? cameraOffMark() : warningMark(),
    title: texts[title],
    text: showsText(error, steps, messages) ? words() : '',
    body: html`${stepList(steps)}<slot name="error"></slot>`,
    more: now.state.phase === 'blocked' ? otherWays() : nothing,
    buttons: now.photo ? withPhoto() : [{ label: texts['again.button'], action: start }],
  });

  function withPhoto(): Button[] {
    const send = { label: texts['error.send'], action: proceed };
    const again = { label: texts['error.retake'], action: retake };
    if (code.startsWith('CARD_')) return [{ label: texts['card.change'], action: changeCard }, again];
    return hint ? [again, send] : [send, again];
  }

  function words(): string {
    return hint && text === 'error.host.text' ? inWords(hint, texts).text : texts[text];
  }

  function otherWays() {
    return html`${allowsUpload ? uploadView(now.upload, texts, actions) : nothing}
    ${cameraChoice(now, texts, actions)}`;
  }

  function textOr(key: string, otherwise: TextKey): TextKey {
    return isTextKey(key) ? key : otherwise;
  }
}
