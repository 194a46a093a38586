import { dialectOf } from '../okayface/dialects.js';
import { DIALECT_IDS } from '../types/capture.js';
import type { SessionHost } from './session-host.js';

/** Whether an ID card goes with the selfie, by the host's properties. */
export function comparesCard({ dialect, idCardMode }: SessionHost): boolean {
  const isKnown = (DIALECT_IDS as readonly string[]).includes(dialect);
  return idCardMode !== 'none' && isKnown && dialectOf(dialect).fields.card !== null;
}
