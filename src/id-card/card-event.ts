import type { CardFault } from '../core/card-judge.js';
import type { CaptureSource } from '../types/capture.js';

/** A photo of an ID card that is an image, large enough and within the limits of the vendor. */
export interface CardFields {
  /** JPEG or PNG, upright, without EXIF. */
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  /** How the photo was taken; `upload` for a file, however it was given. */
  readonly source: CaptureSource;
  /** What the camera found wrong when the photo was taken by hand; empty for the others. */
  readonly faults: readonly CardFault[];
}

/** The person gave a photo of the ID card. */
export class OkayCardEvent extends Event implements CardFields {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  readonly source: CaptureSource;
  readonly faults: readonly CardFault[];
  readonly detail: CardFields;

  constructor({ image, width, height, source, faults }: CardFields) {
    super('okay-card', { bubbles: true, composed: true });
    this.image = image;
    this.width = width;
    this.height = height;
    this.source = source;
    this.faults = faults;
    this.detail = { image, width, height, source, faults };
  }
}

declare global {
  interface HTMLElementEventMap {
    'okay-card': OkayCardEvent;
  }
}
