import { FACE_REGIONS, type FaceRegion, type RegionMeasure } from '../types/frame.js';
import { colourDifference, medianColour, type Lab } from './colour.js';
import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
import { REGION_OUTLINES } from './landmarks.js';
import { isInsidePhoto } from './pixels.js';

const NOTHING_SEEN: RegionMeasure = { colourDistance: 0, texture: 0 };

/** Compares every region of the face with its own skin. */
export function measureRegions(patch: FacePatch, skin: Lab): Record<FaceRegion, RegionMeasure> {
  const measures = FACE_REGIONS.map((region) => [region, measureRegion(patch, skin, region)] as const);
  return Object.fromEntries(measures) as Record<FaceRegion, RegionMeasure>;
}

function measureRegion(patch: FacePatch, skin: Lab, region: FaceRegion): RegionMeasure {
  const outline = REGION_OUTLINES[region];
  const colour = medianColour(patch.pixels, patch.points, outline);
  if (!colour) return NOTHING_SEEN;
  return { colourDistance: colourDifference(colour, skin), texture: meanGradient(patch, outline) };
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
