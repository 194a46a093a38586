import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { heightOf, type CoverNet } from '../../src/core/cover-net.ts';
import type { CoverInputs } from '../../src/core/cover-features.ts';
import { writeGeneratedPart } from '../../scripts/generated-part.ts';
import { examplesOf, type PartExamples } from './cover-examples.ts';
import { fitNets, shipped, type Example, type FitOptions } from './fit-net.ts';
import { leftOutTable, type LeftOutTally } from './left-out-table.ts';
import type { SceneResult } from './result.ts';
import { runScenes } from './run-scenes.ts';

/**
 * `npm run train:covers`: fits what covers and closed lids are told by and writes `src/core/cover-weights.ts`. Only people of the
 * fitting group are looked at, and the same scenes give the same weights. Scenes are drawn once and kept in
 * `bench/results/cache`; delete it after a change of the generator.
 */
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DOCS = at('../../docs/guards.md');
const WEIGHTS = at('../../src/core/cover-weights.ts');
const CACHE = at('../results/cache/training.jsonl');

type Part = keyof CoverInputs;

/**
 * Chosen, as the features are, by people of the fitting group who were left out of the fit. Two networks for the nose and for what is
 * told by the eyes, where one fit differs most from another.
 */
const USUAL: FitOptions = { nets: 1, units: 8, epochs: 25, decay: 1e-3, noise: 0.4, dropped: 0.2 };
const OPTIONS: Readonly<Record<Part, FitOptions>> = {
  mouth: USUAL,
  nose: { ...USUAL, nets: 2, decay: 3e-3, dropped: 0.4 },
  eyes: { ...USUAL, nets: 2 },
  lids: { ...USUAL, nets: 2 },
};
/**
 * Share of the bare scenes of people who were left out that the line must not call covered, or closed: of all together, or of
 * each of them. They are harder than clean scenes are: of the benchmark's 170 clean scenes of the fitting group, each judged by
 * networks that had not seen its person, the lines of the eyes call one covered and one closed, and that of the nose none. False
 * alarms at the nose are nearly all of three people of six, so that all together tell little of the next one.
 */
const QUIET: Readonly<Record<Part, { readonly share: number; readonly of: 'all' | 'each' }>> = {
  mouth: { share: 0.96, of: 'all' },
  nose: { share: 0.985, of: 'each' },
  eyes: { share: 0.945, of: 'all' },
  lids: { share: 0.985, of: 'all' },
};
const PARTS = Object.keys(QUIET) as Part[];

if (!existsSync(CACHE)) await drawScenes();
const seen: PartExamples[] = [];
for await (const scene of keptScenes()) {
  const examples = await examplesOf(scene);
  if (examples) seen.push(examples);
}
console.log(`${seen.length} scenes`);

const leftOut: LeftOutTally[] = [];
const nets: Partial<Record<Part, CoverNet>> = {};
for (const part of PARTS) nets[part] = fit(part);
const source = `import type { CoverInputs } from './cover-features.js';
import type { CoverNet } from './cover-net.js';

/** Made by \`npm run train:covers\`; not to be edited. */
// prettier-ignore
export const COVER_NETS: Readonly<Record<keyof CoverInputs, CoverNet>> = ${JSON.stringify(nets)};
`;
await writeFile(WEIGHTS, await format(source, { ...(await resolveConfig(WEIGHTS)), parser: 'typescript' }));
await writeGeneratedPart(DOCS, 'npm run train:covers', leftOutTable(leftOut));

function tallyOf(part: string, person: string, answered: readonly Answered[], line: number): LeftOutTally {
  const own = answered.filter((scene) => scene.person === person);
  const [covered, bare] = [own.filter(({ label }) => label === 1), own.filter(({ label }) => label === 0)];
  const above = (scenes: readonly Answered[]) => scenes.filter(({ height }) => height > line).length;
  const tally = {
    part,
    person,
    covered: covered.length,
    found: above(covered),
    bare: bare.length,
    falseAlarms: above(bare),
  };
  console.log(tally);
  return tally;
}

/** What a scene's highest answer was, and what it should have been. */
interface Answered {
  readonly person: string;
  readonly label: Example['label'];
  /** Whether nothing but this part is covered. */
  readonly isAlone: boolean;
  readonly height: number;
}

/** Fits on everybody, and draws the line where people who were left out of a fit stay quiet. */
function fit(part: Part): CoverNet {
  const scenes = withBothLabels(seen.flatMap((scene) => (scene[part].length > 0 ? [scene[part]] : [])));
  const people = [...new Set(scenes.flat().map(({ person }) => person))].sort();
  const answered = people.flatMap((who) => {
    const others = scenes.filter((scene) => !isSeen(scene, who));
    const own = scenes.filter((scene) => isOnly(scene, who));
    const net = shipped(fitNets(others.flat(), OPTIONS[part]), 0);
    return own.map((scene): Answered => ({
      person: who,
      label: labelOf(scene),
      isAlone: scene.every(({ isAlone }) => isAlone),
      height: Math.max(...scene.map(({ inputs }) => heightOf(net, inputs))),
    }));
  });
  const line = lineOf(part, answered);
  for (const person of people) leftOut.push(tallyOf(part, person, answered, line));
  if (part === 'nose') {
    const alone = answered.filter(({ isAlone }) => isAlone);
    for (const person of people) leftOut.push(tallyOf('nose alone', person, alone, line));
  }
  return shipped(fitNets(scenes.flat(), OPTIONS[part]), line);
}

function lineOf(part: Part, answered: readonly Answered[]): number {
  const { share, of } = QUIET[part];
  const bare = answered.filter(({ label }) => label === 0);
  const groups =
    of === 'all'
      ? [bare]
      : [...new Set(bare.map(({ person }) => person))].map((who) =>
          bare.filter(({ person }) => person === who),
        );
  return Math.max(
    ...groups.map((group) => {
      const heights = group.map(({ height }) => height).sort((one, other) => one - other);
      return heights[Math.floor(share * heights.length)] ?? 0;
    }),
  );
}

type SceneExamples = readonly Example[];

/** A scene that shows features of two people belongs to both. */
function isSeen([example]: SceneExamples, who: string): boolean {
  return example?.person === who || (example?.donors.includes(who) ?? false);
}

function isOnly([example]: SceneExamples, who: string): boolean {
  return example?.person === who && example.donors.length === 0;
}

function labelOf(scene: SceneExamples): Example['label'] {
  return scene.some(({ label }) => label === 1) ? 1 : 0;
}

/** Whoever is seen in one way only, with closed eyes for example, would teach who they are. */
function withBothLabels(scenes: readonly SceneExamples[]): readonly SceneExamples[] {
  const labels = new Set(scenes.flat().map(({ person, label }) => `${person} ${label}`));
  return scenes.filter(
    ([example]) => labels.has(`${example?.person} 0`) && labels.has(`${example?.person} 1`),
  );
}

async function drawScenes(): Promise<void> {
  const scenes = await runScenes({
    what: 'training',
    patches: true,
    onProgress: (done, all) => process.stderr.write(`\r${done} of ${all} scenes`),
  });
  await mkdir(at('../results/cache/'), { recursive: true });
  const file = createWriteStream(CACHE);
  for (const scene of scenes) if (!file.write(`${JSON.stringify(scene)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

async function* keptScenes(): AsyncGenerator<SceneResult> {
  for await (const line of createInterface({ input: createReadStream(CACHE) })) {
    yield JSON.parse(line) as SceneResult;
  }
}
