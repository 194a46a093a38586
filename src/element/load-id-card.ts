import { loadPart } from '../adapters/load-part.js';

/**
 * Fetches and registers the ID-card step.
 *
 * @throws {CaptureError} `ASSETS_MISSING`
 */
export async function loadIdCard(): Promise<void> {
  const { defineIdCard } = await loadPart('The ID-card step', () => import('../id-card/define-id-card.js'));
  defineIdCard();
}
