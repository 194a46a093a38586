import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { body, MULTIPART_TYPE, part } from '../relay/multipart-text.ts';
import { listen, serveRelay } from '../relay/relay-server.ts';
import { goodFace } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { startRecordingServer, type RecordingServer } from './recording-server.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const STATUSES = [301, 302, 303, 307, 308] as const;
const KEY = 'key-that-must-not-travel';
const TOKEN = 'token-that-must-not-travel';
const JOURNEY = 'journey-that-must-not-travel';
const SECRETS = [KEY, TOKEN, JOURNEY];
const PATIENCE_MS = 60_000;

const paths = (to: string) =>
  Object.fromEntries(STATUSES.map((status) => [`/to-elsewhere-${status}`, [status, to] as const]));

describe('a redirect to another origin, seen from there', () => {
  let elsewhere: RecordingServer;

  before(async () => (elsewhere = await startRecordingServer()));
  after(() => elsewhere.close());

  describe('by the element', () => {
    let filmed: FilmedBrowser;
    let site: StaticServer;
    let partner: StaticServer;
    let tab: Page;
    const said: string[] = [];
    const asked: string[] = [];

    before(async () => {
      filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
      const redirects = paths(`${elsewhere.origin}/collect`);
      // An endpoint of another origin that lets this page in, and sends it away then.
      partner = await serveStatic({
        redirects,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'authorization, content-type, livenessmeta',
        },
      });
      site = await serveStatic({
        folders: { '/okay/': DIST },
        redirects,
        pages: {
          '/': await pageOfElement(),
        },
      });
      tab = await filmed.browser.newPage();
      tab.on('console', (message) => said.push(message.text()));
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(site.origin);
      await tab.getByRole('button', { name: 'Open the camera' }).click();
      await tab.getByRole('button', { name: 'Use this photo' }).waitFor({ timeout: PATIENCE_MS });
    });

    after(async () => {
      await filmed.close();
      await site.close();
      await partner.close();
    });

    for (const status of STATUSES) {
      it(`does not follow ${status} with the images, the key or the token`, async () => {
        for (const { origin } of [site, partner]) {
          const code = await submit(tab, `${origin}/to-elsewhere-${status}`);
          assert.equal(code, 'ENDPOINT_UNREACHABLE');
        }
        assert.deepEqual(elsewhere.arrivals, []);
      });
    }

    it('writes neither key, token nor journey into an address or the console', () => {
      assert.ok(asked.some((url) => url.includes('/to-elsewhere-307')));
      for (const text of [...asked, ...said])
        assert.ok(!SECRETS.some((secret) => text.includes(secret)), text);
    });

    it('would be seen from there by a page that follows', async () => {
      await tab.evaluate(
        (url) => fetch(url, { method: 'POST', body: 'followed' }).then((answer) => answer.text()),
        `${site.origin}/to-elsewhere-307`,
      );
      assert.deepEqual(
        elsewhere.arrivals.splice(0).map(({ method, url, bytes }) => `${method} ${url} ${bytes}`),
        ['POST /collect 8'],
      );
    });
  });

  describe('by the relay', () => {
    for (const status of STATUSES) {
      it(`does not follow ${status} with the images or the key`, async () => {
        const vendor = await listen((request, response) => {
          request.resume().once('end', () => {
            response.writeHead(status, { location: `${elsewhere.origin}/collect` }).end();
          });
        });
        const relay = await serveRelay({ upstream: vendor.url, dialect: 'live-v1', apiKey: KEY });
        try {
          const answer = await fetch(relay.url, {
            method: 'POST',
            headers: { 'content-type': MULTIPART_TYPE },
            body: body(part('name="data"; filename="a.jpg"', 'x')),
          });
          assert.equal(answer.status, 502);
          assert.ok(!(await answer.text()).includes(KEY));
          assert.deepEqual(elsewhere.arrivals, []);
          // The way is open: whoever follows gets there.
          if (status === 307) {
            await fetch(vendor.url, { method: 'POST', body: 'followed' });
            assert.equal(elsewhere.arrivals.splice(0).length, 1);
          }
        } finally {
          await relay.close();
          await vendor.close();
        }
      });
    }
  });
});

/** Sends the photo that is there, with everything that must not travel. @returns the code of the failure */
async function submit(tab: Page, endpoint: string): Promise<unknown> {
  return tab.evaluate(`submitTo(${JSON.stringify(endpoint)})`);
}

async function pageOfElement(): Promise<string> {
  const card = `data:image/jpeg;base64,${(await cardFile()).buffer.toString('base64')}`;
  return `<!doctype html><title>page</title><script type="module" src="/okay/okay-live-capture.js"></script>
    <okay-live-capture review dialect="portal-v1-1"></okay-live-capture>
    <script>
      async function submitTo(endpoint) {
        const element = document.querySelector('okay-live-capture');
        Object.assign(element, {
          endpoint,
          apiKey: '${KEY}',
          journeyId: '${JOURNEY}',
          headers: { Authorization: 'Bearer ${TOKEN}' },
          idCard: await (await fetch('${card}')).blob(),
          // Trying again takes no time here.
          services: { ...element.services, sleep: () => Promise.resolve() },
        });
        await element.updateComplete;
        return element.submit().then(() => 'sent', ({ code }) => code);
      }
    </script>`;
}
