import type { SwitchList } from '../emulator/control.ts';
import { setNextAnswer } from './emulator-control.ts';
import { part } from './part.ts';

const GROUP_LABELS: Readonly<Record<string, string>> = {
  verdict: 'Verdicts',
  refusal: 'Documented refusals',
  fault: 'Faults',
  hang: 'Faults',
  drop: 'Faults',
};

/** Lets a person choose how the emulator answers the next request. */
export function connectAnswerSelect(
  settings: HTMLFormElement,
  switches: SwitchList['switches'],
  status: HTMLElement,
): void {
  const select = part(settings, 'select[name=answer]', HTMLSelectElement);
  const note = part(settings, '#answer-note', HTMLElement);
  for (const { id, kind, description } of switches) {
    const option = new Option(id, id);
    option.title = description;
    groupOf(select, GROUP_LABELS[kind] ?? kind).append(option);
  }
  select.value = 'accept';
  const describe = () => {
    note.textContent = select.selectedOptions[0]?.title ?? '';
  };
  describe();
  select.addEventListener('change', () => {
    describe();
    setNextAnswer(select.value).then(
      () => {
        status.textContent =
          select.value === 'accept'
            ? 'Requests are accepted.'
            : `Next answer: ${select.value}. Later requests are accepted.`;
      },
      () => {
        status.textContent = 'The emulator does not answer.';
      },
    );
  });
}

function groupOf(select: HTMLSelectElement, label: string): HTMLOptGroupElement {
  const known = [...select.querySelectorAll('optgroup')].find((group) => group.label === label);
  if (known) return known;
  const group = document.createElement('optgroup');
  group.label = label;
  select.append(group);
  return group;
}
