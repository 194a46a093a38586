import { DESCRIBE, LOGGED_EVENTS } from './describe-event.ts';

const KEPT_LINES = 200;

/** Takes a line, for what the element does not tell itself. */
export type Write = (name: string, text: string) => void;

/**
 * Writes down what the element tells, newest first; a line of progress is kept up to date instead of
 * repeated.
 */
export function connectEventLog(capture: HTMLElement, list: HTMLOListElement): Write {
  const write = (name: string, text: string) => {
    const newest = list.firstElementChild;
    const repeats =
      name === 'okay-progress' && newest instanceof HTMLElement && newest.dataset['event'] === name;
    if (repeats) newest.replaceWith(line(name, text));
    else list.prepend(line(name, text));
    while (list.childElementCount > KEPT_LINES) list.lastElementChild?.remove();
  };
  for (const name of LOGGED_EVENTS) listen(capture, name, write);
  return write;
}

function listen<Name extends (typeof LOGGED_EVENTS)[number]>(
  capture: HTMLElement,
  name: Name,
  write: (name: string, text: string) => void,
): void {
  capture.addEventListener(name, (event) => write(name, DESCRIBE[name](event)));
}

function line(name: string, text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset['event'] = name;
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString([], { hour12: false });
  const label = document.createElement('b');
  label.textContent = name.replace('okay-', '');
  item.append(time, ' ', label, ' ', text);
  return item;
}
