import assert from 'node:assert/strict';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'node:test';
import { DEMO_ACCOUNT, DEMO_API_KEY } from '../../demo/emulator/demo-credentials.ts';
import { createRelay, type RelayLogEntry, type RelayOptions } from '../../src/relay/index.ts';
import { body, MULTIPART_TYPE, part } from './multipart-text.ts';
import { answerOf, assertNoSecrets, listen } from './relay-server.ts';

const bytes = body(part('name="imageBest"; filename="a.jpg"', '\xff\xd8\xff'));
const request = (init: RequestInit = {}) =>
  new Request('https://host.example/api/okayface', {
    method: 'POST',
    headers: { 'content-type': MULTIPART_TYPE },
    body: bytes,
    ...init,
  });

interface Posted {
  readonly response: Response;
  readonly entry: RelayLogEntry;
  /** Paths that the vendor was asked for. */
  readonly asked: readonly string[];
}

/** One post through a relay to a vendor that answers like `vendor`. */
async function post(
  vendor: RequestListener,
  more: Partial<RelayOptions> = {},
  sent: Request = request(),
): Promise<Posted> {
  const asked: string[] = [];
  const server = await listen((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    incoming.resume();
    vendor(incoming, outgoing);
  });
  const log: RelayLogEntry[] = [];
  const relay = createRelay({
    upstream: server.url,
    dialect: 'portal-live',
    journey: () => 'the-journey',
    apiKey: DEMO_API_KEY,
    log: (entry) => log.push(entry),
    ...more,
  });
  try {
    const response = await relay(sent);
    const [entry] = log;
    assert(entry);
    assertNoSecrets(log, ['the-journey']);
    return { response, entry, asked };
  } finally {
    await server.close();
  }
}

const saying =
  (status: number, headers: Record<string, string>, text: string | Uint8Array = '') =>
  (_: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(status, headers);
    outgoing.end(text);
  };

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a vendor that misbehaves', () => {
  for (const [what, vendor] of [
    ['redirects', saying(307, { location: 'http://169.254.169.254/latest' })],
    ['redirects to itself', saying(302, { location: '/elsewhere' })],
    ['answers with 1 MB and a byte', saying(200, JSON_TYPE, new Uint8Array(1_000_001))],
    [
      'answers with a small file that unpacks to 100 MB',
      saying(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(new Uint8Array(100_000_000))),
    ],
    ['answers with an image', saying(200, { 'content-type': 'image/jpeg' }, 'x')],
    [
      'breaks off within its answer',
      (_: IncomingMessage, outgoing: ServerResponse) => {
        outgoing.writeHead(200, { ...JSON_TYPE, 'content-length': 100 });
        outgoing.write('{"status"', () => outgoing.destroy());
      },
    ],
    ['hangs up', (incoming: IncomingMessage) => incoming.socket.destroy()],
    ['speaks no HTTP', (incoming: IncomingMessage) => incoming.socket.end('HELLO\r\n\r\n')],
    ['repeats the key', saying(200, JSON_TYPE, JSON.stringify({ error: `bad key ${DEMO_API_KEY}` }))],
  ] as const) {
    it(`${what}: 502, and nothing goes elsewhere`, async () => {
      const { response, entry, asked } = await post(vendor);
      assert.deepEqual(await answerOf(response), { status: 502, message: 'RELAY_UPSTREAM_FAILED' });
      assert.equal(entry.code, 'RELAY_UPSTREAM_FAILED');
      assert.deepEqual(asked, ['/api/ekyc/okaylive']);
    });
  }

  it('is not there at all: 502', async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    const { response } = await post(() => undefined, { upstream: gone.url });
    assert.deepEqual(await answerOf(response), { status: 502, message: 'RELAY_UPSTREAM_FAILED' });
  });

  it('answers with 1 MB exactly: passed on', async () => {
    const { response } = await post(saying(200, JSON_TYPE, new Uint8Array(1_000_000).fill(0x20)));
    assert.equal((await response.arrayBuffer()).byteLength, 1_000_000);
  });

  for (const status of [204, 401, 418, 500, 503]) {
    it(`answers with ${status} and headers: the status is passed on, the headers are not`, async () => {
      const headers = {
        ...JSON_TYPE,
        'set-cookie': 'a=b',
        'access-control-allow-origin': '*',
        'x-powered-by': 'vendor',
        'content-security-policy': 'default-src *',
        link: '<https://evil.example>; rel=preload',
      };
      const { response, entry } = await post(saying(status, headers, status === 204 ? '' : '{"a":1}'));
      assert.equal(response.status, status);
      assert.equal(entry.status, status);
      const names = [...response.headers.keys()];
      const type = status === 204 ? [] : ['content-type'];
      assert.deepEqual(names, ['cache-control', ...type, 'x-content-type-options']);
    });
  }

  for (const [what, text] of [
    ['no JSON', '<html>'],
    ['a refusal', '{"status":"error","message":"MAX_JOURNEY_EXCEEDED"}'],
    ['no journey', '{"status":"success"}'],
    ['a journey that is none', '{"status":"success","journeyId":"a\\r\\nb"}'],
    ['a number', '{"status":"success","journeyId":7}'],
    ['null', 'null'],
  ] as const) {
    it(`answers a call for a journey with ${what}: 502, and no image is sent`, async () => {
      const options = { upstream: '', dialect: 'portal-live', account: DEMO_ACCOUNT } as const;
      const server = await listen(saying(200, JSON_TYPE, text));
      let calls = 0;
      const relay = createRelay({
        ...options,
        upstream: server.url,
        fetch: (...words) => {
          calls += 1;
          return fetch(...words);
        },
      });
      const response = await relay(request());
      await server.close();
      assert.deepEqual(await answerOf(response), { status: 502, message: 'RELAY_JOURNEY_FAILED' });
      assert.equal(calls, 1);
    });
  }
});

describe('the end of an exchange', () => {
  /** A timer that runs out when the test says so. */
  function manualTimer() {
    const state = { fire: (): void => undefined, cancelled: 0 };
    const schedule = (run: () => void) => {
      state.fire = run;
      return () => void (state.cancelled += 1);
    };
    return { state, schedule };
  }

  it('a vendor that never answers is left when the time is up: 504', async () => {
    const { state, schedule } = manualTimer();
    let hungUp: Promise<void> | undefined;
    const { response, entry } = await post(
      (incoming) => {
        hungUp = new Promise((resolve) => incoming.socket.once('close', () => resolve()));
        state.fire();
      },
      { schedule },
    );
    assert.deepEqual(await answerOf(response), { status: 504, message: 'RELAY_UPSTREAM_TIMEOUT' });
    assert.equal(entry.status, 504);
    assert(hungUp);
    await hungUp;
  });

  it('a vendor that never ends its answer is left when the time is up: 504', async () => {
    const { state, schedule } = manualTimer();
    const { response } = await post(
      (_, outgoing) => {
        outgoing.writeHead(200, JSON_TYPE);
        outgoing.write('{', () => state.fire());
      },
      { schedule },
    );
    assert.deepEqual(await answerOf(response), { status: 504, message: 'RELAY_UPSTREAM_TIMEOUT' });
  });

  it('an upload that never ends is left when the time is up: 408, and the vendor never hears of it', async () => {
    const { state, schedule } = manualTimer();
    const slow = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.slice(0, 20)),
      pull: () => new Promise(() => state.fire()),
    });
    const init: RequestInit & { duplex: 'half' } = { body: slow, duplex: 'half' };
    const { response, asked } = await post(() => undefined, { schedule }, request(init));
    assert.deepEqual(await answerOf(response), { status: 408, message: 'RELAY_UPLOAD_TIMEOUT' });
    assert.deepEqual(asked, []);
  });

  it('a callback that never answers is left when the time is up: 500', async () => {
    const { state, schedule } = manualTimer();
    const authorise = () => new Promise<boolean>(() => state.fire());
    const { response, asked } = await post(() => undefined, { schedule, authorise });
    assert.deepEqual(await answerOf(response), { status: 500, message: 'RELAY_FAILED' });
    assert.deepEqual(asked, []);
  });

  it('a fetch that knows no signal is left all the same', async () => {
    const { state, schedule } = manualTimer();
    const deaf = () => new Promise<Response>(() => state.fire());
    const { response } = await post(() => undefined, { schedule, fetch: deaf });
    assert.equal(response.status, 504);
  });

  it('a client that leaves aborts the call to the vendor', async () => {
    const client = new AbortController();
    let hungUp: Promise<void> | undefined;
    const { entry } = await post(
      (incoming) => {
        hungUp = new Promise((resolve) => incoming.socket.once('close', () => resolve()));
        client.abort();
      },
      {},
      request({ signal: client.signal }),
    );
    assert.deepEqual([entry.code, entry.status], ['RELAY_CLIENT_GONE', 499]);
    assert(hungUp);
    await hungUp;
  });

  it('a client that has left already costs nothing', async () => {
    const authorise = () => true;
    const { entry, asked } = await post(
      () => undefined,
      { authorise },
      request({ signal: AbortSignal.abort() }),
    );
    assert.equal(entry.code, 'RELAY_CLIENT_GONE');
    assert.deepEqual(asked, []);
  });

  it('the timer is taken back when the answer is there', async () => {
    const { state, schedule } = manualTimer();
    await post(saying(200, JSON_TYPE, '{}'), { schedule });
    assert.equal(state.cancelled, 1);
  });
});
