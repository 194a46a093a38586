import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const PATIENCE_MS = 60_000;
const HEAD = '<!doctype html><title>page</title><link rel="icon" href="data:,">';
const SCRIPT = '<script type="module" src="/okay/okay-live-capture.js"></script>';
const TAG = '<okay-live-capture auto-start></okay-live-capture>';

/** What pages of others do with the built file, and no page of this project. */
describe('the built file in a stranger’s page', () => {
  let filmed: FilmedBrowser;
  let site: StaticServer;
  let parent: StaticServer;

  before(async () => {
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    site = await serveStatic({
      folders: { '/okay/': DIST, '/older/': DIST },
      pages: {
        '/framed': `${HEAD}${SCRIPT}${TAG}`,
        '/twice': `${HEAD}${SCRIPT}<script type="module" src="/older/okay-live-capture.js"></script>${TAG}`,
        '/form': `${HEAD}${SCRIPT}<form><input name="person" aria-label="Name">
          <okay-live-capture name="selfie" required></okay-live-capture></form>`,
        '/elsewhere': `${HEAD}<p>Elsewhere</p>`,
      },
    });
    const iframe = (more: string) => `${HEAD}<iframe src="${site.origin}/framed" ${more}></iframe>`;
    parent = await serveStatic({
      pages: { '/allowed': iframe('allow="camera"'), '/forgotten': iframe('') },
    });
  });

  after(async () => {
    for (const one of [filmed, site, parent]) await one.close();
  });

  async function open(address: string): Promise<{ tab: Page; troubles: string[] }> {
    const tab = await filmed.browser.newPage();
    const troubles: string[] = [];
    tab.on('pageerror', ({ message }) => troubles.push(message));
    await tab.goto(address);
    return { tab, troubles };
  }

  it('captures where a second build of it follows, and the first one’s class stays', async () => {
    const { tab, troubles } = await open(`${site.origin}/twice`);
    await untilPhase(tab, 'done');
    const scripts = await tab.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    assert.ok(scripts.includes('/older/okay-live-capture.js'));
    assert.ok(
      !scripts.some((path) => path.startsWith('/older/') && path.endsWith('.wasm')),
      'the second build’s class took over',
    );
    assert.deepEqual(troubles, []);
    await tab.close();
  });

  it('captures in an iframe of another origin with allow="camera"', async () => {
    const { tab } = await open(`${parent.origin}/allowed`);
    await untilPhase(await frameOf(tab), 'done');
    await tab.close();
  });

  it('says what is forbidden in one without, and what the host has to write', async () => {
    const { tab } = await open(`${parent.origin}/forgotten`);
    const frame = await frameOf(tab);
    const told = await frame.evaluate(
      () =>
        new Promise<{ code: string; message: string }>((resolve) => {
          const element = document.querySelector('okay-live-capture');
          element?.addEventListener('okay-error', ({ error: { code, message } }) =>
            resolve({ code, message }),
          );
          element?.start().catch(() => undefined);
        }),
    );
    assert.equal(told.code, 'CAMERA_BLOCKED');
    assert.match(told.message, /allow="camera"/);
    await untilPhase(frame, 'blocked');
    await tab.close();
  });

  it('comes back empty and ready with a form that the browser restores, since no photo is kept in its history', async () => {
    const { tab, troubles } = await open(`${site.origin}/form`);
    const valid = () => tab.evaluate(() => document.forms[0]?.checkValidity());
    await tab.getByLabel('Name').fill('Aminah');
    await tab.getByRole('button', { name: 'Open the camera' }).click();
    await untilPhase(tab, 'done');
    assert.equal(await valid(), true);
    await tab.goto(`${site.origin}/elsewhere`);
    await tab.goBack();
    const start = tab.getByRole('button', { name: 'Open the camera' });
    await start.waitFor({ timeout: PATIENCE_MS });
    assert.equal(await tab.getByLabel('Name').inputValue(), 'Aminah');
    assert.equal(await valid(), false);
    await start.click();
    await untilPhase(tab, 'done');
    assert.equal(await valid(), true);
    assert.deepEqual(troubles, []);
    await tab.close();
  });
});

async function frameOf(tab: Page): Promise<Frame> {
  const frame = tab.frames().find((one) => one.parentFrame() !== null);
  assert.ok(frame, 'the page has no iframe');
  await frame.locator('okay-live-capture').waitFor({ state: 'attached' });
  await frame.evaluate(() => customElements.whenDefined('okay-live-capture').then(() => undefined));
  return frame;
}

async function untilPhase(place: Page | Frame, phase: string): Promise<void> {
  await place.waitForFunction(
    (wanted) => document.querySelector('okay-live-capture')?.phase === wanted,
    phase,
    { timeout: PATIENCE_MS },
  );
}
