import type { CaptureFrame } from '../core/capture-frame.js';
import type { Rect, Size } from '../types/frame.js';
import type { CameraFrame } from '../types/messages.js';
import { resize, type Canvases, type Surface } from './surface.js';

/** The capture frame of one camera frame, at the size at which it would be sent. Not mirrored. */
export interface Photo {
  /** The request that brought the frame. */
  readonly id: number;
  readonly size: Size;
  readonly surface: Surface;
}

/**
 * The latest photo and the best one so far. Every frame is drawn at the size of the photo and can be closed
 * at once: a camera has only a few frame buffers and falters while one is held. Taking the detour to the
 * smaller analysis canvas costs next to nothing, since most of the time goes into converting the camera's
 * colours, and keeping a frame is free.
 */
export class PhotoSlots {
  readonly #canvases: Canvases;
  #latest: Photo | null = null;
  #kept: Photo | null = null;
  #spare: Surface | null = null;

  constructor(canvases: Canvases) {
    this.#canvases = canvases;
  }

  get kept(): Photo | null {
    return this.#kept;
  }

  /** Draws the latest photo over the one before. The frame stays the caller's. */
  draw(id: number, frame: CameraFrame, { crop, photo: size }: CaptureFrame): Photo {
    const surface = this.#latest?.surface ?? this.#spare ?? this.#canvases.surface(size);
    this.#latest = this.#spare = null;
    resize(surface, size);
    drawCrop(surface, frame, crop, size);
    this.#latest = { id, size, surface };
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
    this.#spare ??= this.#kept?.surface ?? null;
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
