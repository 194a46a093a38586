import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { DEMO_ACCOUNT } from '../../demo/emulator/demo-credentials.ts';
import { startEmulator, type RunningEmulator } from '../../demo/emulator/server.ts';
import { documentedCalls, init, picture, type CallId } from './calls.ts';

const calls = documentedCalls(await picture(), await picture(900, 600));
const portal = calls['portal-v1-1'];
const PAGE = 'http://page.example';

let server: RunningEmulator;
before(async () => {
  server = await startEmulator({ port: 0, cors: [PAGE] });
});
after(() => server.close());

/** Speaks to the server byte by byte; resolves with all that it said once the connection is closed. */
function raw(text: string, leave = false): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => {
        if (leave) socket.destroy();
      });
    });
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(said));
  });
}

const isUp = async () => (await fetch(`${server.url}/__emulator/switches`)).ok;

describe('over HTTP', () => {
  for (const id of Object.keys(calls) as CallId[]) {
    it(`${id} succeeds with fetch`, async () => {
      const response = await fetch(server.url + calls[id].path, init(calls[id]));
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
      assert.equal(server.emulator.received.at(-1)?.dialect, id);
    });
  }

  it('is steered, asked and reset', async () => {
    await fetch(`${server.url}/__emulator/reset`, { method: 'POST' });
    const order = JSON.stringify({ answer: 'EYES_CLOSED' });
    assert.deepEqual(
      await (await fetch(`${server.url}/__emulator/next`, { method: 'POST', body: order })).json(),
      {
        waiting: 1,
      },
    );
    const refused = await (await fetch(server.url + portal.path, init(portal))).json();
    assert.deepEqual(refused, { status: 'error', message: 'EYES_CLOSED' });
    const listed = await (await fetch(`${server.url}/__emulator/requests`)).json();
    assert.deepEqual(
      listed.map(({ n, answer }: Record<string, unknown>) => [n, answer]),
      [[1, 'EYES_CLOSED']],
    );
  });

  it('creates a journey', async () => {
    const response = await fetch(`${server.url}/api/ekyc/journeyid`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(DEMO_ACCOUNT),
    });
    assert.equal((await response.json()).status, 'success');
  });

  it('drop breaks the connection in the middle of the answer, which no client tries again', async () => {
    server.emulator.reset();
    await fetch(`${server.url}/__emulator/next`, { method: 'POST', body: '{"answer":"drop"}' });
    const response = await fetch(server.url + portal.path, init(portal));
    await assert.rejects(response.text(), TypeError);
    assert.equal(server.emulator.received.length, 1);
    assert.equal(await isUp(), true);
  });
});

describe('bad manners are survived', () => {
  it('a body over 20 MB is answered with 413 and a web page', async () => {
    const response = await fetch(server.url + portal.path, {
      method: 'POST',
      body: new Uint8Array(20_000_001),
    });
    assert.equal(response.status, 413);
    assert.match(await response.text(), /^<!doctype html>/);
  });

  it('a body of 20 MB reaches the emulator', async () => {
    const response = await fetch(server.url + portal.path, {
      method: 'POST',
      body: new Uint8Array(20_000_000),
    });
    assert.equal(response.status, 415);
  });

  it('an upload that is broken off is forgotten', async () => {
    server.emulator.reset();
    const type = 'content-type: multipart/form-data; boundary=b';
    const head = `POST ${portal.path} HTTP/1.1\r\nhost: x\r\n${type}\r\ncontent-length: 1000`;
    await raw(`${head}\r\n\r\n--b\r\n`, true);
    assert.equal(await isUp(), true);
    assert.deepEqual(server.emulator.received, []);
  });

  it('a client that leaves while the answer is held back does no harm', async () => {
    server.emulator.reset();
    await fetch(`${server.url}/__emulator/next`, { method: 'POST', body: '{"answer":"hang"}' });
    const leaving = new AbortController();
    const response = fetch(server.url + portal.path, { ...init(portal), signal: leaving.signal });
    while (server.emulator.received.length === 0) await new Promise(setImmediate);
    leaving.abort();
    await assert.rejects(response, { name: 'AbortError' });
    assert.equal(await isUp(), true);
  });

  for (const [what, line, status] of [
    ['a URL that leads nowhere', 'GET http://[ HTTP/1.1', 404],
    ['a method that the web does not allow', 'TRACE /api/okayface HTTP/1.1', 400],
    ['no HTTP at all', 'HELLO', 400],
  ] as const) {
    it(`${what} is answered with ${status}`, async () => {
      const said = await raw(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`);
      assert.match(said, new RegExp(`^HTTP/1.1 ${status} `));
      assert.equal(await isUp(), true);
    });
  }
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    fetch(server.url + portal.path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'livenessmeta',
      },
    });

  it('a preflight for livenessMeta from a known page is answered', async () => {
    const response = await preflight(PAGE);
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), PAGE);
    assert.equal(response.headers.get('access-control-allow-headers'), 'livenessmeta');
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /\bPOST\b/);
  });

  it('an answer to a known page says that the page may read it', async () => {
    const response = await fetch(`${server.url}/__emulator/switches`, { headers: { origin: PAGE } });
    assert.equal(response.headers.get('access-control-allow-origin'), PAGE);
    assert.equal(response.ok, true);
  });

  for (const origin of ['http://other.example', 'null']) {
    it(`${origin} is not let in`, async () => {
      const response = await preflight(origin);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.equal(response.status, 405);
    });
  }
});
