import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { DEMO_API_KEY } from '../emulator/demo-credentials.ts';
import type { SwitchList } from '../emulator/control.ts';
import { part } from './part.ts';
import { drawSampleCard } from './sample-card.ts';

/** Sets the element's attributes from the controls of the same names. */
export function connectAttributePanel(
  settings: HTMLFormElement,
  capture: OkayLiveCapture,
  dialects: SwitchList['dialects'],
): void {
  const dialect = part(settings, 'select[name=dialect]', HTMLSelectElement);
  const card = part(settings, 'select[name=id-card]', HTMLSelectElement);
  for (const { id } of dialects) dialect.add(new Option(id));

  dialect.addEventListener('change', () => {
    const chosen = dialects.find(({ id }) => id === dialect.value);
    if (!chosen) return;
    capture.setAttribute('dialect', chosen.id);
    capture.setAttribute('endpoint', chosen.path);
    // A property, never an attribute; here it is the emulator's, which everybody may know.
    capture.apiKey = chosen.credential === 'apiKey' ? DEMO_API_KEY : undefined;
    card.value = chosen.takesCard ? 'ask' : 'none';
    setCardMode();
  });
  const setCardMode = () => {
    capture.setAttribute('id-card', card.value);
    capture.idCard = null;
    if (card.value === 'provided') void provideSample(capture);
  };
  card.addEventListener('change', setCardMode);

  const liveness = part(settings, 'input[name=liveness]', HTMLInputElement);
  liveness.addEventListener('change', () => {
    if (liveness.checked) capture.removeAttribute('liveness');
    else capture.setAttribute('liveness', 'off');
  });
  for (const name of ['review', 'debug'] as const) {
    const box = part(settings, `input[name=${name}]`, HTMLInputElement);
    box.addEventListener('change', () => capture.toggleAttribute(name, box.checked));
  }
}

async function provideSample(capture: OkayLiveCapture): Promise<void> {
  const sample = await drawSampleCard();
  if (capture.idCardMode === 'provided') capture.idCard = sample;
}
