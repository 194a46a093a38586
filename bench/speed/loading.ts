import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import type { LongTask } from './page/page-start.ts';
import { start, type Side } from './side.ts';
import type { Sent, Site } from './site.ts';

/** What one start tells, milliseconds. */
export interface LoadingRun {
  /** From the start to the first hint, with everything in the HTTP cache and the camera permitted. */
  readonly toHint: number;
  readonly toPreview: number;
  /** Time over 50 ms of each task of the page's thread, from the opening of the page to the first hint. */
  readonly blocked: number;
}

const LONG_MS = 50;

/**
 * Opens a page, lets it rest as a person does before a click, and starts.
 *
 * @param stayMs How long the page stays after its first hint. Long tasks are told a moment later.
 */
export async function measureLoading(
  context: BrowserContext,
  site: Site,
  side: Side,
  stayMs = 200,
): Promise<LoadingRun> {
  const page = await context.newPage();
  try {
    await page.goto(site.server.origin + side.path);
    await sleep(500);
    const { startedAt, previewAt, firstHintAt } = await start(page, side);
    await sleep(stayMs);
    const tasks: LongTask[] = await page.evaluate(() => window.longTasks);
    return {
      toHint: firstHintAt - startedAt,
      toPreview: previewAt - startedAt,
      blocked: tasks
        .filter(({ startTime }) => startTime < firstHintAt)
        .reduce((sum, { duration }) => sum + duration - LONG_MS, 0),
    };
  } finally {
    await page.close();
  }
}

/** Bytes of bodies that a browser with an empty cache gets until the first hint. */
export async function measureBytes(browser: Browser, site: Site, side: Side): Promise<readonly Sent[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    site.sent.length = 0;
    await page.goto(site.server.origin + side.path);
    await start(page, side);
    // What the benchmark itself adds to the page of the element.
    return site.sent.filter(({ path }) => path !== '/bench/element.js');
  } finally {
    await context.close();
  }
}
