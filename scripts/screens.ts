import { mkdir, rm } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { startDemo } from '../test/e2e/demo-server.ts';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';
import { findBrowser } from './find-browser.ts';
import { playScene, raiseStage, sceneNames } from './stage-page.ts';

/**
 * `npm run screens`: a picture of every state on a phone, upright and on its side, a tablet and a desktop, light and
 * dark, in forced colours, with large text, in the languages with the longest texts and from right to left, into the
 * ignored folder `screens/`, to be looked at. Words after the command limit it to names that contain one of them.
 */
const FOLDER = 'screens';
const only = process.argv.slice(2);

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly lang?: string;
  /** Size of text, 1 is the browser's own. */
  readonly text?: number;
}

const PHONE = { width: 390, height: 844 } as const;
const LOOKS: readonly Look[] = [
  { ...PHONE, name: 'phone' },
  { ...PHONE, name: 'phone-dark', colorScheme: 'dark' },
  { ...PHONE, name: 'phone-large-text', text: 2 },
  { ...PHONE, name: 'phone-forced-colors', forcedColors: 'active', colorScheme: 'dark' },
  ...['ms', 'zh-Hans', 'zh-Hant', 'id', 'th', 'vi', 'fil', 'ta', 'km', 'my', 'ar'].map((lang) => ({
    ...PHONE,
    name: `phone-${lang}`,
    lang,
  })),
  { name: 'landscape', width: 844, height: 390 },
  { name: 'tablet', width: 820, height: 1180 },
  { name: 'desktop', width: 1280, height: 800 },
];

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
let count = 0;
try {
  for (const look of LOOKS) await shoot(look);
} finally {
  await browser.close();
  await demo.close();
}
console.log(`${count} pictures in ${FOLDER}/.`);

async function shoot({ name, width, height, lang = 'en', text = 1, ...media }: Look): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, ...media });
  try {
    await openPage(page, lang, text);
    for (const scene of await sceneNames(page)) {
      const file = `${name}-${scene}`;
      if (only.length > 0 && !only.some((word) => file.includes(word))) continue;
      await playScene(page, scene);
      await page.screenshot({ path: `${FOLDER}/${file}.png`, fullPage: true });
      count += 1;
    }
  } finally {
    await page.close();
  }
}

/** An empty page with the stage in it. */
async function openPage(page: Page, lang: string, text: number): Promise<void> {
  const url = `${demo.url}screens`;
  const body = `<!doctype html><html lang="${lang}" style="color-scheme: light dark; font-size: ${text * 100}%">
    <meta name="viewport" content="width=device-width"><title>Screens</title>
    <body style="margin: 0; padding: 0; background: light-dark(#eef2ef, #0b110e)"></body></html>`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(url);
  await raiseStage(page);
}
