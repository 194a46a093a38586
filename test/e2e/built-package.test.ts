import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { goodFace } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const PATIENCE_MS = 90_000;

const tag = `<okay-live-capture endpoint="/api/ekyc/okayface/v1-1" journey-id="${DEMO_JOURNEY_ID}">`;
const page = (script: string) =>
  `<!doctype html><title>page</title><link rel="icon" href="data:,">
  <script type="module" src="${script}"></script>${tag}</okay-live-capture>`;

describe('the built one-tag file', () => {
  let host: StaticServer;
  let site: StaticServer;
  let filmed: FilmedBrowser;

  before(async () => {
    assert.ok(existsSync(`${DIST}okay-live-capture.js`), 'There is no dist/: run `npm run build` first.');
    host = await serveStatic({
      folders: { '/static/': DIST },
      headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
    });
    site = await serveStatic({
      folders: { '/okay/': DIST },
      pages: {
        '/': page('/okay/okay-live-capture.js'),
        '/hosted': page(`${host.origin}/static/okay-live-capture.js`),
      },
    });
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
  });

  after(async () => {
    for (const one of [filmed, host, site]) await one.close();
  });

  for (const [where, path, startsByBlob] of [
    ['from the page’s own origin, without any blob: worker', '/', false],
    ['from another origin, by a blob: module', '/hosted', true],
  ] as const) {
    it(`goes from the tag to the verdict ${where}`, async () => {
      const tab = await filmed.browser.newPage();
      const workers: string[] = [];
      tab.on('worker', (worker) => workers.push(worker.url()));
      await tab.goto(site.origin + path);
      await tab.getByRole('button', { name: 'Open the camera' }).click();
      await tab.getByText('Photo of your ID card').waitFor({ timeout: PATIENCE_MS });
      await tab.locator('okay-id-card input').setInputFiles(await cardFile());
      await tab.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });
      assert.equal(workers.length, 1);
      assert.equal(workers[0]?.startsWith('blob:'), startsByBlob, workers[0]);
      assert.equal(site.emulator.received.at(-1)?.status, 200);
      await tab.close();
    });
  }
});
