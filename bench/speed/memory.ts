import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { start, type Side } from './side.ts';
import type { Site } from './site.ts';

/** Megabytes of the page's process and of the one that draws, each shared page of memory counted in part. */
export interface MemoryRun {
  readonly early: number;
  readonly late: number;
}

const EARLY_MS = 10_000;
const LATE_MS = 60_000;

/**
 * Lets a side run for a minute. Linux only, since the browser tells of its memory without canvases and frames.
 *
 * @param browser A fresh one
 */
export async function measureMemory(browser: Browser, site: Site, side: Side): Promise<MemoryRun> {
  const page = await browser.newPage();
  await page.goto(site.server.origin + side.path);
  await start(page, side);
  await sleep(EARLY_MS);
  const early = await megabytesOf(browser);
  await sleep(LATE_MS - EARLY_MS);
  return { early, late: await megabytesOf(browser) };
}

/** Ids of the browser's processes of one kind. */
export async function processesOf(browser: Browser, kinds: readonly string[]): Promise<number[]> {
  const debug = await browser.newBrowserCDPSession();
  const { processInfo } = await debug.send('SystemInfo.getProcessInfo');
  await debug.detach();
  return processInfo.filter(({ type }) => kinds.includes(type)).map(({ id }) => id);
}

async function megabytesOf(browser: Browser): Promise<number> {
  const ids = await processesOf(browser, ['renderer', 'GPU']);
  const kilobytes = await Promise.all(
    ids.map(async (id) =>
      Number(/^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]),
    ),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
