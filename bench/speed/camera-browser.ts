import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.ts';
import { cameraFlags } from '../../test/e2e/fake-camera.ts';

const running = new Set<Pick<Browser, 'close'>>();

/** A Chromium whose camera plays a film. */
export async function launchWith(film: string): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: cameraFlags(film) });
  running.add(browser);
  browser.once('disconnected', () => running.delete(browser));
  return browser;
}

/** Ends what a part that failed has left behind, which would take time from the next one. */
export async function closeBrowsers(): Promise<void> {
  await Promise.allSettled([...running].map((browser) => browser.close()));
}

/** One that keeps its HTTP cache and its compiled code from page to page, as a person's own does. */
export async function launchWithCache(
  film: string,
): Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'okay-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findBrowser(),
    args: cameraFlags(film),
  });
  running.add(context);
  context.once('close', () => running.delete(context));
  return {
    context,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
