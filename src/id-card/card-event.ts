/** A photo of an ID card that is an image, large enough and within the limits of the vendor. */
export interface CardFields {
  /** JPEG or PNG, upright, without EXIF. */
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
}

/** The person gave a photo of the ID card. */
export class OkayCardEvent extends Event implements CardFields {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  readonly detail: CardFields;

  constructor({ image, width, height }: CardFields) {
    super('okay-card', { bubbles: true, composed: true });
    this.image = image;
    this.width = width;
    this.height = height;
    this.detail = { image, width, height };
  }
}

declare global {
  interface HTMLElementEventMap {
    'okay-card': OkayCardEvent;
  }
}
