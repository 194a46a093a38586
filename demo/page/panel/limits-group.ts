import { html, type TemplateResult } from 'lit';
import type { OkayLiveCapture } from '../../../src/element/okay-live-capture.js';
import { LIMIT_SPECS, type LimitName } from '../../../src/core/limits.js';

const NAMES = Object.keys(LIMIT_SPECS) as LimitName[];

/** Sets each guard limit; the placeholder is the default. */
export function limitsGroup(
  capture: OkayLiveCapture,
  report: (problem: string) => void,
  changed: () => void,
): TemplateResult {
  return html`<div class="fields">${NAMES.map(field)}</div>`;

  function field(name: LimitName) {
    const { enter, range, fails } = LIMIT_SPECS[name];
    const set = capture.limits[name];
    const setLimit = ({ currentTarget: input }: Event) => {
      if (!(input instanceof HTMLInputElement)) return;
      const others = Object.fromEntries(Object.entries(capture.limits).filter(([each]) => each !== name));
      try {
        capture.limits = input.value === '' ? others : { ...others, [name]: input.valueAsNumber };
        report('');
      } catch (cause) {
        report(cause instanceof RangeError ? cause.message : String(cause));
      }
      changed();
    };
    return html`<label class="choice">
      <code>${name}</code>
      <input
        type="number"
        name=${name}
        step="any"
        .value=${set === undefined ? '' : String(typeof set === 'number' ? set : set.enter)}
        placeholder=${enter}
        @change=${setLimit}
      />
      <small>fails ${fails}; ${range[0]} to ${range[1]}</small>
    </label>`;
  }
}
