import { MIN_PHOTO_SIDE_PX } from '../core/capture-frame.js';
import { CaptureError, isCaptureError } from '../core/errors.js';
import type { CaptureErrorCode } from '../core/errors.js';
import type { ImageHeader } from '../core/image-header.js';
import { imageTypeOf } from '../core/image-type.js';
import { readJpegHeader } from '../core/jpeg-header.js';
import { readPngHeader } from '../core/png-header.js';
import type { Size } from '../types/frame.js';
import { MAX_IMAGE_BYTES } from './encode-jpeg.js';
import { shrinkToJpeg } from './shrink-jpeg.js';

/** Larger pictures are refused before they are decoded: a small file can claim enough pixels to end a tab. */
const MAX_PIXELS = 50_000_000;
const MAX_SIDE_PX = 16_384;
/** The file is read into memory, and no camera makes JPEGs of that many pixels larger than this. */
const MAX_FILE_BYTES = 64_000_000;

export interface NormaliseCardOptions {
  /** Default: `MAX_IMAGE_BYTES`. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A card as it is sent: upright, without metadata, small enough. */
export interface NormalisedCard extends Size {
  /** JPEG or PNG, held in memory. */
  readonly image: Blob;
  /** False where the file went through untouched. */
  readonly reencoded: boolean;
}

/**
 * Makes a photo of an ID card fit to be sent. A JPEG is always encoded anew, since its metadata may tell
 * where it was taken; a PNG stays as it is where it is small and holds nothing but the picture.
 *
 * @throws {CaptureError} `CARD_NOT_AN_IMAGE`, `CARD_HEIC`, `CARD_CORRUPT`, `CARD_TOO_LARGE` or
 *   `CARD_TOO_SMALL`, all recoverable by choosing another file.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function normaliseCard(
  file: Blob,
  { maxBytes = MAX_IMAGE_BYTES, signal }: NormaliseCardOptions = {},
): Promise<NormalisedCard> {
  signal?.throwIfAborted();
  const type = cardTypeOf(await read(file.slice(0, 64)));
  if (file.size > MAX_FILE_BYTES) {
    throw refused('CARD_TOO_LARGE', `The file has ${file.size} bytes; at most ${MAX_FILE_BYTES} are read.`);
  }
  const bytes = await read(file);
  const header = checked(type === 'png' ? readPngHeader(bytes) : readJpegHeader(bytes));
  const source = new Blob([bytes], { type: `image/${type}` });
  signal?.throwIfAborted();
  const picture = await decode(source);
  const close = () => picture.close();
  // At once, since encoding may go on for a while after the person has left.
  signal?.addEventListener('abort', close, { once: true });
  try {
    signal?.throwIfAborted();
    const { width, height } = picture;
    checkSmallestSide(picture);
    if (type === 'png' && header.bare && source.size <= maxBytes) {
      return { image: source, width, height, reencoded: false };
    }
    return { ...(await shrink(picture, maxBytes, signal)), reencoded: true };
  } finally {
    signal?.removeEventListener('abort', close);
    close();
  }
}

const refused = (code: CaptureErrorCode, message: string, cause?: unknown): CaptureError =>
  new CaptureError(code, `${message} Choose another photo of the card.`, { cause, recoverable: true });

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw refused('CARD_CORRUPT', 'The file of the ID card could not be read.', cause);
  }
}

/** JPEG and PNG are what the endpoints take ("General Error List", OkayFace). */
function cardTypeOf(start: Uint8Array): 'jpeg' | 'png' {
  const type = imageTypeOf(start);
  switch (type) {
    case 'jpeg':
    case 'png':
      return type;
    case 'heic':
      throw refused(
        'CARD_HEIC',
        'The file is a HEIC photo, and only JPEG and PNG can be sent. An iPhone takes JPEG after Settings, ' +
          'Camera, Formats, Most Compatible.',
      );
    case 'gif':
    case 'webp':
    case 'avif':
    case 'bmp':
    case 'tiff':
    case 'pdf':
      throw refused('CARD_NOT_AN_IMAGE', `The file is ${type.toUpperCase()}; only JPEG and PNG can be sent.`);
    case null:
      throw refused('CARD_NOT_AN_IMAGE', 'The file is not an image; only JPEG and PNG can be sent.');
    default:
      return type satisfies never;
  }
}

function checked(header: ImageHeader | null): ImageHeader {
  if (!header) throw refused('CARD_CORRUPT', 'The image of the ID card has no readable header.');
  const { width, height } = header;
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_PIXELS) {
    throw refused(
      'CARD_TOO_LARGE',
      `The image of the ID card claims ${width}×${height} pixels; at most ${MAX_PIXELS} are decoded, ` +
        `and ${MAX_SIDE_PX} a side.`,
    );
  }
  if (!header.complete) throw refused('CARD_CORRUPT', 'The image of the ID card ends before its end.');
  return header;
}

async function decode(source: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw refused(
      'CARD_CORRUPT',
      'The image of the ID card is damaged; the browser cannot decode it.',
      cause,
    );
  }
}

function checkSmallestSide({ width, height }: Size): void {
  if (Math.min(width, height) >= MIN_PHOTO_SIDE_PX) return;
  throw refused(
    'CARD_TOO_SMALL',
    `The image of the ID card has ${width}×${height} pixels; each side needs ${MIN_PHOTO_SIDE_PX}.`,
  );
}

async function shrink(picture: ImageBitmap, maxBytes: number, signal: AbortSignal | undefined) {
  const tooLarge = (cause?: unknown) =>
    refused(
      'CARD_TOO_LARGE',
      `The image of the ID card, ${picture.width}×${picture.height}, does not fit into ${maxBytes} bytes.`,
      cause,
    );
  try {
    const shrunk = await shrinkToJpeg(picture, { maxBytes, minSidePx: MIN_PHOTO_SIDE_PX, signal });
    if (shrunk) return shrunk;
  } catch (cause) {
    if (!isCaptureError(cause)) throw cause;
    throw tooLarge(cause);
  }
  throw tooLarge();
}
