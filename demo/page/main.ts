import '../../src/define.ts';
import { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { connectAnswerSelect } from './answer-select.ts';
import { connectAttributePanel } from './attribute-panel.ts';
import { fetchSwitchList } from './emulator-control.ts';
import { connectEventLog } from './event-log.ts';
import { part } from './part.ts';

const capture = part(document, 'okay-live-capture', OkayLiveCapture);
const settings = part(document, '.settings', HTMLFormElement);
const status = part(settings, '.status', HTMLElement);

connectEventLog(capture, part(document, '#log', HTMLOListElement), part(document, '#clear-log', HTMLElement));

try {
  const list = await fetchSwitchList();
  connectAttributePanel(settings, capture, list.dialects);
  connectAnswerSelect(settings, list.switches, status);
} catch (cause) {
  status.textContent = 'The emulator does not answer: is this page served by npm start?';
  throw cause;
}
