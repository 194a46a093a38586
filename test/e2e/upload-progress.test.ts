import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { CHROMIUM_FLAGS } from '../../scripts/chromium-flags.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import type { Progress } from '../page/send-counted.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pem = (name: string) => readFileSync(here(`../fixtures/localhost-certificate/${name}.pem`));

const SENDER = '/test/page/send-counted.ts';
/** More than a connection takes without being asked for more. */
const SELFIE_BYTES = 1_500_000;

/** The module that the page sends with. */
interface Sender {
  readonly progress: readonly Progress[];
  send(endpoint: string, bytes: number): Promise<string | null>;
}

describe('the progress of sending', () => {
  let vite: ViteDevServer;
  let browser: Browser;
  /** The request that the endpoint holds back, and what arrived at each path. */
  let held: { request: IncomingMessage; go: () => void } | null = null;
  let onHeld: () => void = () => undefined;
  const arrived = new Map<string, number>();
  const types: (string | undefined)[] = [];

  before(async () => {
    vite = await createServer({
      configFile: here('../../vite.config.ts'),
      logLevel: 'error',
      server: {
        port: 0,
        strictPort: false,
        hmr: false,
        watch: null,
        https: { key: pem('key'), cert: pem('certificate') },
      },
      plugins: [{ name: 'endpoints', configureServer: ({ middlewares }) => void middlewares.use(endpoints) }],
    });
    await vite.listen();
    browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
  });

  after(async () => {
    await browser.close();
    await vite.close();
  });

  function endpoints(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    switch (request.url ?? '') {
      case '/page':
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>page</title>');
        return;
      case '/held':
        held = { request, go: () => void take(request, response, 200) };
        onHeld();
        return;
      case '/elsewhere':
        response.setHeader('Location', '/target');
        void take(request, response, 307);
        return;
      case '/wants-length':
        void take(request, response, request.headers['content-length'] === undefined ? 411 : 200);
        return;
      case '/target':
        void take(request, response, 200);
        return;
      default:
        next();
    }
  }

  async function take(request: IncomingMessage, response: ServerResponse, status: number): Promise<void> {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    arrived.set(request.url ?? '', bytes);
    types.push(request.headers['content-type']);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}');
  }

  async function open(): Promise<Page> {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    const address = vite.httpServer?.address();
    if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
    await page.goto(`https://localhost:${address.port}/page`);
    return page;
  }

  /** @returns the code of the error, null where there is none */
  function send(page: Page, path: string): Promise<string | null> {
    return page.evaluate(
      async ([module, endpoint, bytes]) => ((await import(module)) as Sender).send(endpoint, bytes),
      [SENDER, path, SELFIE_BYTES] as const,
    );
  }

  function progressOf(page: Page): Promise<readonly Progress[]> {
    return page.evaluate(async (module) => ((await import(module)) as Sender).progress, SENDER);
  }

  it('follows what the network takes, and is whole only when the server has read it', async () => {
    const page = await open();
    const arrives = new Promise<void>((resolve) => (onHeld = resolve));
    const sending = send(page, '/held');
    await arrives;
    // The server reads nothing yet: the window of the connection fills, and not more.
    await page.waitForFunction(
      async (module) => (((await import(module)) as Sender).progress.at(-1)?.loaded ?? 0) > 0,
      SENDER,
    );
    const before = (await progressOf(page)).at(-1);
    assert.ok(before && before.loaded < before.total, JSON.stringify(before));
    held?.go();
    assert.equal(await sending, 'RESPONSE_UNKNOWN', 'the answer is empty');
    const loaded = (await progressOf(page)).map((step) => step.loaded);
    assert.deepEqual(
      loaded,
      loaded.toSorted((one, other) => one - other),
    );
    assert.equal(loaded.at(-1), SELFIE_BYTES);
    assert.ok(new Set(loaded).size > 10, `only ${new Set(loaded).size} steps`);
    assert.ok((arrived.get('/held') ?? 0) > SELFIE_BYTES);
    assert.match(types.at(-1) ?? '', /^multipart\/form-data; boundary=/);
    await page.close();
  });

  it('is told without carrying anything along a redirect', async () => {
    const page = await open();
    assert.equal(await send(page, '/elsewhere'), 'ENDPOINT_UNREACHABLE');
    assert.equal(arrived.has('/target'), false);
    await page.close();
  });

  it('is given up where a server wants to know the length beforehand', async () => {
    const page = await open();
    await send(page, '/wants-length');
    assert.ok((arrived.get('/wants-length') ?? 0) > SELFIE_BYTES);
    await page.close();
  });
});
