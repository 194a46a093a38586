import type { Dialect } from './dialects.ts';
import type { Problem } from './problems.ts';
import type { Field } from './read-body.ts';

/** What the emulator lets in. */
export interface Known {
  readonly journeys: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/**
 * Checks the field that the dialect names, and the portal's optional `apiKey` where it was sent all the same.
 */
export function checkCredential(dialect: Dialect, fields: readonly Field[], known: Known): Problem | null {
  const [value, ...more] = fields.filter(({ name }) => name === dialect.credential);
  if (!value || value.value === '') {
    return { kind: 'credential-missing', reason: `${dialect.credential} is missing` };
  }
  const accepted = dialect.credential === 'journeyId' ? known.journeys : known.keys;
  if (more.length > 0 || typeof value.value !== 'string' || !accepted.has(value.value)) {
    return {
      kind: 'credential-unknown',
      reason: `${dialect.credential} is not one that this emulator knows`,
    };
  }
  const wrongKey = fields.some(
    ({ name, value: key }) => name === 'apiKey' && !(typeof key === 'string' && known.keys.has(key)),
  );
  return wrongKey ? { kind: 'key-unknown', reason: 'apiKey is not one that this emulator knows' } : null;
}
