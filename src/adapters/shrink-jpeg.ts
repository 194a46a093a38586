import { CaptureError } from '../core/errors.js';
import type { Size } from '../types/frame.js';
import { encodeJpegWithin } from './encode-jpeg.js';

/** Safari draws nothing on larger canvases. */
const MAX_CANVAS_PIXELS = 16_777_216;

/** Each step leaves 64 % of the pixels. */
const SCALE_STEP = 0.8;

export interface ShrinkOptions {
  readonly maxBytes: number;
  /** The shorter side is never scaled under this many pixels. */
  readonly minSidePx: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ShrunkImage extends Size {
  readonly image: Blob;
}

/**
 * Encodes a picture as JPEG of at most `maxBytes`: by lower quality first, then by fewer pixels too. What was
 * transparent becomes white, as paper is.
 *
 * @returns null where it does not fit at the smallest allowed size.
 * @throws {CaptureError} `PHOTO_FAILED` where the browser cannot draw or encode it.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function shrinkToJpeg(
  picture: ImageBitmap,
  { maxBytes, minSidePx, signal }: ShrinkOptions,
): Promise<ShrunkImage | null> {
  const smallest = minSidePx / Math.min(picture.width, picture.height);
  let scale = Math.min(1, Math.sqrt(MAX_CANVAS_PIXELS / (picture.width * picture.height)));
  for (;;) {
    const width = Math.max(minSidePx, Math.floor(picture.width * scale));
    const height = Math.max(minSidePx, Math.floor(picture.height * scale));
    const encoded = await encodeJpegWithin(draw(picture, { width, height }), {
      maxBytes,
      ...(signal ? { signal } : {}),
    });
    if (encoded) return { image: encoded.image, width, height };
    if (scale <= smallest) return null;
    scale = Math.max(smallest, scale * SCALE_STEP);
  }
}

function draw(picture: ImageBitmap, { width, height }: Size): OffscreenCanvas | HTMLCanvasElement {
  const { canvas, context } = canvasOf(width, height);
  if (!context) {
    throw new CaptureError('PHOTO_FAILED', `The browser has no canvas of ${width}×${height} left.`);
  }
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

function canvasOf(width: number, height: number) {
  if (typeof OffscreenCanvas === 'function') {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return { canvas, context: canvas.getContext('2d') };
}
