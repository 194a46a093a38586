import '../../src/define.ts';
import { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { emulatorReady } from './emulator-ready.ts';
import { connectPanel } from './panel/panel.ts';
import { part } from './part.ts';
import { connectSignUp } from './sign-up/sign-up.ts';
import { applyTheme } from './themes.ts';
import { connectToggle } from './toggle.ts';

const capture = part(document, 'okay-live-capture', OkayLiveCapture);
const panel = part(document, '#panel', HTMLElement);

applyTheme('merbau', capture);
connectSignUp(part(document, '#sign-up', HTMLFormElement), capture);
connectToggle(part(document, '#panel-toggle', HTMLButtonElement), panel);

const emulator = emulatorReady(capture);
await connectPanel(panel, capture, { setTheme: (theme) => applyTheme(theme, capture) }, emulator);
const obstacle = await emulator;
if (obstacle) part(document, '.notice p', HTMLElement).textContent = `No emulator. ${obstacle}`;
