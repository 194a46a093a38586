import '../../src/define.ts';
import { emulatorReady } from './emulator-ready.ts';
import { part } from './part.ts';

const obstacle = await emulatorReady(part(document, 'okay-live-capture', HTMLElement));
if (obstacle) throw new Error(obstacle);
