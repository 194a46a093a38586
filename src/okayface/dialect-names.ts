import { DIALECT_IDS, type DialectId } from '../types/capture.js';

/** What is known of dialects by their names alone: their rows are not needed before something is posted. */

export function isDialectId(name: string): name is DialectId {
  return (DIALECT_IDS as readonly string[]).includes(name);
}

/** In the rows of `dialects.ts`, `fields.card` is null for these, which a test compares. */
const SELFIE_ALONE: ReadonlySet<string> = new Set(['live-v1', 'portal-live'] satisfies DialectId[]);

/** Whether a request of a known dialect holds an ID card. */
export function takesCard(name: string): boolean {
  return isDialectId(name) && !SELFIE_ALONE.has(name);
}
