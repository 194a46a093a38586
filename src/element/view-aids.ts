import { html, nothing } from 'lit';
import { isTextKey, type Texts } from '../locales/texts.js';
import { shortLine } from './hint.js';
import type { SessionSnapshot } from './session-snapshot.js';
import type { UploadState } from './uploads.js';
import type { ViewActions } from './view-actions.js';

/** A choice among cameras, where there is one. */
export function cameraChoice({ cameras }: SessionSnapshot, texts: Texts, { chooseCamera }: ViewActions) {
  if (cameras.all.length < 2) return nothing;
  const chosen = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) chooseCamera(event.target.value);
  };
  return html`<label class="aid">
    <span>${texts['camera.label']}</span>
    <select part="select" @change=${chosen}>
      ${cameras.all.map(
        ({ deviceId, label }, index) =>
          html`<option value=${deviceId} ?selected=${deviceId === cameras.running}>
            ${label || `${texts['camera.label']} ${index + 1}`}
          </option>`,
      )}
    </select>
  </label>`;
}

/** What kept the photo from being taken, and the ways that are left: no dead end. */
export function stallView(
  { stalledBy, state, upload }: SessionSnapshot,
  allowsUpload: boolean,
  texts: Texts,
  actions: ViewActions,
) {
  if (!stalledBy || (state.phase !== 'seeking' && state.phase !== 'holding')) return nothing;
  const line = shortLine({ code: stalledBy.guard, direction: stalledBy.direction });
  return html`<div class="stall" part="stall">
    <slot name="stall">
      <p><strong>${texts['stall.text']}</strong> ${texts[line]}</p>
      <button part="button" @click=${actions.shutter}>${texts['stall.shutter']}</button>
      ${allowsUpload ? uploadView(upload, texts, actions) : nothing}
    </slot>
  </div>`;
}

/** A photo from a file, where the host allows it. */
export function uploadView({ isBusy, error }: UploadState, texts: Texts, { upload }: ViewActions) {
  const chosen = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) upload(file);
  };
  const title = `error.${error?.code ?? ''}`;
  const why = error?.hint?.text ?? texts[isTextKey(title) ? title : 'upload.refused'];
  return html`<label class="file" part="button">
      <input type="file" accept="image/jpeg,image/png" ?disabled=${isBusy} @change=${chosen} />
      <span>${isBusy ? texts['preparing.assets'] : texts['upload.button']}</span>
    </label>
    <div role="alert">${error ? html`<strong>${texts['upload.refused']}</strong> ${why}` : nothing}</div>`;
}

/** Lights the face with the screen: steady, by a button, offered where it is dark. */
export function lightButton(isDark: boolean, isLit: boolean, texts: Texts, { light }: ViewActions) {
  if (!isDark && !isLit) return nothing;
  return html`<button part="button" class="quiet" aria-pressed=${isLit} @click=${light}>
    ${texts[isLit ? 'light.off' : 'light.on']}
  </button>`;
}
