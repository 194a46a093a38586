import { OkayIdCard } from './okay-id-card.js';

/** Registers `<okay-id-card>`, unless another copy of this package has done so. */
export function defineIdCard(): void {
  if (!customElements.get('okay-id-card')) customElements.define('okay-id-card', OkayIdCard);
}
