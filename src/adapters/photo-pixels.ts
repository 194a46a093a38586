import type { PixelSource } from '../core/observe.js';
import type { Pixels } from '../core/pixels.js';
import { thumbnailOf, thumbnailSize } from '../core/thumbnail.js';
import type { Rect, Size } from '../types/frame.js';
import type { Photo } from './photo.js';
import { resize, type Canvases, type Surface } from './surface.js';

/**
 * Smoothing halves the whole canvas step by step, whatever is drawn of it: so only the part that is wanted is put on one. It begins
 * at a multiple of this, so that its halves are those of the whole photo.
 */
const PART_START_PX = 8;
/** And is as large as a multiple of this: a canvas that changes its size with every frame is new memory with every frame. */
const PART_SIZE_PX = 32;

/** Reads regions of photos. Outside of a photo there is nothing, which reads as transparent. */
export class PhotoReader {
  readonly #part: Surface;
  readonly #scaled: Surface;

  constructor(canvases: Canvases) {
    this.#part = canvases.surface({ width: 1, height: 1 });
    this.#scaled = canvases.surface({ width: 1, height: 1 });
  }

  /** The whole photo, for averages. It costs least while what came of the camera is still near the processor. */
  thumbnail(photo: Photo): Pixels {
    const { size, pixels } = photo;
    const small = thumbnailSize(size);
    return pixels
      ? thumbnailOf(pixels, small)
      : this.#scale(photo.surface, { x: 0, y: 0, ...size }, small, 'low');
  }

  /** Any region of a photo at any size, smoothed as well as the browser can; what was read before stays as it is. */
  of(photo: Photo): PixelSource {
    return { read: (region, size) => this.#scale(this.#part, this.#take(photo, region), size, 'high') };
  }

  /** Puts what is around a region on a canvas of its own. Returns where the region is on it. */
  #take(photo: Photo, { x, y, width, height }: Rect): Rect {
    const across = stretchAround(x, width, photo.size.width);
    const down = stretchAround(y, height, photo.size.height);
    resize(this.#part, { width: across.length, height: down.length });
    const { context } = this.#part;
    if (photo.pixels) {
      context.putImageData(
        photo.pixels,
        -across.from,
        -down.from,
        across.from,
        down.from,
        across.length,
        down.length,
      );
    } else {
      context.clearRect(0, 0, across.length, down.length);
      context.drawImage(photo.surface.image, -across.from, -down.from);
    }
    return { x: x - across.from, y: y - down.from, width, height };
  }

  #scale(shown: Surface, { x, y, width, height }: Rect, size: Size, smoothing: ImageSmoothingQuality) {
    const { canvas, context } = this.#scaled;
    resize(this.#scaled, {
      width: Math.max(canvas.width, size.width),
      height: Math.max(canvas.height, size.height),
    });
    context.imageSmoothingQuality = smoothing;
    context.clearRect(0, 0, size.width, size.height);
    context.drawImage(shown.image, x, y, width, height, 0, 0, size.width, size.height);
    return context.getImageData(0, 0, size.width, size.height);
  }
}

/** The pixels of a photo's side to take for some of them, of which some may lie beyond its ends. */
function stretchAround(start: number, length: number, side: number): { from: number; length: number } {
  const taken = Math.min(side, PART_SIZE_PX * Math.ceil((length + PART_START_PX) / PART_SIZE_PX));
  const first = PART_START_PX * Math.floor(start / PART_START_PX);
  return { from: Math.max(0, Math.min(first, side - taken)), length: taken };
}
