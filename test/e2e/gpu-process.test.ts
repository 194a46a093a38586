import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.ts';
import { CHROMIUM_MJPEG_FPS, makeMjpeg } from '../../scripts/make-mjpeg.ts';
import { goodFace } from '../helpers/scenes.ts';
import { cameraFlags } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const PATIENCE_MS = 60_000;
const PAGE = `<!doctype html><title>page</title><link rel="icon" href="data:,">
  <script type="module" src="/okay/okay-live-capture.js"></script>
  <okay-live-capture review></okay-live-capture>
  <script>
    const told = { progress: 0, phases: [], errors: [] };
    const element = document.querySelector('okay-live-capture');
    addEventListener('okay-progress', () => (told.progress += 1));
    addEventListener('okay-phase', ({ phase }) => told.phases.push(phase));
    addEventListener('okay-error', ({ error }) => told.errors.push(error.code + ': ' + error.message));
  </script>`;

describe('the browser’s GPU process ends, and with it every WebGL context, while', () => {
  let folder: string;
  let film: string;
  let site: StaticServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okay-gpu-'));
    film = join(folder, 'film.mjpeg');
    await writeFile(film, makeMjpeg([{ jpeg: await goodFace(), seconds: 5 }], CHROMIUM_MJPEG_FPS));
    site = await serveStatic({ folders: { '/okay/': DIST }, pages: { '/': PAGE } });
  });

  after(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  for (const [moment, reached] of [
    ['engine and model are loaded', 'told.progress > 0'],
    ['the first picture is looked at', "told.phases.includes('seeking')"],
    ['the ring fills', "told.phases.includes('holding')"],
  ] as const) {
    it(`${moment}: the photo comes all the same, and nobody hears of it`, async () => {
      // One for each: after the third such end, Chromium gives no WebGL any more.
      const browser = await launch({ executablePath: findBrowser(), args: cameraFlags(film) });
      try {
        const page = await browser.newPage();
        const session = await browser.target().createCDPSession();
        await page.goto(site.origin);
        await page.evaluate('void element.start().catch(() => undefined)');
        await page.waitForFunction(reached, { timeout: PATIENCE_MS });
        await session.send('Browser.crashGpuProcess');
        await page.waitForFunction("told.errors.length > 0 || told.phases.includes('review')", {
          timeout: PATIENCE_MS,
        });
        assert.deepEqual(await page.evaluate('told.errors'), []);
      } finally {
        await browser.close();
      }
    });
  }
});
