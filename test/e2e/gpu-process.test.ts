import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
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
  let site: StaticServer;

  before(async () => {
    site = await serveStatic({ folders: { '/okay/': DIST }, pages: { '/': PAGE } });
  });
  after(() => site.close());

  for (const [moment, reached] of [
    ['engine and model are loaded', 'told.progress > 0'],
    ['the first picture is looked at', "told.phases.includes('seeking')"],
    ['the ring fills', "told.phases.includes('holding')"],
  ] as const) {
    it(`${moment}: the photo comes all the same, and nobody hears of it`, async () => {
      // One for each: after the third such end, Chromium gives no WebGL any more.
      const { browser, close } = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
      try {
        const page = await browser.newPage();
        const session = await browser.newBrowserCDPSession();
        await page.goto(site.origin);
        await page.evaluate('void element.start().catch(() => undefined)');
        await page.waitForFunction(reached);
        await session.send('Browser.crashGpuProcess');
        await page.waitForFunction("told.errors.length > 0 || told.phases.includes('review')");
        assert.deepEqual(await page.evaluate('told.errors'), []);
      } finally {
        await close();
      }
    });
  }
});
