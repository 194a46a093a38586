import '../result.js';
import { openLandmarker, type Landmarker } from '../../../src/adapters/landmarker.js';
import { judge } from '../../../src/core/guards.js';
import { mergeLimits } from '../../../src/core/limits.js';
import type { Observation } from '../../../src/types/frame.js';
import { verdictKey } from '../../../src/core/steady.js';
import { BenchEngine } from '../../guards/page/engine.js';
import { loadPerson, type Person, type PhotoRow } from '../../guards/page/person.js';
import { CAMERAS } from '../../guards/page/scene.js';
import { newCanvas } from '../../guards/page/stage.js';
import type { PhotoResult, SequenceResult } from '../result.js';
import { play, type Played } from './play.js';
import { damageOf, drawFrame, milder, planSequence, type FramePlan } from './sequence.js';

const LIMITS = mergeLimits();
const NOBODY: Observation = {
  at: 0,
  frame: { width: 1, height: 1 },
  faces: [],
  face: null,
  frameLuma: 0,
};
/** A sequence is played in a circle; whoever has no photo after so many rounds gets none. */
const ROUNDS = 4;
/** Every third sequence has a blink. */
const BLINK_EVERY = 3;

interface Opened {
  /** The engine that takes photos, in a worker as on a page. */
  readonly landmarker: Landmarker;
  /** Another one, which has never seen the people whose photos it judges. */
  readonly alone: BenchEngine;
  readonly people: ReadonlyMap<string, Person>;
}

let opened: Opened | null = null;
let clock = 0;

globalThis.bestFrameBench = {
  async open() {
    const alone = await BenchEngine.open();
    const landmarker = await openLandmarker({
      assetBase: '/mediapipe',
      delegate: 'cpu',
      signal: new AbortController().signal,
    });
    const [people, leftOut] = [new Map<string, Person>(), [] as string[]];
    for (const person of await cleanPeople(alone)) {
      if (await canBeTaken(person, alone)) people.set(person.file, person);
      else leftOut.push(person.file);
    }
    opened = { landmarker, alone, people };
    return { people: [...people.keys()], leftOut };
  },
  async play(file, number) {
    const person = opened?.people.get(file);
    if (!opened || !person) throw new Error(`There is nobody called ${file}. Call open() first.`);
    const id = `${file}/${number}`;
    const blinks = number % BLINK_EVERY === 0;
    const frames: Frame[] = [];
    for (const plan of planSequence(id, blinks)) frames.push(await passing(person, plan, opened.alone));
    const played = await play(opened.landmarker, (at) => frameAt(frames, at), (clock += 60_000));
    const photo = played && (await judged(played, frames, opened.alone));
    return { id, file, group: person.group, blinks, photo } satisfies SequenceResult;
  },
};

async function cleanPeople(engine: BenchEngine): Promise<Person[]> {
  const { photos } = (await (await fetch('/test/fixtures/photos.json')).json()) as { photos: PhotoRow[] };
  const people: Person[] = [];
  for (const row of photos) {
    const person = row.fault === undefined ? await loadPerson(row, engine) : null;
    if (person) people.push(person);
  }
  return people;
}

/** Whether the undamaged frame passes. Where it does not, no sequence of this person has a best frame. */
async function canBeTaken(person: Person, engine: BenchEngine): Promise<boolean> {
  const [best] = planSequence('any', false).filter((frame) => damageOf(frame) === 0);
  if (!best) throw new Error('A sequence has no best frame.');
  return (await failingAlone(await drawFrame(person, best), engine)).length === 0;
}

interface Frame {
  readonly plan: FramePlan;
  readonly picture: ImageBitmap;
}

const MILDER = 0.7;
const ATTEMPTS = 8;
const EVERYTHING = new Set(judge(NOBODY, LIMITS).map(verdictKey));

/** The frame with as much of its damage as every guard lets pass, by the limits that hold when tremor is allowed for. */
async function passing(person: Person, planned: FramePlan, engine: BenchEngine): Promise<Frame> {
  let plan = planned;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const picture = await drawFrame(person, plan);
    if (plan.eyesClosed || damageOf(plan) === 0) return { plan, picture };
    const refusing = judge(await engine.settled(picture), LIMITS, EVERYTHING).filter(({ pass }) => !pass);
    if (refusing.length === 0) return { plan, picture };
    picture.close();
    plan = milder(
      plan,
      refusing.map(({ guard }) => guard),
      MILDER,
    );
  }
  return { plan, picture: await drawFrame(person, plan) };
}

/** The frames in a circle, each copied, as whoever analyses a frame closes it. */
function frameAt(frames: readonly Frame[], number: number): Promise<ImageBitmap | null> {
  const frame = frames[number % frames.length];
  return frame && number < ROUNDS * frames.length ? createImageBitmap(frame.picture) : Promise.resolve(null);
}

async function judged(
  { still, chosen, passed, takenAt, refused }: Played,
  frames: readonly Frame[],
  engine: BenchEngine,
): Promise<PhotoResult> {
  const planOf = (number: number) => {
    const plan = frames[number % frames.length]?.plan;
    if (!plan) throw new Error('A frame was chosen that was never shown.');
    return plan;
  };
  const damage = damageOf(planOf(chosen));
  const betterFrames = passed.filter((number) => damageOf(planOf(number)) < damage).length;
  const failing = await failingAlone(await createImageBitmap(still.image), engine);
  const { eyesClosed } = planOf(chosen);
  const isWrong = betterFrames > 2 || eyesClosed || failing.length > 0;
  return {
    betterFrames,
    frames: passed.length,
    tookMs: takenAt,
    eyesClosed,
    refused,
    failing,
    picture: isWrong ? await dataUrlOf(still.image) : null,
  };
}

/** Judges a picture as somebody does who has nothing else: nothing is followed from a picture before. */
async function failingAlone(picture: ImageBitmap, engine: BenchEngine): Promise<string[]> {
  await engine.observe(newCanvas(CAMERAS.vga));
  const verdicts = judge(await engine.observe(picture), LIMITS);
  return verdicts.filter(({ pass }) => !pass).map(verdictKey);
}

function dataUrlOf(image: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The photo could not be read.'));
    reader.readAsDataURL(image);
  });
}
