import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRelay, type RelayLogEntry, type RelayOptions } from '../../src/relay/index.ts';
import { body, MULTIPART_TYPE, part } from './multipart-text.ts';
import { answerOf } from './relay-server.ts';

const HOME = 'http://host.example';
const PARTNER = 'https://partner.example';

const bytes = body(part('name="data"; filename="a.jpg"', 'x'));
const request = (headers: Record<string, string> = {}, method = 'POST') =>
  new Request(`${HOME}/api/okayface`, {
    method,
    headers: { 'content-type': MULTIPART_TYPE, ...headers },
    ...(method === 'POST' ? { body: bytes } : {}),
  });

const OPTIONS: RelayOptions<string> = {
  upstream: 'https://vendor.example',
  dialect: 'live-v1',
  apiKey: 'the-relays-key',
  // What a vendor does with a request is tested elsewhere; here it matters only whether one is made.
  fetch: () => Promise.resolve(Response.json({ probability: 1 })),
};

describe('origins', () => {
  for (const [what, headers, status] of [
    ['no origin', {}, 200],
    ['the own origin', { origin: HOME }, 200],
    ['the own host over TLS, before a proxy', { origin: 'https://host.example' }, 200],
    ['another name of the own page', { origin: 'https://www.example', 'sec-fetch-site': 'same-origin' }, 200],
    ['an allowed origin', { origin: PARTNER }, 200],
    ['an allowed origin, cross-site', { origin: PARTNER, 'sec-fetch-site': 'cross-site' }, 200],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://host.example:8080' }, 403],
    ['a subdomain', { origin: 'https://a.host.example', 'sec-fetch-site': 'same-site' }, 403],
    ['an allowed host over http', { origin: 'http://partner.example' }, 403],
    ['an origin that only begins alike', { origin: `${PARTNER}.evil.example` }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['an origin that is none', { origin: 'host.example' }, 403],
  ] as const) {
    it(`a post from ${what} is answered with ${status}`, async () => {
      const relay = createRelay({ ...OPTIONS, allowedOrigins: [PARTNER] });
      const response = await relay(request(headers));
      assert.equal(response.status, status);
      const allowed = 'origin' in headers && headers.origin === PARTNER ? PARTNER : null;
      assert.equal(response.headers.get('access-control-allow-origin'), allowed);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
    });
  }

  const preflight = (origin: string, asked = 'livenessmeta, x-csrf-token') =>
    request(
      { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
      'OPTIONS',
    );

  it('the preflight of an allowed page is answered', async () => {
    const response = await createRelay({ ...OPTIONS, allowedOrigins: [PARTNER] })(preflight(PARTNER));
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), PARTNER);
    assert.equal(response.headers.get('access-control-allow-methods'), 'POST');
    assert.equal(response.headers.get('access-control-allow-headers'), 'livenessmeta, x-csrf-token');
    assert.match(response.headers.get('vary') ?? '', /origin/);
  });

  it('header names that are none are not repeated', async () => {
    const relay = createRelay({ ...OPTIONS, allowedOrigins: [PARTNER] });
    const response = await relay(preflight(PARTNER, 'a; b="<script>"'));
    assert.equal(response.headers.get('access-control-allow-headers'), null);
  });

  it('any other preflight is refused without a word of CORS', async () => {
    const response = await createRelay(OPTIONS)(preflight(PARTNER));
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.deepEqual(await answerOf(response), { status: 403, message: 'RELAY_ORIGIN_NOT_ALLOWED' });
  });

  it('a refusal too can be read by an allowed page', async () => {
    const relay = createRelay({ ...OPTIONS, allowedOrigins: [PARTNER], authorise: () => false });
    const response = await relay(request({ origin: PARTNER }));
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('access-control-allow-origin'), PARTNER);
  });
});

describe('authorise', () => {
  for (const [what, authorise, status, message] of [
    ['true', () => true, 200, undefined],
    ['a promise of true', () => Promise.resolve(true), 200, undefined],
    ['false', () => false, 403, 'RELAY_NOT_AUTHORISED'],
    ['a promise of false', () => Promise.resolve(false), 403, 'RELAY_NOT_AUTHORISED'],
    ['nothing', (() => undefined) as unknown as () => boolean, 403, 'RELAY_NOT_AUTHORISED'],
    ['a text', (() => 'yes') as unknown as () => boolean, 403, 'RELAY_NOT_AUTHORISED'],
  ] as const) {
    it(`${what} is answered with ${status}`, async () => {
      const answer = await answerOf(await createRelay({ ...OPTIONS, authorise })(request()));
      assert.deepEqual(answer, { status, message });
    });
  }

  it('sees the headers and the context, before the body is read', async () => {
    const seen: unknown[] = [];
    const relay = createRelay<string>({
      ...OPTIONS,
      authorise: (asked, context) => {
        seen.push(asked.headers.get('authorization'), context, asked.bodyUsed);
        return true;
      },
    });
    await relay(request({ authorization: 'Bearer x' }), 'the context');
    assert.deepEqual(seen, ['Bearer x', 'the context', false]);
  });

  it('one that throws is a 500, and its error is in the log alone', async () => {
    const log: RelayLogEntry[] = [];
    const cause = new Error('the database is down');
    const relay = createRelay({
      ...OPTIONS,
      log: (entry) => log.push(entry),
      authorise: () => Promise.reject(cause),
    });
    const response = await relay(request());
    assert.equal(await response.text(), '{"status":"error","message":"RELAY_FAILED"}');
    assert.equal(response.status, 500);
    assert.equal(log[0]?.cause, cause);
  });

  it('one that reads the body is a 500 that says so in the log', async () => {
    const log: RelayLogEntry[] = [];
    const relay = createRelay({
      ...OPTIONS,
      log: (entry) => log.push(entry),
      authorise: async (asked) => (await asked.text()) !== '',
    });
    assert.equal((await relay(request())).status, 500);
    assert.match(log[0]?.reason ?? '', /must leave it/);
  });
});

describe('the rate', () => {
  const limited = (log: RelayLogEntry[] = []) => {
    const clock = { ms: 1_000 };
    const relay = createRelay({
      ...OPTIONS,
      now: () => clock.ms,
      log: (entry) => log.push(entry),
      rate: { requests: 2, windowMs: 10_000, keyOf: (asked) => asked.headers.get('x-user') ?? '' },
    });
    const post = async (user = 'a') => await relay(request({ 'x-user': user }));
    return { clock, post };
  };

  it('the post after the last one allowed is refused with 429 and Retry-After', async () => {
    const { clock, post } = limited();
    assert.equal((await post()).status, 200);
    clock.ms += 2_500;
    assert.equal((await post()).status, 200);
    const response = await post();
    assert.equal(response.headers.get('retry-after'), '8');
    assert.deepEqual(await answerOf(response), { status: 429, message: 'RELAY_RATE_EXCEEDED' });
    clock.ms += 7_499;
    assert.equal((await post()).headers.get('retry-after'), '1');
    clock.ms += 1;
    assert.equal((await post()).status, 200);
    assert.equal((await post()).status, 429);
  });

  it('keys count by themselves', async () => {
    const { post } = limited();
    await post('a');
    await post('a');
    assert.equal((await post('b')).status, 200);
    assert.equal((await post('a')).status, 429);
  });

  it('two relays count by themselves', async () => {
    const [first, second] = [limited(), limited()];
    await first.post();
    await first.post();
    assert.equal((await first.post()).status, 429);
    assert.equal((await second.post()).status, 200);
  });
});

describe('the log', () => {
  it('has what one request came to', async () => {
    const log: RelayLogEntry[] = [];
    let ms = 0;
    const relay = createRelay({ ...OPTIONS, log: (entry) => log.push(entry), now: () => (ms += 250) });
    await relay(request());
    await relay(request({}, 'DELETE'));
    await relay(request({}, 'X-LEAK-THE-RELAYS-KEY'));
    assert.deepEqual(log, [
      { method: 'POST', status: 200, bytes: bytes.length, durationMs: 250, code: null },
      {
        method: 'DELETE',
        status: 405,
        bytes: 0,
        durationMs: 250,
        code: 'RELAY_METHOD_NOT_ALLOWED',
        reason: 'Only POST is answered.',
      },
      {
        method: 'OTHER',
        status: 405,
        bytes: 0,
        durationMs: 250,
        code: 'RELAY_METHOD_NOT_ALLOWED',
        reason: 'Only POST is answered.',
      },
    ]);
  });
});
