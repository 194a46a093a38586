import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';
import {
  capture,
  complaints,
  PATIENCE_MS,
  POLICY,
  strictPage,
  violationsOf,
  watch,
  written,
} from './strict-page.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A line of the table in the document: what is removed, and what a person sees then. */
interface Removal {
  readonly directive: string;
  /** One source of the directive; null where all of it goes. */
  readonly source: string | null;
  readonly seen: string;
}

function removalsInDocs(): readonly Removal[] {
  const text = readFileSync(new URL('../../docs/csp.md', import.meta.url), 'utf8');
  return [...text.matchAll(/^\| `([\w-]+)(?: ([^`]+))?` .*\| *(.+?) *\|$/gm)].map(
    ([, directive = '', source = null, seen = '']) => ({ directive, source, seen }),
  );
}

function without({ directive, source }: Removal): string {
  const { [directive]: sources = '', ...others } = POLICY;
  return written(source === null ? others : { ...others, [directive]: sources.replace(source, '').trim() });
}

async function serve(
  headers: Record<string, string>,
  pages: Record<string, string> = {},
): Promise<StaticServer> {
  return serveStatic({
    folders: { '/okay/': DIST },
    pages: { '/': strictPage(), '/watch.js': watch, ...pages },
    headers,
  });
}

describe('the built element on a strict page', () => {
  let filmed: FilmedBrowser;
  const servers: StaticServer[] = [];
  const serving = async (...given: Parameters<typeof serve>) => {
    const server = await serve(...given);
    servers.push(server);
    return server;
  };

  before(async () => {
    assert.ok(existsSync(`${DIST}okay-live-capture.js`), 'There is no dist/: run `npm run build` first.');
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
  });

  after(async () => {
    await filmed.close();
    for (const server of servers) await server.close();
  });

  it('goes from the tag to the verdict without one violation, and is not cross-origin isolated', async () => {
    const policy = written(POLICY);
    const { origin } = await serving({
      'content-security-policy': policy,
      'content-security-policy-report-only': policy,
    });
    const tab = await filmed.browser.newPage();
    const heard = complaints(tab);
    await tab.goto(origin);
    await capture(tab);
    assert.deepEqual(await violationsOf(tab), []);
    assert.deepEqual(heard, []);
    assert.equal(await tab.evaluate(() => crossOriginIsolated), false);
    await tab.close();
  });

  it('does so on a cross-origin isolated page, with the names of its trusted types spelled out', async () => {
    const { origin } = await serving({
      ...ISOLATED,
      'content-security-policy': `${written(POLICY)}; trusted-types lit-html okay-live-capture`,
    });
    const tab = await filmed.browser.newPage();
    const heard = complaints(tab);
    await tab.goto(origin);
    await capture(tab);
    assert.deepEqual([...(await violationsOf(tab)), ...heard], []);
    assert.equal(await tab.evaluate(() => crossOriginIsolated), true);
    await tab.close();
  });

  it('documents the very policy that is tested, and every directive of it', () => {
    const text = readFileSync(new URL('../../docs/csp.md', import.meta.url), 'utf8');
    assert.ok(text.includes(`Content-Security-Policy: ${written(POLICY)}\n`));
    const removed = new Set(removalsInDocs().map(({ directive }) => directive));
    assert.deepEqual([...removed].sort(), Object.keys(POLICY).sort());
  });

  for (const removal of removalsInDocs()) {
    const { directive, source, seen } = removal;
    it(`without ${directive} ${source ?? ''}: ${seen}`, async () => {
      const { origin } = await serving({ 'content-security-policy': without(removal) });
      const tab = await filmed.browser.newPage();
      await tab.goto(origin);
      if (seen === 'there is no element') {
        assert.equal(await tab.evaluate(() => customElements.get('okay-live-capture')), undefined);
        return tab.close();
      }
      await tab.getByRole('button', { name: 'Open the camera' }).click({ timeout: PATIENCE_MS });
      if (seen.startsWith('`')) {
        await tab.getByText(seen.replaceAll('`', '')).waitFor({ timeout: PATIENCE_MS });
        return tab.close();
      }
      await tab.getByRole('button', { name: 'Use this photo' }).waitFor({ timeout: PATIENCE_MS });
      const widthPx = await tab.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
      assert.equal(widthPx > 0, seen === 'everything works');
      assert.equal((await violationsOf(tab)).length > 0, seen !== 'everything works');
      return tab.close();
    });
  }

  describe('in an iframe of another origin', () => {
    for (const [attributes, seen] of [
      ['sandbox="allow-scripts allow-same-origin" allow="camera"', 'Your face matches'],
      ['sandbox="allow-scripts allow-same-origin"', 'This page may not use the camera'],
      ['sandbox="allow-scripts" allow="camera"', null],
      ['sandbox="allow-same-origin" allow="camera"', null],
    ] as const) {
      it(`${attributes}: ${seen ?? 'there is no element'}`, async () => {
        const inner = await serving({ 'content-security-policy': written(POLICY) });
        const frame = `<!doctype html><title>outer</title><iframe ${attributes} src="${inner.origin}"></iframe>`;
        const outer = await serving({}, { '/outer': frame });
        const tab = await filmed.browser.newPage();
        await tab.goto(`${outer.origin}/outer`);
        const place = tab.frameLocator('iframe');
        if (seen === null) {
          assert.equal(await place.locator('okay-live-capture button').count(), 0);
        } else if (seen === 'Your face matches') {
          await capture(place);
        } else {
          await place.getByRole('button', { name: 'Open the camera' }).click({ timeout: PATIENCE_MS });
          await place.getByText(seen).waitFor({ timeout: PATIENCE_MS });
        }
        await tab.close();
      });
    }
  });
});
