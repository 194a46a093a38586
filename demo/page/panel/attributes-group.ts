import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { OkayLiveCapture } from '../../../src/element/okay-live-capture.js';
import { attributeControls, type AttributeControl } from './attribute-controls.ts';

/** Sets every attribute of the element. */
export function attributesGroup(
  capture: OkayLiveCapture,
  cameras: readonly MediaDeviceInfo[],
  changed: (attribute: string) => void,
): TemplateResult {
  const set = (attribute: string, value: string | null) => {
    if (value === null) capture.removeAttribute(attribute);
    else capture.setAttribute(attribute, value);
    changed(attribute);
  };
  const controls = attributeControls(OkayLiveCapture.elementProperties);
  return html`<div class="fields">
      ${controls.filter(({ kind }) => !kind.startsWith('switch')).map((each) => valueField(each))}
    </div>
    <div class="ticks">
      ${controls.filter(({ kind }) => kind.startsWith('switch')).map((each) => tick(each))}
    </div>`;

  function valueField({ attribute, choices }: AttributeControl) {
    const value = capture.getAttribute(attribute) ?? '';
    const onChange = ({ currentTarget: field }: Event) => {
      const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      if (isField) set(attribute, field.value || null);
    };
    const known = attribute === 'device-id' ? cameras.map(cameraChoice) : choices;
    return html`<label class="choice">
      <code>${attribute}</code>
      ${
        known.length > 0
          ? html`<select name=${attribute} .value=${live(value)} @change=${onChange}>
              <option value="" ?selected=${value === ''}>not set</option>
              ${known.map(
                ([id, label]) => html`<option value=${id} ?selected=${id === value}>${label}</option>`,
              )}
            </select>`
          : html`<input name=${attribute} .value=${live(value)} placeholder="not set" @change=${onChange} />`
      }
    </label>`;
  }

  function tick({ attribute, kind }: AttributeControl) {
    const isOnByDefault = kind === 'switch-on';
    const isOn = isOnByDefault ? capture.getAttribute(attribute) !== 'off' : capture.hasAttribute(attribute);
    const onChange = ({ currentTarget: box }: Event) => {
      if (!(box instanceof HTMLInputElement)) return;
      const off = isOnByDefault ? 'off' : null;
      set(attribute, box.checked ? (isOnByDefault ? null : '') : off);
    };
    return html`<label class="tick">
      <input type="checkbox" name=${attribute} .checked=${live(isOn)} @change=${onChange} />
      <code>${attribute}</code>${isOnByDefault ? html` <small>on by default</small>` : nothing}
    </label>`;
  }
}

function cameraChoice({ deviceId, label }: MediaDeviceInfo, index: number): readonly [string, string] {
  return [deviceId, label || `Camera ${index + 1}`];
}
