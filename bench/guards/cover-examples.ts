import sharp from 'sharp';
import { coverFeatures, type CoverTemplates } from '../../src/core/cover-features.ts';
import { EYE_POINTS, MOUTH_POINTS, NOSE_POINTS } from '../../src/core/cover-points.ts';
import { patchOf, type FacePatch } from '../../src/core/face-patch.ts';
import { distance } from '../../src/core/geometry.ts';
import { sampleMesh, type MeshSamples } from '../../src/core/mesh-samples.ts';
import { findSkin, measureLight, type Skin } from '../../src/core/skin.ts';
import { COVER_PARTS, type CoverPart } from '../../src/types/frame.ts';
import type { Example } from './fit-model.ts';
import type { SceneResult } from './result.ts';

/** A part counts as covered from this share of its pixels, and as bare up to the other; in between it teaches nothing. */
const COVERED_SHARE = 0.5;
const BARE_SHARE = 0.08;

/** A scene as the analyser measures it. */
export interface SeenScene {
  readonly scene: SceneResult;
  readonly face: FacePatch;
  readonly skin: Skin;
  readonly skinLuma: number;
}

/** @returns null where no face was found. */
export async function seenScene(scene: SceneResult): Promise<SeenScene | null> {
  const { patch, pose } = scene;
  if (!patch || !pose) return null;
  const { data, info } = await sharp(Buffer.from(patch.png.split(',')[1] ?? '', 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const face = patchOf(pixels, Float32Array.from(patch.points.flatMap(({ x, y }) => [x, y])));
  const skin = findSkin(face);
  return skin && { scene, face, skin, skinLuma: measureLight(face, skin, pose).medianLuma };
}

/** What a scene teaches about each part of the face. */
export function examplesOf(
  { scene, face, skin, skinLuma }: SeenScene,
  templates: CoverTemplates,
): { part: CoverPart; example: Example }[] {
  const { presenceLogit, file } = scene;
  const features = coverFeatures(face, skin, { skinLuma, presenceLogit }, templates);
  return COVER_PARTS.flatMap((part) => {
    const label = labelOf(scene, part);
    return label === null ? [] : [{ part, example: { features: features[part], label, person: file } }];
  });
}

/** How the uncovered parts of some people look on average. */
export function templatesOf(scenes: readonly SeenScene[]): CoverTemplates {
  const bare = (part: CoverPart) => scenes.filter(({ scene }) => labelOf(scene, part) === 0);
  const samples = (part: CoverPart, points: readonly number[], lids?: (share: number) => boolean) =>
    bare(part)
      .filter(({ scene }) => !lids || lids(scene.patch?.lidsShare ?? 0))
      .map(({ face }) => sampleMesh(face, points));
  const eyes = (lids?: (share: number) => boolean) => [
    ...samples('leftEye', EYE_POINTS.left, lids),
    ...samples('rightEye', EYE_POINTS.right, lids),
  ];
  const mouths = (isOpen: boolean) =>
    bare('mouth')
      .filter(({ face }) => isMouthOpen(face) === isOpen)
      .map(({ face }) => sampleMesh(face, MOUTH_POINTS));
  const nose = samples('nose', NOSE_POINTS);
  return {
    mouth: mean(mouths(false), 'luma'),
    mouthOpen: mean(mouths(true), 'luma'),
    mouthRedness: mean(mouths(false), 'redness'),
    mouthOpenRedness: mean(mouths(true), 'redness'),
    nose: mean(nose, 'luma'),
    noseRedness: mean(nose, 'redness'),
    eyeOpen: mean(
      eyes((share) => share < 0.3),
      'luma',
    ),
    eyeClosed: mean(
      eyes((share) => share > 0.9),
      'luma',
    ),
  };
}

/** Gap between the lips over the mouth's width, from which teeth and tongue show. */
const OPEN_MOUTH_RATIO = 0.2;

function isMouthOpen({ points }: FacePatch): boolean {
  return distance(points, 13, 14) > OPEN_MOUTH_RATIO * distance(points, 61, 291);
}

function labelOf({ kind, patch }: SceneResult, part: CoverPart): 0 | 1 | null {
  const share = kind === 'training/covered' ? (patch?.covered[part] ?? 0) : 0;
  if (share >= COVERED_SHARE) return 1;
  return share <= BARE_SHARE ? 0 : null;
}

/** Every scene counts alike, however strong its contrast. */
function mean(all: readonly MeshSamples[], what: keyof MeshSamples): number[] {
  const sum = new Float64Array(all[0]?.[what].length ?? 0);
  for (const samples of all) {
    const length = Math.hypot(...samples[what]) || 1;
    samples[what].forEach((value, place) => (sum[place] = (sum[place] ?? 0) + value / length));
  }
  const length = Math.hypot(...sum) || 1;
  return Array.from(sum, (value) => Number((value / length).toFixed(3)));
}
