import '../guard-bench.js';
import type { SceneResult } from '../result.js';
import { BenchEngine } from './engine.js';
import { frontalOf, loadPerson, type Person, type PhotoRow } from './person.js';
import { filmScenes, runScene } from './run-scene.js';
import type { Scene } from './scene.js';
import { canonicalFaceOf, type CanonicalFace } from './canonical.js';
import { angleScenes, canonicalScenes } from './scenes-angle.js';
import { cleanScenes } from './scenes-clean.js';
import { coveredScenes } from './scenes-covered.js';
import { framingScenes } from './scenes-framing.js';
import { lightScenes } from './scenes-light.js';
import { noseScenes } from './scenes-noses.js';
import { photographedScenes } from './scenes-photographed.js';
import { trainingScenes } from './scenes-training.js';

const FAMILIES = [cleanScenes, coveredScenes, framingScenes, lightScenes, angleScenes];

let engine: BenchEngine | null = null;
let scenes = new Map<string, Scene>();

globalThis.guardBench = {
  async open(what) {
    engine ??= await BenchEngine.open();
    const people = await loadPeople(engine);
    const listed =
      what === 'training'
        ? allTrainingScenes(people.filter(({ fault }) => fault === null))
        : benchmarkScenes(people, canonicalFaceOf(await loadBundle()));
    scenes = new Map(listed.map((scene) => [scene.id, scene]));
    return listed.map(({ id, kind }) => ({ id, kind }));
  },
  async run(ids, options) {
    if (!engine) throw new Error('Call open() first.');
    const results: SceneResult[] = [];
    for (const id of ids) results.push(await runScene(sceneOf(id), engine, options));
    return results;
  },
  film(ids) {
    if (!engine) throw new Error('Call open() first.');
    return filmScenes(ids.map(sceneOf), engine);
  },
};

function sceneOf(id: string): Scene {
  const scene = scenes.get(id);
  if (!scene) throw new Error(`There is no scene ${id}.`);
  return scene;
}

async function loadPeople(engine: BenchEngine): Promise<Person[]> {
  const { photos } = (await (await fetch('/test/fixtures/photos.json')).json()) as { photos: PhotoRow[] };
  const people: Person[] = [];
  for (const row of photos) {
    const person = await loadPerson(row, engine);
    if (!person) continue;
    if (person.fault !== null) people.push(person);
    const frontal = await frontalOf(row, person, engine);
    if (frontal) people.push(frontal);
  }
  return people;
}

async function loadBundle(): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch('/mediapipe/face_landmarker.task')).arrayBuffer());
}

function allTrainingScenes(people: readonly Person[]): Scene[] {
  return [...people.flatMap(trainingScenes), ...people.flatMap((person) => noseScenes(person, people))];
}

function benchmarkScenes(people: readonly Person[], canonical: CanonicalFace): Scene[] {
  const clean = people.filter(({ fault, eyesClosed }) => fault === null && !eyesClosed);
  return [
    ...clean.flatMap((person) => FAMILIES.flatMap((family) => family(person, clean))),
    ...clean.flatMap((person) => canonicalScenes(person, canonical)),
    ...people.filter(({ fault }) => fault !== null).flatMap(photographedScenes),
  ];
}
