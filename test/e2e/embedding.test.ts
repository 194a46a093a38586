import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const DIST = root('dist/');
const PATIENCE_MS = 60_000;
const HEAD = '<!doctype html><title>page</title><link rel="icon" href="data:,">';
const SCRIPT = '<script type="module" src="/okay/okay-live-capture.js"></script>';
const TAG = '<okay-live-capture auto-start></okay-live-capture>';

/** Where a page without a bundler finds the libraries of the modules. */
const IMPORT_MAP = `<script type="importmap">${JSON.stringify({
  imports: {
    'okay-live-capture': '/other/index.js',
    lit: '/libraries/lit/index.js',
    'lit/': '/libraries/lit/',
    'lit-html': '/libraries/lit-html/lit-html.js',
    'lit-html/': '/libraries/lit-html/',
    'lit-element/': '/libraries/lit-element/',
    '@lit/reactive-element': '/libraries/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/libraries/@lit/reactive-element/',
    '@shoelace-style/localize': '/libraries/@shoelace-style/localize/dist/index.js',
  },
})}</script>`;

/** The code of docs/embedding.md that gives a second version a name of its own. */
function ownName(): string {
  const [, code] =
    /```js\n([\s\S]*?team-live-capture[\s\S]*?)\n```/.exec(readFileSync(root('docs/embedding.md'), 'utf8')) ??
    [];
  assert.ok(code, 'docs/embedding.md no longer tells how to name a second version');
  return code;
}

/** Another version of the package: its button has other words. */
function otherVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okay-other-version-'));
  cpSync(DIST, folder, { recursive: true });
  let changed = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(join(folder, name), 'utf8');
    if (!code.includes('Open the camera')) continue;
    writeFileSync(join(folder, name), code.replaceAll('Open the camera', 'Begin'));
    changed += 1;
  }
  assert.ok(changed > 0, 'no file has the words of the button');
  return folder;
}

/** What pages of others do with the built file, and no page of this project. */
describe('the built file in a stranger’s page', () => {
  let filmed: FilmedBrowser;
  let site: StaticServer;
  let parent: StaticServer;
  let other: string;

  before(async () => {
    other = otherVersion();
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    site = await serveStatic({
      folders: { '/okay/': DIST, '/other/': `${other}/`, '/libraries/': root('node_modules/') },
      pages: {
        '/framed': `${HEAD}${SCRIPT}${TAG}`,
        '/twice': `${HEAD}${SCRIPT}<script type="module" src="/other/okay-live-capture.js"></script>
          <okay-live-capture></okay-live-capture>`,
        '/side-by-side': `${HEAD}${IMPORT_MAP}${SCRIPT}<script type="module">${ownName()}</script>
          <okay-live-capture></okay-live-capture><team-live-capture></team-live-capture>`,
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
    rmSync(other, { recursive: true, force: true });
  });

  async function open(address: string): Promise<{ tab: Page; troubles: string[] }> {
    const tab = await filmed.browser.newPage();
    const troubles: string[] = [];
    tab.on('pageerror', ({ message }) => troubles.push(message));
    await tab.goto(address);
    return { tab, troubles };
  }

  it('keeps the version that came first, where another one’s file follows', async () => {
    const { tab, troubles } = await open(`${site.origin}/twice`);
    await tab.waitForFunction(() =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => name.endsWith('/other/okay-live-capture.js')),
    );
    await tab.getByRole('button', { name: 'Open the camera' }).click();
    await untilPhase(tab, 'done');
    assert.ok(!(await loaded(tab)).some((path) => /^\/other\/.*(wasm|worker)/.test(path)));
    assert.deepEqual(troubles, []);
    await tab.close();
  });

  it('captures with two versions at the same time, each with its own worker and engine', async () => {
    const { tab, troubles } = await open(`${site.origin}/side-by-side`);
    await tab.getByRole('button', { name: 'Open the camera' }).click();
    await tab.getByRole('button', { name: 'Begin' }).click();
    await untilPhase(tab, 'done');
    await untilPhase(tab, 'done', 'team-live-capture');
    const paths = await loaded(tab);
    for (const folder of ['/okay/', '/other/']) {
      assert.ok(
        paths.some((path) => path.startsWith(folder) && path.endsWith('landmarker.worker.js')),
        folder,
      );
    }
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

/** Paths of everything that the page asked for. */
function loaded(tab: Page): Promise<string[]> {
  return tab.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
}

async function untilPhase(place: Page | Frame, phase: string, tag = 'okay-live-capture'): Promise<void> {
  await place.waitForFunction(
    ([wanted, name]) => {
      const element = document.querySelector(name);
      return element !== null && 'phase' in element && element.phase === wanted;
    },
    [phase, tag] as const,
    { timeout: PATIENCE_MS },
  );
}
