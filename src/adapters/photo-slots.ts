import type { CaptureFrame } from '../core/capture-frame.js';
import type { Rect, Size } from '../types/frame.js';
import type { CameraFrame } from '../types/messages.js';
import { cropPixels } from './crop-pixels.js';
import { Photo, type PhotoRemains } from './photo.js';
import { resize, type Canvases, type Surface } from './surface.js';

/**
 * The latest photo and the best one so far. Every frame is read at the size of the photo and can be closed
 * at once: a camera has only a few frame buffers and falters while one is held. Most of the time goes into
 * converting the camera's colours, so that this is done once for everything, and keeping a frame is free.
 */
export class PhotoSlots {
  readonly #canvases: Canvases;
  #latest: Photo | null = null;
  #kept: Photo | null = null;
  #spare: PhotoRemains | null = null;

  constructor(canvases: Canvases) {
    this.#canvases = canvases;
  }

  get kept(): Photo | null {
    return this.#kept;
  }

  /** Puts a photo of this frame in the place of the latest one. The frame stays the caller's. */
  async take(id: number, frame: CameraFrame, { crop, photo: size }: CaptureFrame): Promise<Photo> {
    const { surface, pixels: spare } = this.#latest?.remains ?? this.#spare ?? this.#newRemains();
    this.#latest = this.#spare = null;
    const isUnscaled = crop.width === size.width && crop.height === size.height;
    const pixels = isUnscaled ? await cropPixels(frame, crop, spare ?? undefined) : null;
    if (!pixels) {
      resize(surface, size);
      drawCrop(surface, frame, crop, size);
    }
    this.#latest = new Photo(id, size, pixels, surface);
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
    this.#spare ??= this.#kept?.remains ?? null;
    this.#kept = null;
  }

  #newRemains(): PhotoRemains {
    return { surface: this.#canvases.surface({ width: 1, height: 1 }), pixels: null };
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
