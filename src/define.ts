/** Registers the tags. A second copy of this module in one page leaves the first one's classes in place. */
import { OkayLiveCapture } from './element/okay-live-capture.js';
import { OkayIdCard } from './id-card/okay-id-card.js';

const TAGS = { 'okay-live-capture': OkayLiveCapture, 'okay-id-card': OkayIdCard } as const;

for (const [tag, element] of Object.entries(TAGS)) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'okay-live-capture': OkayLiveCapture;
    'okay-id-card': OkayIdCard;
  }
}
