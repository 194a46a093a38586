import { CaptureError } from '../core/errors.js';
import { observe } from '../core/observe.js';
import type { Observation } from '../types/frame.js';
import { encodeJpeg } from './encode-jpeg.js';
import type { Engine } from './engine.js';
import type { Photo } from './photo-slots.js';
import { pixelsOf, type Surface } from './surface.js';

/** A photo as it is sent: not mirrored, JPEG. */
export interface Still {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  /** JPEG quality that was used, 0.7 to 0.95. */
  readonly quality: number;
  /** The photo judged once more at full resolution. */
  readonly observation: Observation;
}

/**
 * Judges a photo at full resolution and encodes it.
 *
 * @param at Milliseconds on the clock of the frames.
 * @param scratch Overwritten.
 * @throws {CaptureError} `PHOTO_FAILED` where there is no photo or it cannot be encoded.
 */
export async function takeStill(
  photo: Photo | null,
  engine: Engine,
  at: number,
  scratch: Surface,
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
  const detections = engine.detect(surface.image, at);
  const pixels = pixelsOf(surface, scratch);
  const observation = observe({ at, photo: size, detections, pixels, wantLandmarks: false });
  const { image, quality } = await encodeJpeg(surface.canvas);
  return { image, ...size, quality, observation };
}
