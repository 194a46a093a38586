import { takesCard } from '../okayface/dialect-names.js';
import type { SessionHost } from './session-host.js';

/** Whether an ID card goes with the selfie, by the host's properties. */
export function comparesCard({ dialect, idCardMode }: SessionHost): boolean {
  return idCardMode !== 'none' && takesCard(dialect);
}
