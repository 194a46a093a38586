import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
/** Stands for the static host in the document. */
const HOST = 'https://static.example';
const MISSING = 'A part of this page could not be loaded';
const STOPPED = 'The check of the camera picture stopped';

type Policy = Readonly<Record<string, string>>;

interface Place {
  /** What lies on the other origin. */
  readonly what: string;
  readonly page: (host: string) => string;
  /** As `docs/csp.md` has it. */
  readonly policy: Policy;
  /** What a person sees without a source of a directive. */
  readonly removals: readonly (readonly [directive: string, source: string, seen: string])[];
}

const PLACES: readonly Place[] = [
  {
    what: 'engine and model',
    page: (host: string) => strictPage(undefined, `asset-base="${host}/okay/mediapipe/"`),
    policy: { ...POLICY, 'script-src': `'self' ${HOST} 'wasm-unsafe-eval'`, 'connect-src': `'self' ${HOST}` },
    removals: [
      ['script-src', HOST, MISSING],
      ['connect-src', HOST, MISSING],
    ],
  },
  {
    what: 'the script with all that belongs to it',
    page: (host: string) => strictPage(`${host}/okay/okay-live-capture.js`),
    policy: {
      ...POLICY,
      'script-src': `'self' ${HOST} 'wasm-unsafe-eval'`,
      'worker-src': `blob: ${HOST}`,
      'connect-src': `'self' ${HOST}`,
    },
    removals: [
      ['worker-src', 'blob:', STOPPED],
      ['worker-src', HOST, STOPPED],
      ['connect-src', HOST, MISSING],
    ],
  },
];

describe('the built element on a strict page, with files on another origin', () => {
  let filmed: FilmedBrowser;
  let host: StaticServer;
  const servers: StaticServer[] = [];

  before(async () => {
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    host = await serveStatic({
      folders: { '/okay/': DIST },
      headers: { 'access-control-allow-origin': '*' },
    });
  });

  after(async () => {
    await filmed.close();
    for (const server of [host, ...servers]) await server.close();
  });

  async function open(page: string, policy: Policy) {
    const header = written(policy).replaceAll(HOST, host.origin);
    const site = await serveStatic({
      folders: { '/okay/': DIST },
      pages: { '/': page, '/watch.js': watch },
      headers: { 'content-security-policy': header },
    });
    servers.push(site);
    const tab = await filmed.browser.newPage();
    const heard = complaints(tab);
    await tab.goto(site.origin);
    return { tab, heard };
  }

  for (const { what, page, policy, removals } of PLACES) {
    it(`goes from the tag to the verdict without one violation: ${what}`, async () => {
      const { tab, heard } = await open(page(host.origin), policy);
      await capture(tab);
      assert.deepEqual([...(await violationsOf(tab)), ...heard], []);
      await tab.close();
    });

    for (const [directive, source, seen] of removals) {
      it(`without ${source} in ${directive}: ${seen} (${what})`, async () => {
        const rest = policy[directive]?.replace(source, '').trim() || "'self'";
        const { tab } = await open(page(host.origin), { ...policy, [directive]: rest });
        await tab.getByRole('button', { name: 'Open the camera' }).click({ timeout: PATIENCE_MS });
        await tab.getByText(seen).waitFor({ timeout: PATIENCE_MS });
        await tab.close();
      });
    }

    it(`is documented by the very policy that is tested: ${what}`, () => {
      const text = readFileSync(new URL('../../docs/csp.md', import.meta.url), 'utf8');
      assert.ok(text.includes(`Content-Security-Policy: ${written(policy)}\n`));
    });
  }
});
