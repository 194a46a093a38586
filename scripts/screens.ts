import { mkdir, rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { cardFile } from '../test/e2e/card-file.ts';
import { startDemo } from '../test/e2e/demo-server.ts';
import { browserWithCamera } from '../test/e2e/fake-camera.ts';
import { farFace, goodFace } from '../test/helpers/scenes.ts';

/**
 * `npm run screens`: a picture of every state on a phone, a tablet and a desktop, light and dark, with large text and from
 * right to left, into the ignored folder `screens/`, to be looked at. A word after the command limits it to names that
 * contain it.
 */
const FOLDER = 'screens';
const [only = ''] = process.argv.slice(2);

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly lang: string;
  /** Size of text, 1 is the browser's own. */
  readonly text: number;
}

const PHONE = { width: 390, height: 844, colorScheme: 'light', lang: 'en', text: 1 } as const;
const LOOKS: readonly Look[] = [
  { ...PHONE, name: 'phone' },
  { ...PHONE, name: 'phone-dark', colorScheme: 'dark' },
  { ...PHONE, name: 'phone-large-text', text: 2 },
  { ...PHONE, name: 'phone-arabic', lang: 'ar' },
  { ...PHONE, name: 'phone-tamil', lang: 'ta' },
  { ...PHONE, name: 'phone-burmese', lang: 'my' },
  { ...PHONE, name: 'tablet', width: 820, height: 1180 },
  { ...PHONE, name: 'desktop', width: 1280, height: 900 },
];

/** Goes from state to state; each name is a picture. */
const STATES: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['start', () => Promise.resolve()],
  [
    'seeking',
    (page) =>
      begin(page)
        .then(() => phase(page, 'seeking'))
        .then(() => hint(page)),
  ],
  ['holding', (page) => phase(page, 'holding')],
  ['review', (page) => phase(page, 'review').then(() => photo(page))],
  ['id-card', (page) => button(page, 0).then(() => phase(page, 'id-card'))],
  [
    'sending',
    (page) =>
      answer(page, 'slow')
        .then(() => giveCard(page))
        .then(() => phase(page, 'submitting')),
  ],
  ['done', (page) => phase(page, 'done')],
];

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
const [far, good] = await Promise.all([farFace(), goodFace()]);
let count = 0;
try {
  for (const look of LOOKS.filter(({ name }) => name.includes(only))) await shoot(look);
} finally {
  await demo.close();
}
console.log(`${count} pictures in ${FOLDER}/.`);

async function shoot({ name, width, height, colorScheme, lang, text }: Look): Promise<void> {
  const filmed = await browserWithCamera([
    { jpeg: far, seconds: 8 },
    { jpeg: good, seconds: 12 },
  ]);
  try {
    const page = await filmed.browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(demo.url);
    await page.evaluate(
      ([language, size]) => {
        const element = document.querySelector('okay-live-capture');
        if (!element) throw new Error('The demo has no element.');
        document.body.replaceChildren(element);
        document.documentElement.style.fontSize = `${Number(size) * 100}%`;
        element.lang = String(language);
        element.review = true;
      },
      [lang, text] as const,
    );
    for (const [state, go] of STATES) {
      await go(page);
      await page.screenshot({ path: `${FOLDER}/${name}-${state}.png` });
      count += 1;
    }
  } finally {
    await filmed.close();
  }
}

function begin(page: Page): Promise<void> {
  return button(page, 0);
}

async function button(page: Page, index: number): Promise<void> {
  await page.locator('okay-live-capture button').nth(index).click();
}

async function hint(page: Page): Promise<void> {
  await page.locator('okay-live-capture .arrow, okay-live-capture .sentence:not(:empty)').first().waitFor();
}

async function phase(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('okay-live-capture')?.phase === wanted,
    name,
    { timeout: 60_000 },
  );
}

async function photo(page: Page): Promise<void> {
  await page.locator('okay-live-capture img').evaluate((image: HTMLImageElement) => image.decode());
}

async function answer(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (wanted) => fetch('/__emulator/next', { method: 'POST', body: JSON.stringify({ answer: wanted }) }),
    name,
  );
}

async function giveCard(page: Page): Promise<void> {
  await page
    .locator('okay-id-card input[type=file]')
    .first()
    .setInputFiles(await cardFile());
}
