import { CaptureError } from '../core/errors.js';
import type { Observation } from '../types/frame.js';
import { encodeJpeg } from './encode-jpeg.js';
import type { Photo } from './photo.js';

/** A photo as it is sent: not mirrored, JPEG. */
export interface Still {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  /** JPEG quality that was used, 0.7 to 0.95. */
  readonly quality: number;
  /** The photo judged once more, as it is in the file. */
  readonly observation: Observation;
}

/**
 * Encodes a photo and judges the file, so that what is sent is what passed.
 *
 * @param judge Sees a picture as one who has nothing but that picture.
 * @throws {CaptureError} `PHOTO_FAILED` where there is no photo, or it cannot be encoded and read back.
 */
export async function takeStill(
  photo: Photo | null,
  judge: (picture: ImageBitmap) => Promise<Observation>,
): Promise<Still> {
  if (!photo) {
    throw new CaptureError(
      'PHOTO_FAILED',
      'No frame was kept to take the photo from. Take the photo again.',
      {
        recoverable: true,
      },
    );
  }
  const { size, surface } = photo;
  const { image, quality } = await encodeJpeg(surface.canvas);
  const observation = await judge(await decoded(image));
  return { image, ...size, quality, observation };
}

async function decoded(image: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image);
  } catch (cause) {
    throw new CaptureError(
      'PHOTO_FAILED',
      `The browser could not read back the photo that it encoded (${image.size} bytes). Take the photo again.`,
      { cause, recoverable: true },
    );
  }
}
