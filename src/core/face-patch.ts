import type { Rect, Size } from '../types/frame.js';
import { grown, pointsWithin, scaledPoints, type PointsPx } from './geometry.js';
import { isInsidePhoto, lumaAt, type Pixels } from './pixels.js';

/** Where pixels of a photo come from. */
export interface PixelSource {
  /** RGBA of `region` (photo pixels; it may reach outside, where alpha is 0) scaled to `size`. */
  read(region: Rect, size: Size): Pixels;
}

/** A face cut out and scaled so that every face has the same height, which makes textures comparable. */
export interface FacePatch {
  readonly pixels: Pixels;
  /** Landmarks in pixels of the patch. */
  readonly points: PointsPx;
  /** The patch at half its size, for what needs no detail: a quarter of the work, and less noise. */
  readonly half: HalfPatch;
}

/** Luma of a patch at half its size, and where the photo ends in it. */
export interface HalfPatch extends Size {
  readonly luma: Float32Array;
  readonly points: PointsPx;
  /** Whether all of it lies inside the photo, as it mostly does. */
  readonly isWhole: boolean;
  /** Whether a pixel lies inside the photo. */
  readonly isInside: (x: number, y: number) => boolean;
}

/**
 * Height in pixels to which a face is scaled. The smallest face that is allowed is some 290 px high (224 px wide), so
 * that a patch is never scaled up, and one of this size is read and measured in about a millisecond.
 */
export const PATCH_FACE_HEIGHT_PX = 192;
const MARGIN_SHARE = 0.06;

/** @param box Bounds of the face oval, photo pixels. */
export function readFacePatch(source: PixelSource, box: Rect, points: PointsPx): FacePatch {
  const region = grown(box, MARGIN_SHARE);
  const scale = PATCH_FACE_HEIGHT_PX / box.height;
  const size = { width: Math.ceil(region.width * scale), height: Math.ceil(region.height * scale) };
  const pixels = source.read(region, size);
  return patchOf(pixels, pointsWithin(points, region, size));
}

/** @param points Landmarks in pixels of the patch. */
export function patchOf(pixels: Pixels, points: PointsPx): FacePatch {
  return { pixels, points, half: halved(pixels, points) };
}

function halved(pixels: Pixels, points: PointsPx): HalfPatch {
  const [width, height] = [pixels.width >> 1, pixels.height >> 1];
  const half = new Float32Array(width * height);
  for (let y = 0, pixel = 0; y < height; y += 1) {
    let above = 2 * y * pixels.width;
    let below = above + pixels.width;
    for (let x = 0; x < width; x += 1, above += 2, below += 2, pixel += 1) {
      const upper = lumaAt(pixels, above) + lumaAt(pixels, above + 1);
      half[pixel] = (upper + lumaAt(pixels, below) + lumaAt(pixels, below + 1)) / 4;
    }
  }
  const isInside = (x: number, y: number) => isInsidePhoto(pixels, 2 * y * pixels.width + 2 * x);
  return {
    width,
    height,
    luma: half,
    points: scaledPoints(points, 0.5),
    // A photo has four corners: what has all of its own in it lies in it as a whole.
    isWhole: [0, width - 1].every((x) => isInside(x, 0) && isInside(x, height - 1)),
    isInside,
  };
}
