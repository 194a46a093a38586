import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import { CHROMIUM_MJPEG_FPS, makeMjpeg } from '../../scripts/make-mjpeg.ts';
import { goodFace } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { cameraFlags } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const PATIENCE_MS = 60_000;

/** What the page tells of itself: whether it was restored, and how many cameras ran when it was put away. */
const WATCH = `
  const tracks = [];
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  const live = () => tracks.filter(({ readyState }) => readyState === 'live').length;
  const told = { frozen: 0, resumed: 0, restored: 0, liveWhenFrozen: null, errors: [] };
  document.addEventListener('freeze', () => {
    told.frozen += 1;
    told.liveWhenFrozen = live();
  });
  document.addEventListener('resume', () => (told.resumed += 1));
  addEventListener('pageshow', ({ persisted }) => (told.restored += persisted ? 1 : 0));
  const element = () => document.querySelector('okay-live-capture');
  const phase = () => element().phase;
  addEventListener('okay-error', ({ error }) => told.errors.push(error.code + ': ' + error.message));`;

interface Told {
  readonly frozen: number;
  readonly resumed: number;
  readonly restored: number;
  readonly liveWhenFrozen: number | null;
  readonly errors: readonly string[];
}

type PutAway = (page: Page, browser: Browser, site: StaticServer) => Promise<void>;

interface Moment {
  readonly moment: 'seeking' | 'review' | 'submitting';
  /** What keeps the element there. */
  readonly setUp: string;
  readonly putAway: readonly PutAway[];
}

const MOMENTS: readonly Moment[] = [
  {
    moment: 'seeking',
    // Nobody's face is as large as that.
    setUp: 'element().limits = { minFaceHeightShare: { enter: 0.7, leave: 0.71 } }',
    putAway: [freezeAndResume, leaveAndReturn],
  },
  { moment: 'review', setUp: '', putAway: [freezeAndResume, leaveAndReturn] },
  { moment: 'submitting', setUp: 'element().review = false', putAway: [leaveAndReturn] },
];

describe('a page that the browser itself freezes and keeps in its back/forward cache while', () => {
  let folder: string;
  let site: StaticServer;
  let browser: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okay-lifecycle-'));
    const film = join(folder, 'film.mjpeg');
    await writeFile(film, makeMjpeg([{ jpeg: await goodFace(), seconds: 5 }], CHROMIUM_MJPEG_FPS));
    const { buffer: card } = await cardFile();
    const icon = '<link rel="icon" href="data:,">';
    site = await serveStatic({
      folders: { '/okay/': DIST },
      pages: {
        '/': `<!doctype html><title>page</title>${icon}<script src="/watch.js"></script>
          <script type="module" src="/okay/okay-live-capture.js"></script>
          <okay-live-capture review endpoint="/api/ekyc/okayface/v1-1" journey-id="${DEMO_JOURNEY_ID}"></okay-live-capture>
          <script>fetch('/card.jpg').then((file) => file.blob()).then((card) => (element().idCard = card));</script>`,
        '/watch.js': WATCH,
        '/card.jpg': card,
        '/elsewhere': `<!doctype html><title>elsewhere</title>${icon}`,
      },
    });
    // Playwright switches the back/forward cache off and shows every page always.
    browser = await launch({
      executablePath: findBrowser(),
      args: cameraFlags(film),
    });
  });

  after(async () => {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  });

  for (const { moment, setUp, putAway } of MOMENTS) {
    it(`${moment}: no camera runs meanwhile, the photo stays, and it goes on to the verdict`, async () => {
      const page = await browser.newPage();
      const of = <Result>(expression: string) => page.evaluate(expression) as Promise<Result>;
      const until = (expression: string) =>
        page.waitForFunction(expression, { timeout: PATIENCE_MS }).catch(async (cause: unknown) => {
          const { errors } = await of<Told>('told');
          throw new Error(`${expression} never came. ${errors.join(' ')}`, { cause });
        });
      if (moment === 'submitting') await answerLate(site);
      await page.goto(site.origin);
      await until('element().idCard');
      await page.evaluate(`${setUp}; element().start(); undefined`);
      for (const [times, put] of putAway.entries()) {
        await until(`phase() === '${moment}'`);
        const photo = await of<number | null>('element().value?.size ?? null');
        assert.equal(photo !== null, moment !== 'seeking');
        await put(page, browser, site);
        const told = await of<Told>('told');
        const asOften = times + 1;
        assert.deepEqual(told, { ...told, frozen: asOften, resumed: asOften, liveWhenFrozen: 0, errors: [] });
        if (photo !== null) assert.equal(await of('element().value?.size'), photo);
      }
      await page.evaluate('element().limits = {}; undefined');
      if (moment === 'seeking') await until("phase() === 'review'");
      const kept = await of<number>('element().value.size');
      if (moment !== 'submitting')
        await page.evaluate('element().submit().catch(() => undefined); undefined');
      await until("phase() === 'done'");
      assert.equal(site.emulator.received.at(-1)?.selfie?.data.length, kept);
      await page.close();
    });
  }
});

/** Freezes the page behind another tab, as browsers do with tabs that are not looked at. */
async function freezeAndResume(page: Page, browser: Browser): Promise<void> {
  const session = await page.createCDPSession();
  const other = await browser.newPage();
  await other.bringToFront();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await other.close();
}

/** Goes to another page and back; the browser keeps the first one as it is. */
async function leaveAndReturn(page: Page, _browser: Browser, { origin }: StaticServer): Promise<void> {
  await page.goto(`${origin}/elsewhere`);
  await page.goBack();
  const told = (await page.evaluate('told')) as Told;
  assert.equal(told.restored, 1, 'the page was loaded anew');
}

/** The next answer comes when the page has been put away. */
async function answerLate({ origin }: StaticServer): Promise<void> {
  const { ok } = await fetch(`${origin}/__emulator/next`, {
    method: 'POST',
    body: JSON.stringify({ answer: 'accept', delayMs: 2000 }),
  });
  assert.ok(ok);
}
