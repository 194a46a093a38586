import { html, type TemplateResult } from 'lit';
import type { SwitchList } from '../../emulator/control.ts';
import { setNextAnswer, type Order } from './emulator-control.ts';

const GROUP_LABELS: Readonly<Record<string, string>> = {
  verdict: 'Verdicts',
  refusal: 'Documented refusals',
  fault: 'Faults',
  hang: 'Faults',
  drop: 'Faults',
};

/** Chooses how the emulator answers the requests that come next. */
export function emulatorGroup(
  { switches, shapes }: SwitchList,
  order: Order,
  ordered: (order: Order, outcome: string) => void,
): TemplateResult {
  const chosen = switches.find(({ id }) => id === order.answer);
  const labels = [...new Set(switches.map(labelOf))];
  return html`<form class="fields" @change=${readOrder} @submit=${(event: Event) => event.preventDefault()}>
    <label class="choice wide">
      <span>Next answer</span>
      <select name="answer">
        ${labels.map(
          (label) =>
            html`<optgroup label=${label}>
              ${switches
                .filter((each) => labelOf(each) === label)
                .map(({ id }) => html`<option value=${id} ?selected=${id === order.answer}>${id}</option>`)}
            </optgroup>`,
        )}
      </select>
      <small>${chosen?.description}</small>
    </label>
    ${numberField('times', 'How many times', '1')} ${numberField('delayMs', 'Delay in ms', '0')}
    ${numberField('status', 'HTTP status', 'as documented')}
    <label class="choice">
      <span>Form of the refusal</span>
      <select name="shape" ?disabled=${chosen?.kind !== 'refusal'}>
        <option value="">as documented</option>
        ${shapes.map((shape) => html`<option>${shape}</option>`)}
      </select>
    </label>
  </form>`;

  function numberField(name: keyof Order, label: string, placeholder: string) {
    return html`<label class="choice">
      <span>${label}</span>
      <input type="number" name=${name} min="0" placeholder=${placeholder} />
    </label>`;
  }

  function readOrder({ currentTarget: form }: Event) {
    if (!(form instanceof HTMLFormElement)) return;
    const next = orderOf(new FormData(form));
    setNextAnswer(next).then(
      () =>
        ordered(next, next.answer === 'accept' ? 'Requests are accepted.' : `Next answer: ${next.answer}.`),
      (cause: unknown) => ordered(next, cause instanceof Error ? cause.message : String(cause)),
    );
  }
}

function labelOf({ kind }: SwitchList['switches'][number]): string {
  return GROUP_LABELS[kind] ?? kind;
}

function orderOf(data: FormData): Order {
  const numbers = (['times', 'delayMs', 'status'] as const).flatMap((name) => {
    const value = data.get(name);
    return typeof value === 'string' && value !== '' ? [[name, Number(value)] as const] : [];
  });
  const shape = data.get('shape');
  return {
    answer: String(data.get('answer')),
    ...Object.fromEntries(numbers),
    ...(typeof shape === 'string' && shape !== '' ? { shape } : {}),
  };
}
