import sharp from 'sharp';
import { coverFeatures } from '../../src/core/cover-features.ts';
import { COVER_PARTS, type CoverPart } from '../../src/types/frame.ts';
import { patchOf } from '../../src/core/face-patch.ts';
import { findSkin, measureLight } from '../../src/core/skin.ts';
import type { Example } from './fit-model.ts';
import type { SceneResult } from './result.ts';

/** A part counts as covered from this share of its pixels, and as bare up to the other; in between it teaches nothing. */
const COVERED_SHARE = 0.5;
const BARE_SHARE = 0.08;

/** What a scene teaches about each part of the face. */
export async function examplesOf(result: SceneResult): Promise<{ part: CoverPart; example: Example }[]> {
  const { patch, pose, presenceLogit, kind, file } = result;
  if (!patch || !pose) return [];
  const { data, info } = await sharp(Buffer.from(patch.png.split(',')[1] ?? '', 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const points = Float32Array.from(patch.points.flatMap(({ x, y }) => [x, y]));
  const face = patchOf(pixels, points);
  const skin = findSkin(face);
  if (!skin) return [];
  const skinLuma = measureLight(face, skin, pose).medianLuma;
  const features = coverFeatures(face, skin, { skinLuma, presenceLogit });
  return COVER_PARTS.flatMap((part) => {
    const share = kind === 'training/covered' ? patch.covered[part] : 0;
    if (share > BARE_SHARE && share < COVERED_SHARE) return [];
    const label = share >= COVERED_SHARE ? 1 : 0;
    return [{ part, example: { features: features[part], label, person: file } }];
  });
}
