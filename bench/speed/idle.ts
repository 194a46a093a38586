import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import type { StartOptions } from './page/page-start.ts';
import { ELEMENT, start } from './side.ts';
import type { Site } from './site.ts';

/** What the element does where there is nothing to do. */
export interface IdleRun {
  readonly name: string;
  readonly frames: number;
  /** Whether every camera track has been stopped. */
  readonly isCameraReleased: boolean;
}

const WATCH_MS = 3000;

/**
 * The photo under review and the result, for some seconds each. A hidden tab is not among them: a browser under test
 * keeps every page visible.
 */
export async function measureIdle(browser: Browser, site: Site): Promise<IdleRun[]> {
  const untilPhoto = async (page: Page, options: Partial<StartOptions>, phase: string) => {
    await start(page, ELEMENT, { isTimed: true, isEndless: false, ...options });
    await page.waitForFunction(
      (wanted) => document.querySelector('okay-live-capture')?.phase === wanted,
      phase,
    );
  };
  return [
    await idle(browser, site, 'photo under review', (page) =>
      untilPhoto(page, { isReviewed: true }, 'review'),
    ),
    await idle(browser, site, 'result', (page) => untilPhoto(page, { posts: DEMO_JOURNEY_ID }, 'done')),
  ];
}

async function idle(
  browser: Browser,
  site: Site,
  name: string,
  reach: (page: Page) => Promise<void>,
): Promise<IdleRun> {
  const page = await browser.newPage();
  try {
    await page.goto(site.server.origin + ELEMENT.path);
    await reach(page);
    await sleep(500);
    const before = await analysed(page);
    await sleep(WATCH_MS);
    const frames = (await analysed(page)) - before;
    const isCameraReleased = await page.evaluate(() =>
      window.tracks.every((track) => track.readyState === 'ended'),
    );
    return { name, frames, isCameraReleased };
  } finally {
    await page.close();
  }
}

async function analysed(page: Page): Promise<number> {
  const counts = await Promise.all(
    page.workers().map((worker) => worker.evaluate(() => performance.getEntriesByName('frame').length)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
