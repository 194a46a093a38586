import type { Size } from '../types/frame.js';
import { resize, type Surface } from './surface.js';

/** The capture frame of one camera frame, at the size at which it would be sent. Not mirrored. */
export class Photo {
  /** The request that brought the frame. */
  readonly id: number;
  readonly size: Size;
  /** All of it, where it came as pixels. */
  readonly pixels: ImageData | null;
  readonly #surface: Surface;
  #isDrawn: boolean;

  /** @param surface Shows the photo already where there are no `pixels`. */
  constructor(id: number, size: Size, pixels: ImageData | null, surface: Surface) {
    this.id = id;
    this.size = size;
    this.pixels = pixels;
    this.#surface = surface;
    this.#isDrawn = pixels === null;
  }

  /** The photo on a canvas. Pixels are drawn when this is first asked for, which for most photos it never is. */
  get surface(): Surface {
    if (this.pixels && !this.#isDrawn) {
      resize(this.#surface, this.size);
      this.#surface.context.putImageData(this.pixels, 0, 0);
      this.#isDrawn = true;
    }
    return this.#surface;
  }

  /** What the photo leaves for the next one, when it is no longer needed. */
  get remains(): PhotoRemains {
    return { surface: this.#surface, pixels: this.pixels };
  }
}

export interface PhotoRemains {
  readonly surface: Surface;
  readonly pixels: ImageData | null;
}
