import type { OkayEventMap } from '../../../src/element/events.js';

/**
 * Tells of each analysed frame in one line; the element sends `okay-frame` only while somebody listens.
 *
 * @returns starts and stops listening
 */
export function frameLine(capture: HTMLElement, line: HTMLElement): (isListening: boolean) => void {
  const listener = ({ observation, verdicts }: OkayEventMap['okay-frame']) => {
    const failing = verdicts.filter(({ pass }) => !pass).map(({ guard, measure }) => `${guard} ${measure}`);
    line.textContent = `${observation.faces} face(s) · ${failing.join(', ') || 'every guard passes'}`;
  };
  return (isListening) => {
    if (isListening) capture.addEventListener('okay-frame', listener);
    else capture.removeEventListener('okay-frame', listener);
    line.textContent = '';
  };
}
