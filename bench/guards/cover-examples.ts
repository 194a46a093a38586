import sharp from 'sharp';
import { coverInputs, type CoverInputs } from '../../src/core/cover-features.ts';
import { eyeAspects } from '../../src/core/eyes.ts';
import { patchOf } from '../../src/core/face-patch.ts';
import { findSkin } from '../../src/core/skin.ts';
import type { Example } from './fit-net.ts';
import { COVERED_SHARE, type PatchRecord, type SceneResult } from './result.ts';

/** Up to this share of its pixels, a part counts as bare; between it and `COVERED_SHARE` it teaches nothing. */
const BARE_SHARE = 0.08;
/** A lid that is lowered so far closes the eye, and one up to the other leaves it open; a squint is no closed eye. */
const CLOSED_SHARE = 0.9;
const OPEN_SHARE = 0.5;

/** Of the eyes, one example for each. */
export type PartExamples = Readonly<Record<keyof CoverInputs, readonly Example[]>>;

/** @returns what a scene teaches about each part of the face; null where no face was found. */
export async function examplesOf({
  patch,
  pose,
  presenceLogit,
  file,
  kind,
}: SceneResult): Promise<PartExamples | null> {
  if (!patch || !pose) return null;
  const { data, info } = await sharp(Buffer.from(patch.png.split(',')[1] ?? '', 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const face = patchOf(pixels, Float32Array.from(patch.points.flatMap(({ x, y }) => [x, y])));
  const skin = findSkin(face);
  if (!skin) return null;
  const inputs = coverInputs(face, skin, { presenceLogit, eyeAspect: eyeAspects(face.points, pose) });
  const { covered } = patch;
  const most = Math.max(...Object.values(covered));
  const isAlone = Object.values(covered).filter((share) => share >= COVERED_SHARE).length <= 1;
  const labelled = (part: keyof CoverInputs, labels: readonly Label[]): Example[] =>
    inputs[part].flatMap((input, place) => {
      const label = labels[place] ?? null;
      return label === null ? [] : [{ inputs: input, label, person: file, donors: patch.donors, isAlone }];
    });
  const nose = labelled('nose', [coverLabel(covered.nose, most)]);
  // What they show of mouths and eyes is beside their point, and would outweigh the scenes made for those.
  if (kind.startsWith('training-nose/')) return { mouth: [], nose, eyes: [], lids: [] };
  return {
    mouth: labelled('mouth', [coverLabel(covered.mouth, most)]),
    nose,
    eyes: labelled('eyes', [coverLabel(covered.leftEye, most), coverLabel(covered.rightEye, most)]),
    lids: labelled('lids', closedLabels(patch)),
  };
}

type Label = Example['label'] | null;

/** Bare is what belongs to a face without any cover: beside one, either answer is as good. */
function coverLabel(share: number, most: number): Label {
  if (share >= COVERED_SHARE) return 1;
  return most <= BARE_SHARE ? 0 : null;
}

/** Open is an eye beside an open one: beside a closed one, either answer is as good. */
function closedLabels({ lids, covered }: PatchRecord): readonly Label[] {
  if (!lids || Math.max(covered.leftEye, covered.rightEye) > BARE_SHARE) return [];
  const isOpen = Math.max(lids.left, lids.right) <= OPEN_SHARE;
  return [lids.left, lids.right].map((share) => (share >= CLOSED_SHARE ? 1 : isOpen ? 0 : null));
}
