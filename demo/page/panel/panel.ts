import { html, render, type TemplateResult } from 'lit';
import type { OkayLiveCapture } from '../../../src/element/okay-live-capture.js';
import type { SwitchList } from '../../emulator/control.ts';
import { DEMO_API_KEY } from '../../emulator/demo-credentials.ts';
import type { ListedRequest } from '../../emulator/journal.ts';
import { part } from '../part.ts';
import { arrivedGroup } from './arrived-group.ts';
import { attributesGroup } from './attributes-group.ts';
import { appearanceGroup, type Appearance } from './appearance-group.ts';
import { fetchRequests, fetchSwitchList, type Order } from './emulator-control.ts';
import { emulatorGroup } from './emulator-group.ts';
import { connectEventLog, type Write } from './event-log.ts';
import { frameLine } from './frame-line.ts';
import { limitsGroup } from './limits-group.ts';
import { markupOf } from './markup.ts';
import { methodsGroup } from './methods-group.ts';
import { propertiesGroup } from './properties-group.ts';

const NO_SWITCHES: SwitchList = { note: '', switches: [], shapes: [], dialects: [] };
/** After these, something may have arrived at the emulator. */
const ANSWERED = ['okay-result', 'okay-error'] as const;

/**
 * Fills the developer panel: everything that can be set and seen of the element and of the emulator.
 *
 * @param emulator settles once the emulator answers, or never will
 */
export async function connectPanel(
  panel: HTMLElement,
  capture: OkayLiveCapture,
  appearance: Appearance,
  emulator: Promise<unknown>,
): Promise<void> {
  let list = NO_SWITCHES;
  let order: Order = { answer: 'accept' };
  let latest: ListedRequest | undefined;
  let cameras: readonly MediaDeviceInfo[] = [];
  let status = '';
  let write: Write = () => undefined;
  let hearFrames: (isListening: boolean) => void = () => undefined;

  const report = (text: string) => {
    status = text;
    draw();
  };
  const attributeChanged = (attribute: string) => {
    if (attribute === 'dialect') followDialect(capture, list.dialects);
    draw();
  };
  const draw = () => {
    render(
      html`<h2 id="panel-heading">Developer panel</h2>
        <p class="status" role="status">${status}</p>
        ${group('Appearance', appearanceGroup(appearance), true)}
        ${group(
          'Emulator',
          emulatorGroup(list, order, (next, outcome) => {
            order = next;
            report(outcome);
          }),
          true,
        )}
        ${group(
          'Events',
          eventsGroup((isListening) => hearFrames(isListening)),
          true,
        )}
        ${group('Attributes', attributesGroup(capture, cameras, attributeChanged))}
        ${group('Properties', propertiesGroup(capture, report, draw))}
        ${group('Limits', limitsGroup(capture, report, draw))}
        ${group(
          'Methods',
          methodsGroup(capture, (name, text) => write(name, text)),
        )}
        ${group('What arrived', arrivedGroup(latest))}
        ${group('The tag', html`<pre tabindex="0" aria-label="The tag"><code>${markupOf(capture)}</code></pre>`)}`,
      panel,
    );
  };
  const refresh = async () => {
    latest = (await fetchRequests()).at(-1);
    draw();
  };
  const listCameras = async () => {
    const devices = await navigator.mediaDevices?.enumerateDevices();
    cameras = (devices ?? []).filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId);
    draw();
  };

  draw();
  write = connectEventLog(capture, part(panel, '#log', HTMLOListElement));
  hearFrames = frameLine(capture, part(panel, '#frame', HTMLElement));
  // Labels of cameras are told once one was allowed.
  capture.addEventListener('okay-phase', ({ phase }) => phase === 'seeking' && void listCameras());
  new MutationObserver(draw).observe(capture, { attributes: true });

  await emulator;
  try {
    list = await fetchSwitchList();
  } catch {
    report('No emulator answers.');
    return;
  }
  for (const name of ANSWERED) capture.addEventListener(name, () => void refresh());
  draw();
}

function group(title: string, content: TemplateResult, isOpen = false): TemplateResult {
  return html`<details ?open=${isOpen}>
    <summary>${title}</summary>
    <div class="group">${content}</div>
  </details>`;
}

function eventsGroup(hearFrames: (isListening: boolean) => void): TemplateResult {
  const onFrames = ({ currentTarget: box }: Event) => {
    if (box instanceof HTMLInputElement) hearFrames(box.checked);
  };
  const onClear = () => document.querySelector('#log')?.replaceChildren();
  return html`<div class="ticks">
      <label class="tick"
        ><input type="checkbox" name="okay-frame" @change=${onFrames} /><code>okay-frame</code></label
      >
      <button type="button" @click=${onClear}>Clear</button>
    </div>
    <p class="note" id="frame"></p>
    <ol id="log" tabindex="0" aria-label="Events"></ol>`;
}

/** Endpoint, key and card step as the dialect needs them; the key is the emulator's, which everybody may know. */
function followDialect(capture: OkayLiveCapture, dialects: SwitchList['dialects']): void {
  const chosen = dialects.find(({ id }) => id === capture.dialect);
  if (!chosen) return;
  capture.setAttribute('endpoint', chosen.path.slice(1));
  capture.apiKey = chosen.credential === 'apiKey' ? DEMO_API_KEY : undefined;
  capture.setAttribute('id-card', chosen.takesCard ? 'ask' : 'none');
}
