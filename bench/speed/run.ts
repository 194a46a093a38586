import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Size } from '../../src/types/frame.ts';
import { launchWith, launchWithCache } from './camera-browser.ts';
import { Films, nameOf } from './films.ts';
import { measureFrames, type FrameRun } from './frames.ts';
import { measureIdle } from './idle.ts';
import { measureBytes, measureLoading, type LoadingRun } from './loading.ts';
import { measureMemory, type MemoryRun } from './memory.ts';
import { measurePhoto, type PhotoRun } from './photo.ts';
import { measureCrowds, measureElements, measureSlow } from './scale.ts';
import { BARE_WORKER, ELEMENT, SIDES, type Side } from './side.ts';
import { hasGoogleBundle, openSite } from './site.ts';
import { speedTables, type SpeedResult } from './tables.ts';

/** `npm run bench:speed`: the built element beside the bare engine, prints the tables and writes them. */

const RESULTS = fileURLToPath(new URL('../results/speed.json', import.meta.url));
const PARTS = ['frames', 'loading', 'photo', 'memory', 'idle', 'scale'];
const MIDDLE: Size = { width: 1280, height: 720 };
/** Gives a photo of 960×1280. */
const PORTRAIT: Size = { width: 1080, height: 1920 };

const { values: given } = parseArgs({
  options: {
    parts: { type: 'string', default: PARTS.join(',') },
    sizes: { type: 'string', default: '640x480,1280x720,1920x1080' },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
  },
});
const wants = (part: string) => given.parts.split(',').includes(part);
const runs = Number(given.runs);
const period = { warmUpMs: 1000, measureMs: 1000 * Number(given.seconds) };
const sizes = given.sizes.split(',').map((size): Size => {
  const [width, height] = size.split('x').map(Number);
  if (!width || !height) throw new Error(`--sizes takes 1280x720 and the like, not ${size}.`);
  return { width, height };
});

const films = await Films.open();
const site = await openSite({ isPacked: true });
if (!hasGoogleBundle) console.log('Google’s model is not beside this checkout: its rows are left out.');

const result: SpeedResult = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '{}')) as SpeedResult;
if (wants('frames')) {
  const bySize: Record<string, Record<string, FrameRun[]>> = {};
  for (const size of sizes) {
    const browser = await launchWith(await films.movingFace(size));
    bySize[nameOf(size)] = await interleaved(SIDES, (side) => measureFrames(browser, site, side, period));
    await browser.close();
  }
  result.frames = { ...result.frames, ...bySize };
}
if (wants('loading')) {
  const sides = [ELEMENT, BARE_WORKER];
  const film = await films.movingFace(MIDDLE);
  const warm = await launchWithCache(film);
  // Fills the cache; compiled code is kept from the second time on.
  for (const side of [...sides, ...sides]) await measureLoading(warm.context, site, side);
  result.loading = await interleaved<LoadingRun>(sides, (side) => measureLoading(warm.context, site, side));
  await warm.close();
  const browser = await launchWith(film);
  const bytes: NonNullable<SpeedResult['bytes']> = {};
  for (const side of sides) {
    const sent = await measureBytes(browser, site, side);
    const total = sent.reduce((sum, file) => sum + file.bytes, 0);
    Object.assign(bytes, { [side.name]: { total, files: sent.map(({ path }) => path) } });
  }
  result.bytes = bytes;
  await browser.close();
}
if (wants('photo')) {
  const browser = await launchWith(await films.arrival(PORTRAIT, 0.36));
  const photos: PhotoRun[] = [];
  for (let run = 0; run < runs; run += 1) photos.push(await measurePhoto(browser, site));
  result.photo = photos;
  await browser.close();
}
if (wants('memory')) {
  const film = await films.movingFace(MIDDLE);
  result.memory = await interleaved<MemoryRun>(
    [ELEMENT, BARE_WORKER],
    async (side) => {
      const browser = await launchWith(film);
      const memory = await measureMemory(browser, site, side);
      await browser.close();
      return memory;
    },
    Math.min(runs, 2),
  );
}
if (wants('idle')) {
  const browser = await launchWith(await films.movingFace(MIDDLE));
  result.idle = await measureIdle(browser, site);
  await browser.close();
}
if (wants('scale')) {
  const input = { films, site, size: MIDDLE, period, runs: Math.min(runs, 3) };
  result.crowds = await measureCrowds(input);
  result.elements = await measureElements(input);
  result.slow = await measureSlow(input);
}
await site.close();
await films.close();

await mkdir(fileURLToPath(new URL('../results/', import.meta.url)), { recursive: true });
await writeFile(RESULTS, `${JSON.stringify(result, null, 2)}\n`);
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n\n${speedTables(result)}`);

/** One run of each side after the other, so that what else the machine does hits all of them alike. */
async function interleaved<Run>(
  sides: readonly Side[],
  measure: (side: Side) => Promise<Run>,
  times = runs,
): Promise<Record<string, Run[]>> {
  const all: Record<string, Run[]> = Object.fromEntries(sides.map(({ name }) => [name, []]));
  for (let run = 0; run < times; run += 1) {
    for (const side of sides) all[side.name]?.push(await measure(side));
  }
  return all;
}
