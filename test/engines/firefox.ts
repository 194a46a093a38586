import { launch } from 'puppeteer-core';
import { startDisplay, type Display } from './display.ts';
import type { Engine, RunningEngine } from './engine.ts';

const PROGRAM = 'firefox-esr';

/** Firefox ESR by puppeteer over WebDriver BiDi, on a screen of its own: headless, it has no WebGL. */
export const firefox: Engine = {
  name: 'Firefox',
  driver: 'puppeteer over WebDriver BiDi, under Xvfb',
  packages: ['firefox-esr', 'xvfb'],
  programs: [PROGRAM, 'Xvfb'],
  start: async () => startFirefox(await startDisplay()),
};

/** Without a screen, and so without WebGL. */
export const headlessFirefox: Engine = {
  name: 'Firefox, headless',
  driver: 'puppeteer over WebDriver BiDi',
  packages: ['firefox-esr'],
  programs: [PROGRAM],
  start: () => startFirefox(null),
};

async function startFirefox(display: Display | null): Promise<RunningEngine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: `/usr/bin/${PROGRAM}`,
    headless: display === null,
    ...(display ? { env: { ...process.env, DISPLAY: display.name } } : {}),
  });
  const page = await browser.newPage();
  return {
    version: (await browser.version()).replace('/', ' '),
    open: async (address) => {
      await page.goto(address);
    },
    run: (expression) => page.evaluate(expression),
    close: async () => {
      await browser.close();
      await display?.close();
    },
  };
}
