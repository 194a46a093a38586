import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { part } from './part.ts';

/** A made-up company; how it looks stands in `themes/`. */
interface Theme {
  readonly label: string;
  readonly brand: string;
  readonly offer: string;
  readonly submit: string;
  /** Path of the logo in a square of 32. */
  readonly logo: string;
}

/** The first is shown first. */
export const THEMES = {
  merbau: {
    label: 'Bank Merbau',
    brand: 'Bank Merbau',
    offer: 'Open your savings account',
    submit: 'Open my account',
    logo: 'M16 2 30 10v2H2v-2ZM5 14h4v11H5Zm9 0h4v11h-4Zm9 0h4v11h-4ZM2 27h28v3H2Z',
  },
  kelip: {
    label: 'Kelip Mobile',
    brand: 'kelip',
    offer: 'Your eSIM is a selfie away',
    submit: 'Activate my eSIM',
    logo: 'M16 1c1 9 6 14 15 15-9 1-14 6-15 15-1-9-6-14-15-15 9-1 14-6 15-15Z',
  },
  sawah: {
    label: 'Sawah Co-operative',
    brand: 'Sawah Co-operative',
    offer: 'Become a member',
    submit: 'Join the co-operative',
    logo: 'M15 30V17C8 17 4 13 3 6c7 0 11 3 13 8 2-7 6-11 13-12 0 9-4 14-12 14v14Z',
  },
  none: {
    label: 'None, the defaults',
    brand: 'Your company',
    offer: 'Open an account',
    submit: 'Open my account',
    logo: 'M4 4h24v24H4Zm4 4v16h16V8Z',
  },
} as const satisfies Record<string, Theme>;

export type ThemeId = keyof typeof THEMES;

/** Dresses the page, and the element by custom properties, parts and slots: nothing reaches into it otherwise. */
export function applyTheme(id: ThemeId, capture: OkayLiveCapture): void {
  const { brand, offer, submit, logo } = THEMES[id];
  document.body.dataset['theme'] = id;
  part(document, '#brand-name', HTMLElement).textContent = brand;
  part(document, '#offer', HTMLElement).textContent = offer;
  part(document, '#submit', HTMLButtonElement).textContent = submit;
  part(document, '#logo', SVGPathElement).setAttribute('d', logo);
  const slots = document.querySelector<HTMLTemplateElement>(`template[data-slots=${id}]`);
  capture.replaceChildren(...(slots ? [slots.content.cloneNode(true)] : []));
  for (const button of capture.querySelectorAll('[data-start]')) {
    // What stops it is told on screen and by okay-error.
    button.addEventListener('click', () => void capture.start().catch(() => undefined));
  }
}
