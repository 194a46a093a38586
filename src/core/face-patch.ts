import type { Rect, Size } from '../types/frame.js';
import { grown, pointsWithin, type PointsPx } from './geometry.js';
import { lumaOf, type Pixels } from './pixels.js';

/** Where pixels of a photo come from. */
export interface PixelSource {
  /** RGBA of `region` (photo pixels; it may reach outside, where alpha is 0) scaled to `size`. */
  read(region: Rect, size: Size): Pixels;
}

/** A face cut out and scaled so that every face has the same height, which makes textures comparable. */
export interface FacePatch {
  readonly pixels: Pixels;
  /** Luma of each pixel. */
  readonly luma: Float32Array;
  /** Landmarks in pixels of the patch. */
  readonly points: PointsPx;
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
  return { pixels, luma: lumaOf(pixels), points: pointsWithin(points, region, size) };
}
