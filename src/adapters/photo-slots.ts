import type { CaptureFrame } from '../core/capture-frame.js';
import type { Rect, Size } from '../types/frame.js';
import type { CameraFrame } from '../types/messages.js';
import { cropPixels } from './crop-pixels.js';
import { resize, type Canvases, type Surface } from './surface.js';

/** The capture frame of one camera frame, at the size at which it would be sent. Not mirrored. */
export interface Photo {
  /** The request that brought the frame. */
  readonly id: number;
  readonly size: Size;
  readonly surface: Surface;
  /** What the surface shows, where it came as pixels; reading all of a surface costs more than most of what is done to it. */
  readonly pixels: ImageData | null;
}

/** What a photo that is no longer needed leaves for the next one. */
type Slot = Pick<Photo, 'surface' | 'pixels'>;

/**
 * The latest photo and the best one so far. Every frame is read at the size of the photo and can be closed
 * at once: a camera has only a few frame buffers and falters while one is held. Most of the time goes into
 * converting the camera's colours, so that this is done once for everything, and keeping a frame is free.
 */
export class PhotoSlots {
  readonly #canvases: Canvases;
  #latest: Photo | null = null;
  #kept: Photo | null = null;
  #spare: Slot | null = null;

  constructor(canvases: Canvases) {
    this.#canvases = canvases;
  }

  get kept(): Photo | null {
    return this.#kept;
  }

  /** Puts a photo of this frame in the place of the latest one. The frame stays the caller's. */
  async take(id: number, frame: CameraFrame, { crop, photo: size }: CaptureFrame): Promise<Photo> {
    const slot: Slot | null = this.#latest ?? this.#spare;
    const surface = slot?.surface ?? this.#canvases.surface(size);
    this.#latest = this.#spare = null;
    resize(surface, size);
    const isUnscaled = crop.width === size.width && crop.height === size.height;
    const pixels = isUnscaled ? await cropPixels(frame, crop, slot?.pixels ?? undefined) : null;
    if (pixels) surface.context.putImageData(pixels, 0, 0);
    else drawCrop(surface, frame, crop, size);
    this.#latest = { id, size, surface, pixels };
    return this.#latest;
  }

  /**
   * Keeps the latest photo instead of the one kept before. Where it is not the one asked for, nothing is
   * kept.
   */
  keep(id: number): void {
    if (this.#kept?.id === id) return;
    this.forget();
    if (this.#latest?.id !== id) return;
    this.#kept = this.#latest;
    this.#latest = null;
  }

  forget(): void {
    this.#spare ??= this.#kept;
    this.#kept = null;
  }
}

/**
 * The whole frame, placed so that the canvas shows the crop alone: WebKit ignores the source rectangle of a
 * `VideoFrame` and would squeeze all of it into the photo (seen in WebKitGTK 2.50).
 */
function drawCrop({ context }: Surface, frame: CameraFrame, crop: Rect, { width, height }: Size): void {
  const [whole, across, down] = [sizeOf(frame), width / crop.width, height / crop.height];
  context.drawImage(frame, -crop.x * across, -crop.y * down, whole.width * across, whole.height * down);
}

/** Size of a frame as it is shown, in pixels. */
export function sizeOf(frame: CameraFrame): Size {
  return 'displayWidth' in frame
    ? { width: frame.displayWidth, height: frame.displayHeight }
    : { width: frame.width, height: frame.height };
}
