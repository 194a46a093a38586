import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DEMO_ACCOUNT, DEMO_API_KEY } from '../../demo/emulator/demo-credentials.ts';
import { REFUSAL_STATUS } from '../../src/relay/index.ts';
import { picture } from '../emulator/calls.ts';
import { startEmulatorChild, type EmulatorChild } from './emulator-child.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(join(root, 'docs/server.md'), 'utf8');
const relayUrl = pathToFileURL(join(root, 'src/relay/index.ts')).href;

/** The examples by the file name in their first line, with the package's source in place of the package. */
const examples = new Map(
  [...guide.matchAll(/```js\n\/\/ (\S+)\n(.*?)```/gs)].map(([, name = '', code = '']) => [
    name,
    code.replace("'okay-live-capture/relay'", JSON.stringify(relayUrl)),
  ]),
);

let emulator: EmulatorChild;
let folder: string;
before(async () => {
  emulator = await startEmulatorChild();
  folder = mkdtempSync(join(tmpdir(), 'okay-relay-'));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

const environment = () => ({
  OKAYFACE_URL: emulator.url,
  OKAYFACE_USERNAME: DEMO_ACCOUNT.username,
  OKAYFACE_PASSWORD: DEMO_ACCOUNT.password,
  OKAYFACE_KEY: DEMO_API_KEY,
});

function write(name: string): string {
  const code = examples.get(name);
  assert(code, `docs/server.md has no example ${name}.`);
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(typeof address === 'object' && address !== null);
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

async function form(...names: string[]): Promise<FormData> {
  const image = await picture();
  const filled = new FormData();
  for (const name of names) filled.append(name, new Blob([image]), 'x.jpg');
  return filled;
}

it('the example for Node’s http answers and logs', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', write('node-http.mjs')], {
    cwd: root,
    env: { ...process.env, ...environment(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  try {
    assert.deepEqual(await lines.next(), { value: 'The relay listens.', done: false });
    assert.equal((await fetch(url)).status, 404);
    const init = { method: 'POST', body: await form('imageBest', 'imageIdCard') };
    const response = await fetch(`${url}/api/okayface`, init);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('okay-journey-id') ?? '', /./);
    const { code, status } = JSON.parse((await lines.next()).value);
    assert.deepEqual([code, status], [null, 200]);
  } finally {
    child.kill();
  }
});

it('the example for fetch handlers answers', async () => {
  Object.assign(process.env, environment());
  const { default: server } = await import(pathToFileURL(write('fetch-server.mjs')).href);
  const url = 'https://host.example/api/okaylive';
  const response: Response = await server.fetch(
    new Request(url, { method: 'POST', body: await form('data') }),
  );
  assert.equal(response.status, 200);
  assert.equal((await server.fetch(new Request('https://host.example/'))).status, 404);
});

it('every refusal stands in the table with its status', () => {
  for (const [code, status] of Object.entries(REFUSAL_STATUS)) {
    const row = guide.split('\n').find((line) => line.startsWith(`| ${status}`));
    assert(row?.includes(`\`${code}\``), `${status} ${code}`);
  }
});
