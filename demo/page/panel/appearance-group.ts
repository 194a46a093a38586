import { html, type TemplateResult } from 'lit';
import { THEMES, type ThemeId } from '../themes.ts';

/** Changes how the page looks. */
export interface Appearance {
  readonly setTheme: (theme: ThemeId) => void;
}

const SCHEMES = [
  ['light dark', 'as the system'],
  ['light', 'light'],
  ['dark', 'dark'],
] as const;

/** The theme, made of custom properties, parts and slots only, and light or dark. */
export function appearanceGroup({ setTheme }: Appearance): TemplateResult {
  const onTheme = ({ currentTarget: field }: Event) => {
    const id = field instanceof HTMLSelectElement ? field.value : '';
    if (isTheme(id)) setTheme(id);
  };
  const onScheme = ({ currentTarget: field }: Event) => {
    if (field instanceof HTMLSelectElement) document.documentElement.style.colorScheme = field.value;
  };
  return html`<div class="fields">
    <label class="choice">
      <span>Theme</span>
      <select name="theme" @change=${onTheme}>
        ${Object.entries(THEMES).map(([id, { label }]) => html`<option value=${id}>${label}</option>`)}
      </select>
    </label>
    <label class="choice">
      <span>Colours</span>
      <select name="scheme" @change=${onScheme}>
        ${SCHEMES.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
      </select>
    </label>
  </div>`;
}

function isTheme(id: string): id is ThemeId {
  return Object.hasOwn(THEMES, id);
}
