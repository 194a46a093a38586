import { chromium as playwright } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/chromium-flags.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import type { Engine } from './engine.ts';

/** Chromium, headless, by Playwright. */
export const chromium: Engine = {
  name: 'Chromium',
  driver: 'Playwright, headless',
  // `findBrowser` looks for others of its kind too, and installs Debian's.
  packages: [],
  programs: [],
  async start() {
    const browser = await playwright.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
    const page = await browser.newPage();
    return {
      version: `Chromium ${browser.version()}`,
      open: async (address) => {
        await page.goto(address);
      },
      run: (expression) => page.evaluate(expression),
      close: () => browser.close(),
    };
  },
};
