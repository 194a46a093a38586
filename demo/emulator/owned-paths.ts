import { CONTROL_PREFIX } from './control-prefix.ts';
import { dialectAt, JOURNEY_PATH } from './dialects.ts';

/** Whether a path is one that the emulator answers. */
export function ownsPath(path: string): boolean {
  return dialectAt(path) !== undefined || path === JOURNEY_PATH || path.startsWith(CONTROL_PREFIX);
}
