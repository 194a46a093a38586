import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { writeGeneratedPart } from '../../scripts/generated-part.ts';
import { resultTables, type ToneTally } from './markdown.ts';
import { historyOf } from './history.ts';
import { missesPage } from './misses-page.ts';
import { runScenes } from './run-scenes.ts';
import type { SceneResult } from './result.ts';
import { tally } from './tally.ts';

/** `npm run bench:guards`: judges every labelled scene, prints the tables and writes them. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DOCS = at('../../docs/guards.md');
const RESULTS = at('../results/guards.json');
const MISSES = at('../results/misses/index.html');

/** Median luma of the skin in the photograph; the bounds part the people that there are. */
const TONES = [
  { tone: 'lighter, luma from 175', from: 175, to: 256 },
  { tone: 'medium, 140 to 175', from: 140, to: 175 },
  { tone: 'darker, under 140', from: 0, to: 140 },
];

const results = await runScenes({
  what: 'benchmark',
  onProgress: (done, all) => process.stderr.write(`\r${done} of ${all} scenes`),
});
process.stderr.write('\n');

const ofGroup = (group: SceneResult['group']) => tally(results.filter((result) => result.group === group));
const groups = { fitting: ofGroup('fitting'), heldOut: ofGroup('held-out') };
const tones: ToneTally[] = TONES.map(({ tone, from, to }) => ({
  tone,
  tally: tally(results.filter(({ skinLuma }) => skinLuma >= from && skinLuma < to)),
}));
const historyOfGroup = (group: SceneResult['group']) =>
  historyOf(results.filter((result) => result.group === group));
const history = { fitting: historyOfGroup('fitting'), heldOut: historyOfGroup('held-out') };
const tables = resultTables(groups, tones, history);
console.log(tables);

await mkdir(at('../results/misses/'), { recursive: true });
await writeFile(
  RESULTS,
  await format(JSON.stringify({ groups, tones, history }), {
    ...(await resolveConfig(RESULTS)),
    parser: 'json',
  }),
);
await writeFile(
  at('../results/misses/scenes.json'),
  JSON.stringify(results.map((result) => ({ ...result, picture: null }))),
);
await writeFile(MISSES, missesPage(results));
await writeGeneratedPart(DOCS, 'npm run bench:guards', tables);
console.log(`Every miss with its picture: ${MISSES}`);
