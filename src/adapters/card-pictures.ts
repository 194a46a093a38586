import { CaptureError } from '../core/errors.js';
import type { CardFrame } from '../core/card-frame.js';
import { halved, type CardPatch } from '../core/card-measures.js';
import type { Size } from '../types/frame.js';
import { encodeJpeg } from './encode-jpeg.js';
import { pageCanvases } from './page-canvases.js';
import { resize, type Surface } from './surface.js';

/** Wide enough to tell sharp print from blurred print, and read back in a few milliseconds. */
const LARGE_WIDTH_PX = 480;

/** A photo of a card. */
export interface CardPhoto extends Size {
  /** JPEG, not mirrored, within the vendor's limits. */
  readonly image: Blob;
}

/** Draws what a camera shows of a card: small to be measured, and at full size to be kept. */
export class CardPictures {
  readonly #source: CanvasImageSource;
  readonly #large: Surface = pageCanvases.surface({ width: 1, height: 1 });
  readonly #kept = document.createElement('canvas');

  /** @param source The running video, as its camera gives it. */
  constructor(source: CanvasImageSource) {
    this.#source = source;
  }

  /** What the source shows now, small. */
  patch({ view, frame }: CardFrame): CardPatch {
    const scale = LARGE_WIDTH_PX / view.width;
    const size = { width: LARGE_WIDTH_PX, height: 2 * Math.round((view.height * scale) / 2) };
    resize(this.#large, size);
    const { context } = this.#large;
    context.drawImage(this.#source, view.x, view.y, view.width, view.height, 0, 0, size.width, size.height);
    const large = context.getImageData(0, 0, size.width, size.height);
    return {
      large,
      small: halved(large),
      frame: {
        x: ((frame.x - view.x) * scale) / 2,
        y: ((frame.y - view.y) * scale) / 2,
        width: (frame.width * scale) / 2,
        height: (frame.height * scale) / 2,
      },
    };
  }

  /**
   * Keeps what the source shows now, at full size, in place of what was kept.
   *
   * @throws {CaptureError} `PHOTO_FAILED` where the browser has no memory for a canvas.
   */
  keep({ photo: { x, y, width, height } }: CardFrame): void {
    if (this.#kept.width !== width || this.#kept.height !== height) {
      this.#kept.width = width;
      this.#kept.height = height;
    }
    const context = this.#kept.getContext('2d');
    if (!context) {
      throw new CaptureError('PHOTO_FAILED', `The browser has no canvas of ${width}×${height} left.`, {
        recoverable: true,
      });
    }
    context.drawImage(this.#source, x, y, width, height, 0, 0, width, height);
  }

  /**
   * Encodes what was kept.
   *
   * @throws {CaptureError} `PHOTO_FAILED` where the browser cannot.
   * @throws {DOMException} `AbortError` where `signal` is aborted.
   */
  async photo(signal: AbortSignal): Promise<CardPhoto> {
    const { width, height } = this.#kept;
    const { image } = await encodeJpeg(this.#kept, { signal });
    return { image, width, height };
  }

  /** Lets the memory of the kept picture go. */
  clear(): void {
    this.#kept.width = 0;
    this.#kept.height = 0;
  }
}
