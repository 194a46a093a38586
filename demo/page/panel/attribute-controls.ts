import type { PropertyDeclaration } from 'lit';
import { LOCALES } from '../../../src/locales/locales.js';
import { DIALECT_IDS } from '../../../src/types/capture.js';

/** How one attribute is set. `switch-on` is one that is on where it is absent. */
export interface AttributeControl {
  readonly attribute: string;
  readonly kind: 'switch' | 'switch-on' | 'choice' | 'text';
  /** Values and what they are called; of a choice only. */
  readonly choices: readonly (readonly [value: string, label: string])[];
}

const CHOICES: Readonly<Record<string, readonly (readonly [value: string, label: string])[]>> = {
  dialect: DIALECT_IDS.map((id) => [id, id]),
  'id-card': same('ask', 'provided', 'none'),
  'id-card-format': same('id-1', 'passport'),
  delegate: same('cpu', 'gpu'),
  lang: Object.entries(LOCALES).map(([id, { name }]) => [id, `${id} · ${name}`]),
};
const ON_BY_DEFAULT: readonly string[] = ['liveness'];

/** A control for every attribute that the element declares, and for the one that every element has. */
export function attributeControls(
  declarations: ReadonlyMap<PropertyKey, PropertyDeclaration>,
): readonly AttributeControl[] {
  const own = [...declarations].flatMap(([property, { attribute, state, type }]) => {
    if (state || attribute === false || typeof property !== 'string') return [];
    const name = typeof attribute === 'string' ? attribute : property.toLowerCase();
    return [control(name, type === Boolean)];
  });
  return [...own, control('lang', false)];
}

function control(attribute: string, isBoolean: boolean): AttributeControl {
  const choices = CHOICES[attribute] ?? [];
  if (ON_BY_DEFAULT.includes(attribute)) return { attribute, kind: 'switch-on', choices };
  if (isBoolean) return { attribute, kind: 'switch', choices };
  return { attribute, kind: choices.length > 0 ? 'choice' : 'text', choices };
}

function same(...values: readonly string[]): readonly (readonly [string, string])[] {
  return values.map((value) => [value, value]);
}
