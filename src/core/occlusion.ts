import { FACE_REGIONS, type FaceRegion, type RegionMeasure } from '../types/frame.js';
import { colourDifference, medianColour } from './colour.js';
import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
import { FEATURE_OUTLINES, REGION_OUTLINES } from './landmarks.js';
import { Histogram, isInsidePhoto } from './pixels.js';
import type { Skin } from './skin.js';

const NOTHING_SEEN: RegionMeasure = { colourDistance: 0, texture: 0, contrast: 0 };
/** Under this luma, skin is noise, and contrast over it too. */
const DARKEST_SKIN_LUMA = 8;

/** Compares every region of the face with its own skin. */
export function measureRegions(
  patch: FacePatch,
  skin: Skin,
  skinLuma: number,
): Record<FaceRegion, RegionMeasure> {
  const measures = FACE_REGIONS.map((region) => {
    const outline = REGION_OUTLINES[region];
    const colour = medianColour(patch.pixels, patch.points, outline);
    if (!colour) return [region, NOTHING_SEEN] as const;
    const measure: RegionMeasure = {
      colourDistance: colourDifference(colour, skin.colour),
      texture: meanGradient(patch, outline),
      contrast: lumaRange(patch, FEATURE_OUTLINES[region]) / Math.max(skinLuma, DARKEST_SKIN_LUMA),
    };
    return [region, measure] as const;
  });
  return Object.fromEntries(measures) as Record<FaceRegion, RegionMeasure>;
}

function lumaRange({ pixels, luma, points }: FacePatch, outline: readonly number[]): number {
  const values = new Histogram();
  forEachPixelInside(points, outline, pixels, (pixel) => {
    if (isInsidePhoto(pixels, pixel)) values.add(luma[pixel] ?? 0);
  });
  return (values.quantile(0.9) ?? 0) - (values.quantile(0.1) ?? 0);
}

function meanGradient({ pixels, luma, points }: FacePatch, outline: readonly number[]): number {
  let [sum, count] = [0, 0];
  forEachPixelInside(points, outline, pixels, (pixel, x, y) => {
    if (x + 1 >= pixels.width || y + 1 >= pixels.height || !isInsidePhoto(pixels, pixel)) return;
    const here = luma[pixel] ?? 0;
    sum += Math.hypot((luma[pixel + 1] ?? here) - here, (luma[pixel + pixels.width] ?? here) - here);
    count += 1;
  });
  return count === 0 ? 0 : sum / count;
}
