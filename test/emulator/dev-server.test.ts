import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { engineAssets } from '../../demo/dev-server/engine-assets-plugin.ts';

let parent: string;
let server: Server;

before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'okay-assets-'));
  await mkdir(join(parent, 'mediapipe', 'wasm'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'not an asset');
  await writeFile(join(parent, 'mediapipe', 'face.task'), 'model');
  await writeFile(join(parent, 'mediapipe', 'wasm', 'engine.js'), 'script');
  await writeFile(join(parent, 'mediapipe', 'wasm', 'engine.wasm'), 'binary');
  const middleware = engineAssets(join(parent, 'mediapipe'));
  server = createServer((request, response) => {
    middleware(request, response, () => {
      response.writeHead(418);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  server.close();
  server.closeAllConnections();
  await rm(parent, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

/** Asks for a path as it is written, which `fetch` would tidy. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port: address.port, path, method }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.once('end', () =>
        resolve({ status: response.statusCode, type: response.headers['content-type'], body }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

/** What the middleware after it answers. */
const PASSED_ON = 418;

describe('the dev server finds the engine assets where the module looks for them', () => {
  for (const [path, type, body] of [
    ['/mediapipe/face.task', 'application/octet-stream', 'model'],
    ['/src/adapters/mediapipe/face.task', 'application/octet-stream', 'model'],
    ['/@fs/home/me/src/adapters/mediapipe/face.task', 'application/octet-stream', 'model'],
    ['/src/adapters/mediapipe/wasm/engine.wasm', 'application/wasm', 'binary'],
    ['/src/adapters/mediapipe/wasm/engine.js?import', 'text/javascript', 'script'],
  ] as const) {
    it(path, async () => {
      assert.deepEqual(await ask(path), { status: 200, type, body });
    });
  }

  it('answers HEAD without a body', async () => {
    const { status, body } = await ask('/mediapipe/face.task', 'HEAD');
    assert.deepEqual({ status, body }, { status: 200, body: '' });
  });

  it('says how to make what is missing', async () => {
    const { status, body } = await ask('/mediapipe/wasm/other.wasm');
    assert.equal(status, 404);
    assert.match(body, /npm run assets/);
  });

  for (const path of [
    '/',
    '/mediapipe/',
    '/mediapipe/../secret.txt',
    '/mediapipe/%2e%2e/secret.txt',
    '/mediapipe/..%2fsecret.txt',
    '/node_modules/mediapipe/face.task',
  ]) {
    it(`leaves ${path} alone`, async () => {
      assert.equal((await ask(path)).status, PASSED_ON);
    });
  }

  it('leaves POST alone', async () => {
    assert.equal((await ask('/mediapipe/face.task', 'POST')).status, PASSED_ON);
  });
});
