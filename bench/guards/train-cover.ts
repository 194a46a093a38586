import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import sharp from 'sharp';
import { coverFeatures, COVER_PARTS, type CoverPart } from '../../src/core/cover-features.ts';
import type { CoverNetwork } from '../../src/core/cover-network.ts';
import { lumaOf } from '../../src/core/pixels.ts';
import { findSkin, measureLight } from '../../src/core/skin.ts';
import { fitNetwork, type Example } from './fit-network.ts';
import type { SceneResult } from './result.ts';
import { runScenes } from './run-scenes.ts';

/**
 * `tsx bench/guards/train-cover.ts`: fits the weights by which covers are told and writes `src/core/cover-weights.ts`.
 * Only people of the fitting group are looked at. The same scenes give the same weights.
 */
const WEIGHTS = fileURLToPath(new URL('../../src/core/cover-weights.ts', import.meta.url));
/** A part counts as covered from this share of its pixels, and as bare up to the other; in between it teaches nothing. */
const COVERED_SHARE = 0.5;
const BARE_SHARE = 0.08;

const cached = process.argv[2];
const results: SceneResult[] = cached
  ? (JSON.parse(await readFile(cached, 'utf8')) as SceneResult[])
  : await runScenes({ what: 'training', patches: true });

const examples: Record<'mouth' | 'nose' | 'eye', Example[]> = { mouth: [], nose: [], eye: [] };
for (const result of results) {
  for (const { part, example } of await examplesOf(result)) {
    examples[part === 'leftEye' || part === 'rightEye' ? 'eye' : part].push(example);
  }
}

const networks: Record<string, CoverNetwork> = {};
for (const [part, list] of Object.entries(examples)) {
  networks[part] = fitNetwork(list);
  const covered = list.filter(({ label }) => label === 1).length;
  console.log(`${part}: fitted to ${covered} covered and ${list.length - covered} bare`);
}
const source = `import type { CoverNetwork } from './cover-network.js';

/** Made by \`tsx bench/guards/train-cover.ts\`; not to be edited. */
export const COVER_WEIGHTS = ${JSON.stringify(networks)} satisfies Record<'mouth' | 'nose' | 'eye', CoverNetwork>;
`;
await writeFile(WEIGHTS, await format(source, { ...(await resolveConfig(WEIGHTS)), parser: 'typescript' }));

async function examplesOf(result: SceneResult): Promise<{ part: CoverPart; example: Example }[]> {
  const { patch, pose, eyeAspect, presenceLogit, kind, file } = result;
  if (!patch || !pose || !eyeAspect) return [];
  const { data, info } = await sharp(Buffer.from(patch.png.split(',')[1] ?? '', 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const points = Float32Array.from(patch.points.flatMap(({ x, y }) => [x, y]));
  const face = { pixels, luma: lumaOf(pixels), points };
  const skin = findSkin(face);
  if (!skin) return [];
  const [left = 0, right = 0] = eyeAspect;
  const features = coverFeatures(face, skin, {
    skinLuma: measureLight(face, skin, pose).medianLuma,
    eyeAspect: { left, right },
    presenceLogit,
  });
  return COVER_PARTS.flatMap((part) => {
    const share = kind === 'training/covered' ? patch.covered[part] : 0;
    if (share > BARE_SHARE && share < COVERED_SHARE) return [];
    return [
      { part, example: { features: features[part], label: share >= COVERED_SHARE ? 1 : 0, person: file } },
    ];
  });
}
