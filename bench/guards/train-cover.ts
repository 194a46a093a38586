import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { CoverModel } from '../../src/core/cover-model.ts';
import { examplesOf } from './cover-examples.ts';
import { fitModel, type Example } from './fit-model.ts';
import type { SceneResult } from './result.ts';
import { runScenes } from './run-scenes.ts';

/**
 * `tsx bench/guards/train-cover.ts`: fits the weights by which covers are told and writes `src/core/cover-weights.ts`.
 * Only people of the fitting group are looked at. The same scenes give the same weights.
 */
const WEIGHTS = fileURLToPath(new URL('../../src/core/cover-weights.ts', import.meta.url));

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

const models: Record<string, CoverModel> = {};
for (const [part, list] of Object.entries(examples)) {
  models[part] = fitModel(list);
  const covered = list.filter(({ label }) => label === 1).length;
  console.log(`${part}: fitted to ${covered} covered and ${list.length - covered} bare`);
}
const source = `import type { CoverModel } from './cover-model.js';

/** Made by \`tsx bench/guards/train-cover.ts\`; not to be edited. */
export const COVER_WEIGHTS = ${JSON.stringify(models)} satisfies Record<'mouth' | 'nose' | 'eye', CoverModel>;
`;
await writeFile(WEIGHTS, await format(source, { ...(await resolveConfig(WEIGHTS)), parser: 'typescript' }));
