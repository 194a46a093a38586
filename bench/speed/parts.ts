import type { Size } from '../../src/types/frame.ts';
import { launchWith, launchWithCache } from './camera-browser.ts';
import { nameOf, type Films } from './films.ts';
import { measureFrames, type FrameRun, type Period } from './frames.ts';
import { measureGarbage, type GarbageRun } from './garbage.ts';
import { measureIdle } from './idle.ts';
import { measureBytes, measureLoading, type LoadingRun } from './loading.ts';
import { measureMemory, type MemoryRun } from './memory.ts';
import { measurePhoto, type PhotoRun } from './photo.ts';
import { measureCrowds, measureElements, measureSlow } from './scale.ts';
import { measureSteps, type StepRow } from './steps.ts';
import { BARE_WORKER, ELEMENT, SIDES, type Side } from './side.ts';
import type { Site } from './site.ts';
import { LATER, type SpeedResult } from './tables.ts';

export interface PartInput {
  readonly films: Films;
  readonly site: Site;
  /** Sizes of the camera for `frames`; the other parts have their own. */
  readonly sizes: readonly Size[];
  readonly period: Period;
  readonly runs: number;
  /** What was measured before, of which a part may keep something. */
  readonly before: SpeedResult;
}

const MIDDLE: Size = { width: 1280, height: 720 };
/** Gives a photo of 960×1280. */
const PORTRAIT: Size = { width: 1080, height: 1920 };

/** What can be measured alone, in the order of the report. */
export const PARTS = {
  frames: measureSizes,
  steps: measureAllSteps,
  loading: measureStart,
  bytes: measureTransfer,
  photo: measurePhotos,
  memory: measureMemories,
  garbage: measureAllGarbage,
  idle: async ({ films, site }) => {
    const browser = await launchWith(await films.movingFace(MIDDLE));
    try {
      return { idle: await measureIdle(browser, site) };
    } finally {
      await browser.close();
    }
  },
  crowds: async (input) => ({ crowds: await measureCrowds(scaled(input)) }),
  elements: async (input) => ({ elements: await measureElements(scaled(input)) }),
  slow: async (input) => ({ slow: await measureSlow(scaled(input)) }),
} satisfies Record<string, (input: PartInput) => Promise<SpeedResult>>;

export type Part = keyof typeof PARTS;

function scaled({ runs, ...input }: PartInput) {
  return { ...input, size: MIDDLE, runs: Math.min(runs, 3) };
}

async function measureSizes({ films, site, sizes, period, runs, before }: PartInput): Promise<SpeedResult> {
  const bySize: Record<string, Record<string, readonly FrameRun[]>> = { ...before.frames };
  for (const size of sizes) {
    const browser = await launchWith(await films.movingFace(size));
    try {
      bySize[nameOf(size)] = await interleaved(SIDES, runs, (side) =>
        measureFrames(browser, site, side, period),
      );
    } finally {
      await browser.close();
    }
  }
  return { frames: bySize };
}

async function measureAllSteps({ films, site, sizes, before }: PartInput): Promise<SpeedResult> {
  const steps: Record<string, readonly StepRow[]> = { ...before.steps };
  for (const size of sizes) {
    const browser = await launchWith(await films.movingFace(size));
    try {
      steps[nameOf(size)] = await measureSteps(browser, site);
    } finally {
      await browser.close();
    }
  }
  return { steps };
}

/** Long enough for Chromium to compile the engine's busiest functions well, and to keep what it compiled. */
const LONG_VISIT_MS = 12_000;

async function measureStart({ films, site, runs }: PartInput): Promise<SpeedResult> {
  const sides = [ELEMENT, BARE_WORKER];
  const { context, close } = await launchWithCache(await films.movingFace(MIDDLE));
  const measured = () => interleaved<LoadingRun>(sides, runs, (side) => measureLoading(context, site, side));
  try {
    // Fills the HTTP cache, but goes too soon for the browser to keep any compiled code of the engine.
    for (const side of [...sides, ...sides]) await measureLoading(context, site, side);
    const loading = await measured();
    for (const side of sides) await measureLoading(context, site, side, LONG_VISIT_MS);
    const later = await measured();
    for (const [name, times] of Object.entries(later)) loading[`${name}${LATER}`] = times;
    return { loading };
  } finally {
    await close();
  }
}

async function measureTransfer({ films, site }: PartInput): Promise<SpeedResult> {
  const bytes: NonNullable<SpeedResult['bytes']> = {};
  const browser = await launchWith(await films.movingFace(MIDDLE));
  try {
    for (const side of [ELEMENT, BARE_WORKER]) {
      const sent = await measureBytes(browser, site, side);
      const total = sent.reduce((sum, file) => sum + file.bytes, 0);
      Object.assign(bytes, { [side.name]: { total, files: sent.map(({ path }) => path) } });
    }
  } finally {
    await browser.close();
  }
  return { bytes };
}

async function measurePhotos({ films, site, runs }: PartInput): Promise<SpeedResult> {
  const browser = await launchWith(await films.arrival(PORTRAIT, 0.36));
  const photo: PhotoRun[] = [];
  try {
    for (let run = 0; run < runs; run += 1) photo.push(await measurePhoto(browser, site));
  } finally {
    await browser.close();
  }
  return { photo };
}

/** Long enough for Chromium to have compiled the measures well. */
const GARBAGE = { warmUpMs: 10_000, measureMs: 5000 };

async function measureAllGarbage({ films, site, runs }: PartInput): Promise<SpeedResult> {
  const browser = await launchWith(await films.movingFace(MIDDLE));
  try {
    const garbage = await interleaved<GarbageRun>([ELEMENT, BARE_WORKER], Math.min(runs, 3), (side) =>
      measureGarbage(browser, site, side, GARBAGE),
    );
    return { garbage };
  } finally {
    await browser.close();
  }
}

async function measureMemories({ films, site, runs }: PartInput): Promise<SpeedResult> {
  const film = await films.movingFace(MIDDLE);
  const memory = await interleaved<MemoryRun>([ELEMENT, BARE_WORKER], Math.min(runs, 2), async (side) => {
    const browser = await launchWith(film);
    try {
      return await measureMemory(browser, site, side);
    } finally {
      await browser.close();
    }
  });
  return { memory };
}

/**
 * One run of each side after the other, so that what else the machine does hits all of them alike. A side without any run
 * is left out.
 */
async function interleaved<Run>(
  sides: readonly Side[],
  times: number,
  measure: (side: Side) => Promise<Run>,
): Promise<Record<string, Run[]>> {
  const all: Record<string, Run[]> = Object.fromEntries(sides.map(({ name }) => [name, []]));
  for (let run = 0; run < times; run += 1) {
    for (const side of sides) {
      const measured = await attempted(side.name, () => measure(side));
      if (measured !== null) all[side.name]?.push(measured);
    }
  }
  return Object.fromEntries(Object.entries(all).filter(([, runs]) => runs.length > 0));
}

/** Once more where it fails: a start that hangs once must not end the measurement of all others. */
async function attempted<Run>(name: string, measure: () => Promise<Run>): Promise<Run | null> {
  for (const what of ['is tried once more', 'is left out of this round']) {
    try {
      return await measure();
    } catch (error) {
      console.error(`  ${name} ${what}:`, error);
    }
  }
  return null;
}
