import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { CoverModel } from '../../src/core/cover-model.ts';
import { EYE_POINTS } from '../../src/core/cover-points.ts';
import { examplesOf, seenScene, templatesOf, type SeenScene } from './cover-examples.ts';
import { fitModel, heightOf, type Example, type FitOptions } from './fit-model.ts';
import type { SceneResult } from './result.ts';
import { runScenes } from './run-scenes.ts';

/**
 * `tsx bench/guards/train-cover.ts`: fits what covers are told by and writes `src/core/cover-weights.ts`. Only people of the
 * fitting group are looked at, and the same scenes give the same weights. Scenes are drawn once and kept in
 * `bench/results/cache`; delete it after a change of the generator.
 */
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const WEIGHTS = at('../../src/core/cover-weights.ts');
const CACHE = at('../results/cache/training.json');

const PARTS = ['mouth', 'nose', 'eye'] as const;
type Part = (typeof PARTS)[number];

/** Chosen by people of the fitting group who were left out of the fit. */
const OPTIONS: Readonly<Record<Part, FitOptions>> = {
  mouth: { decay: 0.03, signed: 0, signedDecay: 0 },
  nose: { decay: 0.03, signed: 0, signedDecay: 0 },
  eye: { decay: 0.03, signed: EYE_POINTS.left.length, signedDecay: 6 },
};
type Examples = Readonly<Record<Part, Example[]>>;

const seen: SeenScene[] = [];
for (const scene of await trainingScenes()) {
  const measured = await seenScene(scene);
  if (measured) seen.push(measured);
}
const people = [...new Set(seen.map(({ scene }) => scene.file))].sort();
// What a person is answered with must not have seen them, neither as a template nor as an example.
const leftOut = new Map(people.map((person) => [person, withoutPerson(person)]));
const templates = templatesOf(seen);
const examples = merged([...leftOut.values()].map(({ own }) => own));

const models: Record<string, CoverModel> = {};
for (const part of PARTS) {
  models[part] = fitModel(
    examples[part],
    (person) => {
      const { others, own } = leftOut.get(person) ?? withoutPerson(person);
      return { others: others[part], own: own[part] };
    },
    OPTIONS[part],
  );
  report(part, models[part]);
}
const source = `import type { CoverTemplates } from './cover-features.js';
import type { CoverModel } from './cover-model.js';

/** Made by \`tsx bench/guards/train-cover.ts\`; not to be edited. */
export const COVER_WEIGHTS = ${JSON.stringify(models)} satisfies Record<'mouth' | 'nose' | 'eye', CoverModel>;

/** Made by \`tsx bench/guards/train-cover.ts\`; not to be edited. */
// prettier-ignore
export const COVER_TEMPLATES: CoverTemplates = ${JSON.stringify(templates)};
`;
await writeFile(WEIGHTS, await format(source, { ...(await resolveConfig(WEIGHTS)), parser: 'typescript' }));

async function trainingScenes(): Promise<SceneResult[]> {
  if (existsSync(CACHE)) return JSON.parse(await readFile(CACHE, 'utf8')) as SceneResult[];
  const scenes = await runScenes({ what: 'training', patches: true });
  await mkdir(at('../results/cache/'), { recursive: true });
  await writeFile(CACHE, JSON.stringify(scenes));
  return scenes;
}

function withoutPerson(person: string): { others: Examples; own: Examples } {
  const others = seen.filter(({ scene }) => scene.file !== person);
  const templatesOfOthers = templatesOf(others);
  const own = seen.filter(({ scene }) => scene.file === person);
  return {
    others: merged(others.map((scene) => byPart(scene, templatesOfOthers))),
    own: merged(own.map((scene) => byPart(scene, templatesOfOthers))),
  };
}

function byPart(scene: SeenScene, known: typeof templates): Examples {
  const found: Examples = { mouth: [], nose: [], eye: [] };
  for (const { part, example } of examplesOf(scene, known)) {
    found[part === 'leftEye' || part === 'rightEye' ? 'eye' : part].push(example);
  }
  return found;
}

function merged(all: readonly Examples[]): Examples {
  return {
    mouth: all.flatMap(({ mouth }) => mouth),
    nose: all.flatMap(({ nose }) => nose),
    eye: all.flatMap(({ eye }) => eye),
  };
}

/** How each person fares who was left out of the fit, with the line of the final model. */
function report(part: Part, model: CoverModel): void {
  for (const person of people) {
    const own = examples[part].filter((example) => example.person === person);
    const share = (label: 0 | 1) => {
      const alike = own.filter((example) => example.label === label);
      const above = alike.filter(({ features }) => heightOf(model, features) > 0).length;
      return `${above} of ${alike.length}`;
    };
    console.log(`${part} ${person}: ${share(1)} covered and ${share(0)} bare ones called covered`);
  }
}
