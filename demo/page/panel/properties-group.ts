import { html, type TemplateResult } from 'lit';
import { OkayLiveCapture } from '../../../src/element/okay-live-capture.js';
import { GUARD_IDS, type GuardId } from '../../../src/types/capture.js';
import { drawSampleCard } from './sample-card.ts';

/** Those with controls of their own, and the one that only tests replace. */
const OWN_CONTROLS: readonly unknown[] = ['apiKey', 'idCard', 'disabledGuards', 'limits', 'services'];

/** Sets every property that is no attribute; limits have a group of their own. */
export function propertiesGroup(
  capture: OkayLiveCapture,
  report: (problem: string) => void,
  changed: () => void,
): TemplateResult {
  const records = [...OkayLiveCapture.elementProperties]
    .filter(([name, { attribute, state }]) => attribute === false && !state && !OWN_CONTROLS.includes(name))
    .map(([name]) => String(name));
  return html`<div class="fields">
      <label class="choice">
        <code>apiKey</code>
        <input
          name="apiKey"
          autocomplete="off"
          .value=${capture.apiKey ?? ''}
          placeholder="not set"
          @change=${setKey}
        />
      </label>
      <label class="choice">
        <code>idCard</code>
        <select name="idCard" @change=${setCard}>
          <option value="">null</option>
          <option value="sample">A sample card</option>
        </select>
      </label>
      ${records.map(recordField)}
    </div>
    <fieldset class="ticks">
      <legend><code>disabledGuards</code></legend>
      ${GUARD_IDS.map(guardTick)}
    </fieldset>`;

  function setKey({ currentTarget: field }: Event) {
    if (field instanceof HTMLInputElement) capture.apiKey = field.value || undefined;
    changed();
  }

  function setCard({ currentTarget: field }: Event) {
    if (!(field instanceof HTMLSelectElement)) return;
    if (field.value === '') capture.idCard = null;
    else void drawSampleCard().then((card) => (capture.idCard = card));
  }

  function recordField(name: string) {
    const setRecord = ({ currentTarget: field }: Event) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      try {
        Reflect.set(capture, name, field.value.trim() === '' ? {} : JSON.parse(field.value));
        report('');
      } catch (cause) {
        report(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    };
    return html`<label class="choice wide">
      <code>${name}</code>
      <textarea
        name=${name}
        rows="2"
        spellcheck="false"
        placeholder=${EXAMPLES[name] ?? '{ }'}
        @change=${setRecord}
      ></textarea>
    </label>`;
  }

  function guardTick(guard: GuardId) {
    const setGuard = ({ currentTarget: box }: Event) => {
      if (!(box instanceof HTMLInputElement)) return;
      const others = capture.disabledGuards.filter((each) => each !== guard);
      capture.disabledGuards = box.checked ? [...others, guard] : others;
      changed();
    };
    return html`<label class="tick">
      <input
        type="checkbox"
        name=${guard}
        .checked=${capture.disabledGuards.includes(guard)}
        @change=${setGuard}
      />
      <code>${guard}</code>
    </label>`;
  }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  headers: '{ "authorization": "Bearer …" }',
  messages: '{ "start.title": "Your turn" }',
};
