import type { Browser } from 'playwright-core';
import type { Size } from '../../src/types/frame.ts';
import type { Placement } from '../../test/helpers/scenes.ts';
import { launchWith } from './camera-browser.ts';
import type { Films } from './films.ts';
import { measureFrames, watchFrames, type FrameRun, type Period } from './frames.ts';
import { processesOf } from './memory.ts';
import { ELEMENT, start } from './side.ts';
import type { Site } from './site.ts';
import { slowDown } from './slow-down.ts';

/** One row of a table of how cost grows. */
export interface ScaleRow {
  readonly name: string;
  readonly runs: readonly FrameRun[];
}

export interface ScaleInput {
  readonly films: Films;
  readonly site: Site;
  readonly size: Size;
  readonly period: Period;
  readonly runs: number;
}

/** Within the central portrait crop of a wide frame, which is 0.42 of its width. */
const CROWDS: readonly (readonly Placement[])[] = [
  [{ file: 'christian.jpg', faceHeight: 0.3 }],
  [
    { file: 'christian.jpg', faceHeight: 0.3, centre: { x: 0.41, y: 0.5 } },
    { file: 'astronaut.png', faceHeight: 0.3, centre: { x: 0.59, y: 0.5 } },
  ],
  [
    { file: 'christian.jpg', faceHeight: 0.2, centre: { x: 0.35, y: 0.5 } },
    { file: 'astronaut.png', faceHeight: 0.2, centre: { x: 0.45, y: 0.5 } },
    { file: 'christian.jpg', faceHeight: 0.2, centre: { x: 0.55, y: 0.5 } },
    { file: 'astronaut.png', faceHeight: 0.2, centre: { x: 0.65, y: 0.5 } },
  ],
];

/** 1, 2 and 4 people in the picture. */
export async function measureCrowds({ films, site, size, period, runs }: ScaleInput): Promise<ScaleRow[]> {
  const rows: ScaleRow[] = [];
  for (const people of CROWDS) {
    const film = await films.movingFaces(size, people, `people-${people.length}`);
    const browser = await launchWith(film);
    try {
      rows.push({
        name: String(people.length),
        runs: await repeat(runs, () => measureFrames(browser, site, ELEMENT, period)),
      });
    } finally {
      await browser.close();
    }
  }
  return rows;
}

/** 1, 2 and 4 elements on a page, each with its own camera stream. The frames are those of all of them. */
export async function measureElements({ films, site, size, period, runs }: ScaleInput): Promise<ScaleRow[]> {
  const browser = await launchWith(await films.movingFace(size));
  const rows: ScaleRow[] = [];
  for (const count of [1, 2, 4]) {
    const side = { ...ELEMENT, path: `${ELEMENT.path}?count=${count}` };
    rows.push({
      name: String(count),
      runs: await repeat(runs, () => measureFrames(browser, site, side, period)),
    });
  }
  await browser.close();
  return rows;
}

/** Chromium's own throttling, which slows the page's thread, and the whole process of the page slowed as much. */
export async function measureSlow({ films, site, size, period, runs }: ScaleInput): Promise<ScaleRow[]> {
  const browser = await launchWith(await films.movingFace(size));
  const rows: ScaleRow[] = [];
  for (const factor of [1, 4, 6]) {
    rows.push({
      name: `page’s thread ×${factor}`,
      runs: await repeat(runs, () => measureThrottled(browser, site, period, factor)),
    });
  }
  for (const factor of [4, 6]) {
    rows.push({
      name: `whole process ×${factor}`,
      runs: await repeat(runs, () => measureStopped(browser, site, period, factor)),
    });
  }
  await browser.close();
  return rows;
}

async function measureThrottled(
  browser: Browser,
  site: Site,
  period: Period,
  rate: number,
): Promise<FrameRun> {
  return onStartedPage(browser, site, async (page) => {
    const debug = await page.context().newCDPSession(page);
    await debug.send('Emulation.setCPUThrottlingRate', { rate });
    return watchFrames(page, ELEMENT, period);
  });
}

async function measureStopped(
  browser: Browser,
  site: Site,
  period: Period,
  factor: number,
): Promise<FrameRun> {
  return onStartedPage(browser, site, async (page) => {
    const renderers = await processesOf(browser, ['renderer']);
    const ends = renderers.map((id) => slowDown(id, factor));
    try {
      return await watchFrames(page, ELEMENT, period);
    } finally {
      await Promise.all(ends.map((end) => end()));
    }
  });
}

async function onStartedPage<Result>(
  browser: Browser,
  site: Site,
  work: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<Result>,
): Promise<Result> {
  const page = await browser.newPage();
  try {
    await page.goto(site.server.origin + ELEMENT.path);
    await start(page, ELEMENT, { isTimed: true });
    return await work(page);
  } finally {
    await page.close();
  }
}

async function repeat<Result>(times: number, work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < times; run += 1) results.push(await work());
  return results;
}
