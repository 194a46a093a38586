import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import sharp from 'sharp';
import { DEMO_API_KEY, DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { startEmulator, type RunningEmulator } from '../../demo/emulator/server.ts';
import { CHROMIUM_FLAGS } from '../../scripts/chromium-flags.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import { builtPackage, flowFiles, FLOW_SCRIPTS } from '../engines/flow-site.ts';
import { pageScript } from '../page/page-script.ts';
import { cardFile } from './card-file.ts';
import { startRecordingProxy, type RecordingProxy } from './recording-proxy.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

/** From version 1.0 on, the engine's library reports usage 60 s after its start: the version here must not. */
const USE_MS = 65_000;
/** A host's service worker that passes everything on: it must meet nothing but the page's own. */
const SERVICE_WORKER = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`;
/** How an image begins as base64, and in a URL. */
const IMAGE_TRACES = ['/9j/', 'data:image', 'blob:'];

describe('a whole capture of more than a minute', () => {
  let proxy: RecordingProxy;
  let emulator: RunningEmulator;
  let site: StaticServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const requests: Request[] = [];
  const said: string[] = [];

  before(async () => {
    proxy = await startRecordingProxy();
    site = await serveStatic({ folders: { '/okay/': builtPackage() }, pages: await leakPages() });
    emulator = await startEmulator({ port: 0, cors: [site.origin] });
    browser = await chromium.launch({
      executablePath: findBrowser(),
      args: [...CHROMIUM_FLAGS],
    });
    // Of this context alone: what the browser asks for itself, updates for example, is no page's.
    context = await browser.newContext({ proxy: { server: proxy.url, bypass: '<-loopback>' } });
    context.on('request', (request) => requests.push(request));
    context.on('console', (message) => said.push(message.text()));
    context.on('weberror', (error) => said.push(String(error.error().stack)));
    page = await context.newPage();
    await page.goto(site.origin);
    await page.evaluate(
      "navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)",
    );
    await page.reload();
  });

  after(async () => {
    await browser.close();
    for (const one of [site, emulator, proxy]) await one.close();
  });

  it('is guided for more than a minute, and goes on through a failure to the answer', async () => {
    await page.evaluate("flow.film('/far.jpg')");
    await addElement(page, {
      endpoint: `${emulator.url}/api/ekyc/okayface/v1-1`,
      journeyId: DEMO_JOURNEY_ID,
    });
    await page.evaluate("flow.press('Open the camera').then(() => flow.seeHint('FACE_TOO_SMALL'))");
    const frames = await page.evaluate(`flow.countFrames(${USE_MS})`);
    assert.ok(Number(frames) > 100, `only ${String(frames)} frames were analysed`);
    await answerNext(emulator, 'bare-500');
    await page.evaluate("flow.film('/good.jpg').then(() => flow.choose('card', '/card-with-exif.jpg'))");
    await page.evaluate("flow.press('Send again').then(() => flow.read('Your face matches'))");
  });

  it('goes through with a key, in JSON', async () => {
    await page.evaluate('flow.remove()');
    const endpoint = `${emulator.url}/api/faceid/v2-2/verify`;
    await addElement(page, { endpoint, dialect: 'face-v2-2', apiKey: DEMO_API_KEY });
    await page.evaluate(
      "flow.press('Open the camera').then(() => flow.choose('card', '/card-with-exif.jpg'))",
    );
    await page.evaluate("flow.read('Your face matches')");
  });

  it('asks nobody but the page’s origin and the endpoint', () => {
    const seen = requests.map((request) => ({
      by: request.serviceWorker() ? 'service worker' : 'page',
      url: request.url(),
    }));
    const isWasm = (url: string) => new URL(url).pathname.endsWith('.wasm');
    assert.ok(
      seen.some(({ by, url }) => by === 'page' && isWasm(url)),
      'the record has no worker in it',
    );
    assert.ok(
      seen.some(({ by, url }) => by === 'service worker' && isWasm(url)),
      'nor a service worker',
    );
    const origins = new Set(
      seen
        .map(({ url }) => new URL(url))
        .filter(({ protocol }) => protocol !== 'data:')
        .map(({ origin }) => origin),
    );
    assert.deepEqual(origins, new Set([site.origin, emulator.url]));
    assert.deepEqual(new Set(proxy.asked), new Set([site.origin, emulator.url]));
  });

  it('sends images, key and journey in bodies to the endpoint alone', async () => {
    for (const request of requests) {
      const head = JSON.stringify([request.url(), await request.allHeaders()]);
      assert.ok(!head.includes(DEMO_JOURNEY_ID) && !head.includes(DEMO_API_KEY), head);
      if (new URL(request.url()).origin !== emulator.url)
        assert.equal(request.postData(), null, request.url());
    }
    assert.deepEqual(
      emulator.emulator.received.map(({ status }) => status),
      [500, 200, 200],
    );
  });

  it('sends photo and card without EXIF, GPS or any other metadata', async () => {
    const card = await sharp(await cardWithExif()).metadata();
    assert.ok(card.exif, 'the card that was given has none itself');
    const images = emulator.emulator.received.flatMap((one) => [one.selfie, one.card]);
    assert.equal(images.length, 6);
    for (const image of images) {
      assert.ok(image);
      const { exif, xmp, iptc, comments } = await sharp(image.data).metadata();
      assert.deepEqual(
        { exif, xmp, iptc, comments },
        { exif: undefined, xmp: undefined, iptc: undefined, comments: undefined },
      );
    }
  });

  it('keeps nothing in storage, caches, cookies, attributes, addresses or reports', async () => {
    const kept = String(await page.evaluate('traces.keptTraces()'));
    assert.ok(kept.includes('okay-live-capture'), 'the traces have no document in them');
    assertClean(kept);
    assert.deepEqual(await context.cookies(), []);
    const storage = JSON.parse(kept) as Record<string, unknown>;
    for (const place of ['localStorage', 'sessionStorage']) assert.deepEqual(storage[place], {}, place);
    for (const place of ['databases', 'caches', 'files']) assert.deepEqual(storage[place], [], place);
  });

  it('says nothing of them in the console or in errors', async () => {
    const errors = String(await page.evaluate('JSON.stringify(flow.errorsInFull)'));
    assert.ok(errors.includes('SERVER') || errors.includes('ENDPOINT'), errors);
    assertClean(errors);
    assertClean(said.join('\n'));
    // The browser itself names the answer that failed.
    assert.deepEqual(
      said.filter((line) => !line.includes('the server responded with a status of 500')),
      [],
    );
  });
});

function assertClean(text: string): void {
  for (const secret of [DEMO_JOURNEY_ID, DEMO_API_KEY, ...IMAGE_TRACES]) {
    const at = text.indexOf(secret);
    assert.equal(at, -1, `"${secret}" in: …${text.slice(Math.max(0, at - 200), at + 80)}`);
  }
}

/** Secrets are given as properties: an attribute would be the host's own trace. */
async function addElement(page: Page, properties: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    document.body.append(Object.assign(document.createElement('okay-live-capture'), given));
  }, properties);
}

async function answerNext({ url }: RunningEmulator, answer: string): Promise<void> {
  const { ok } = await fetch(`${url}/__emulator/next`, { method: 'POST', body: JSON.stringify({ answer }) });
  assert.ok(ok, answer);
}

async function leakPages(): Promise<Record<string, string | Buffer>> {
  return {
    ...(await flowFiles()),
    '/card-with-exif.jpg': await cardWithExif(),
    '/traces.js': await pageScript(new URL('../page/kept-traces.ts', import.meta.url), 'traces'),
    '/sw.js': SERVICE_WORKER,
    '/': `<!doctype html><title>page</title><script src="/traces.js"></script>${FLOW_SCRIPTS}<body>`,
  };
}

async function cardWithExif(): Promise<Buffer> {
  const { buffer } = await cardFile();
  return sharp(buffer)
    .withExif({
      IFD0: { Make: 'camera', Artist: 'a name' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '3/1 8/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}
