import type { Rect, Size } from '../types/frame.js';

/** The part of the camera frame that is shown, judged and sent. */
export interface CaptureFrame {
  /** In camera pixels. Integers, even where the camera allows it, as chroma subsampled frames want them. */
  readonly crop: Rect;
  /** The photo as sent, in pixels: `crop` scaled down where it is large, never up. */
  readonly photo: Size;
}

/** Smallest side of a photo in pixels ("OkayFace image requirements", EMAS eKYC portal docs). */
export const MIN_PHOTO_SIDE_PX = 450;
/** Largest photo in pixels: enough for every documented face size, and a JPEG of it stays well under 3 MB. */
export const MAX_PHOTO: Size = { width: 960, height: 1280 };
const ASPECT = 3 / 4;

/**
 * The largest centred 3:4 portrait crop of a camera frame, widened towards square where it would be under 450 px wide.
 *
 * @param camera Size of the camera frame in pixels, as it stands upright.
 * @returns null where the camera frame is under 450 × 450 px.
 */
export function captureFrame(camera: Size): CaptureFrame | null {
  if (!(camera.width >= MIN_PHOTO_SIDE_PX && camera.height >= MIN_PHOTO_SIDE_PX)) return null;
  const exactHeight = Math.min(camera.height, camera.width / ASPECT);
  const height = atLeastMinimum(exactHeight);
  const width = atLeastMinimum(exactHeight * ASPECT);
  const crop = {
    x: evenBelow((camera.width - width) / 2),
    y: evenBelow((camera.height - height) / 2),
    width,
    height,
  };
  const scale = Math.min(1, MAX_PHOTO.width / width, MAX_PHOTO.height / height);
  return { crop, photo: { width: Math.round(width * scale), height: Math.round(height * scale) } };
}

/**
 * Size at which frames are analysed: the photo, scaled down where it is higher than `maxHeight` pixels. The landmark
 * network looks at 256 px of the face and takes single pixels out of larger pictures, which makes it waver. Handing over
 * a photo of 720 as it is costs less time than scaling it, and changes no angle by more than a degree.
 */
export function analysisSize(photo: Size, maxHeight = 720): Size {
  const scale = Math.min(1, maxHeight / photo.height);
  return { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) };
}

function evenBelow(px: number): number {
  return 2 * Math.floor(px / 2);
}

function atLeastMinimum(px: number): number {
  return Math.max(MIN_PHOTO_SIDE_PX, evenBelow(px));
}
