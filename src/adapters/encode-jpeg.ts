import { CaptureError } from '../core/errors.js';

/**
 * Two images of this size in base64 (4/3 of the bytes) stay under the 5 MB that the portal takes in one request,
 * although each alone may have 3 MB ("Error List" and "OkayFace image requirements", EMAS eKYC portal docs).
 */
export const MAX_IMAGE_BYTES = 1_800_000;

/** From best to the lowest that the vendor accepts, 70 of 100 ("OkayLive image requirements", EMAS eKYC portal docs). */
export const JPEG_QUALITIES: readonly number[] = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7];

export interface EncodeJpegOptions {
  readonly maxBytes?: number;
  /** Tried in order, 0 to 1. Default: `JPEG_QUALITIES`. */
  readonly qualities?: readonly number[];
  readonly signal?: AbortSignal;
}

export interface EncodedJpeg {
  readonly image: Blob;
  /** The JPEG quality that was used, 0 to 1. */
  readonly quality: number;
}

/**
 * Encodes a canvas as JPEG at the best quality whose file is at most `maxBytes` long. Runs in workers and pages.
 *
 * @throws {CaptureError} `PHOTO_FAILED` where the canvas cannot be encoded, or is too long at the lowest quality.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function encodeJpeg(
  canvas: OffscreenCanvas | HTMLCanvasElement,
  options: EncodeJpegOptions = {},
): Promise<EncodedJpeg> {
  const encoded = await encodeJpegWithin(canvas, options);
  if (encoded) return encoded;
  throw new CaptureError(
    'PHOTO_FAILED',
    `A canvas of ${canvas.width}×${canvas.height} exceeds ${options.maxBytes ?? MAX_IMAGE_BYTES} bytes even ` +
      'at the lowest JPEG quality. Use fewer pixels.',
    { recoverable: true },
  );
}

/**
 * Like `encodeJpeg`, but null where the file is too long at the lowest quality, for callers that can scale down.
 *
 * @throws {CaptureError} `PHOTO_FAILED` where the canvas cannot be encoded.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function encodeJpegWithin(
  canvas: OffscreenCanvas | HTMLCanvasElement,
  { maxBytes = MAX_IMAGE_BYTES, qualities = JPEG_QUALITIES, signal }: EncodeJpegOptions = {},
): Promise<EncodedJpeg | null> {
  for (const quality of qualities) {
    signal?.throwIfAborted();
    const image = await toJpeg(canvas, quality);
    signal?.throwIfAborted();
    if (image.size <= maxBytes) return { image, quality };
  }
  return null;
}

async function toJpeg(canvas: OffscreenCanvas | HTMLCanvasElement, quality: number): Promise<Blob> {
  const type = 'image/jpeg';
  let image: Blob | null;
  try {
    image =
      'convertToBlob' in canvas
        ? await canvas.convertToBlob({ type, quality })
        : await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  } catch (cause) {
    throw notEncoded(canvas, cause);
  }
  // A canvas answers with PNG where it cannot write the type asked for.
  if (image?.type !== type) throw notEncoded(canvas);
  return image;
}

function notEncoded(canvas: { width: number; height: number }, cause?: unknown): CaptureError {
  return new CaptureError(
    'PHOTO_FAILED',
    `The browser could not encode a canvas of ${canvas.width}×${canvas.height} as JPEG. Take the photo again.`,
    { cause, recoverable: true },
  );
}
