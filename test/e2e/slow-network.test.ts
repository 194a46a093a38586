import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.ts';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { slowLine } from './slow-line.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
/** Some seconds here; `npm run test:slow-network` has 50 kB a second, and takes five minutes. */
const BYTES_A_SECOND = Number(process.env['OKAY_BYTES_A_SECOND'] ?? 3_000_000);
const { wasmBinary, model } = ASSET_MANIFEST;
const TOTAL = wasmBinary.byteLength + model.byteLength;
const SECONDS = TOTAL / BYTES_A_SECOND;

const PAGE = `<!doctype html><title>page</title><link rel="icon" href="data:,">
  <script>
    const told = { loaded: [], total: 0, errors: [], shown: [] };
    addEventListener('okay-progress', ({ loaded, total, stage, target }) => {
      if (stage !== 'assets') return;
      told.loaded.push(loaded);
      told.total = total;
      target.updateComplete.then(() => told.shown.push(target.shadowRoot.querySelector('progress')?.value ?? null));
    });
    addEventListener('okay-error', ({ error }) => told.errors.push(error.code));
  </script>
  <script type="module" src="/okay/okay-live-capture.js"></script>
  <okay-live-capture auto-start></okay-live-capture>`;

interface Told {
  readonly loaded: readonly number[];
  readonly total: number;
  readonly errors: readonly string[];
  /** What the bar on screen said. */
  readonly shown: readonly (number | null)[];
}

describe(`engine and model at ${Math.round(BYTES_A_SECOND / 1000)} kB a second`, () => {
  let filmed: FilmedBrowser;
  let site: StaticServer;

  before(async () => {
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    site = await serveStatic({
      folders: { '/okay/': DIST },
      pages: { '/': PAGE },
      through: slowLine(BYTES_A_SECOND),
    });
  });

  after(async () => {
    await filmed.close();
    await site.close();
  });

  it('are waited for to the last byte, with a bar that grows, and then the photo is taken', async () => {
    const tab = await filmed.browser.newPage();
    const began = performance.now();
    await tab.goto(site.origin, { timeout: 0 });
    const patience = { timeout: 1000 * (60 + 3 * SECONDS) };
    await tab.waitForFunction(
      "document.querySelector('okay-live-capture').phase === 'done'",
      undefined,
      patience,
    );
    const seconds = (performance.now() - began) / 1000;
    const { loaded, total, errors, shown } = (await tab.evaluate('told')) as Told;
    assert.deepEqual(errors, []);
    assert.equal(total, TOTAL);
    assert.equal(loaded.at(-1), TOTAL);
    assert.ok(seconds > SECONDS, `${seconds} s for ${SECONDS} s of download: the line was not slow`);
    const values = shown.filter((value) => value !== null);
    for (const grows of [loaded, values]) {
      assert.deepEqual(
        grows,
        [...grows].sort((one, other) => one - other),
      );
    }
    assert.ok(new Set(values).size > 10, `The bar had ${new Set(values).size} values.`);
    console.log(`${Math.round(seconds)} s from the tag to the photo, ${loaded.length} signs of progress.`);
    await tab.close();
  });
});
