/**
 * Registers `<okay-live-capture>` at once and `<okay-id-card>` when the page has time; `define-id-card.js` registers that
 * one at once. A second copy of this module in one page leaves the first one's classes in place. Does nothing on a server.
 */
import { isServer } from 'lit';
import { loadIdCard } from './element/load-id-card.js';
import { OkayLiveCapture } from './element/okay-live-capture.js';
import type { OkayIdCard } from './id-card/okay-id-card.js';

/** Slow pages too have the step before a person could have posed. */
const LATEST_MS = 2000;

if (!isServer) {
  if (!customElements.get('okay-live-capture')) customElements.define('okay-live-capture', OkayLiveCapture);
  // A failure is told when the step is needed, which tries again.
  whenIdle(() => void loadIdCard().catch(() => undefined));
}

/** Safari has idle callbacks in its newest versions only. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: LATEST_MS });
  else setTimeout(work, LATEST_MS);
}

declare global {
  interface HTMLElementTagNameMap {
    'okay-live-capture': OkayLiveCapture;
    'okay-id-card': OkayIdCard;
  }
}
