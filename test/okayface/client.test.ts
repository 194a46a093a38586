import { expect } from '@open-wc/testing';
import { MAX_ANSWER_BYTES } from '../../src/okayface/body-text.js';
import { submit } from '../../src/okayface/client.js';
import type { SubmitDeps, SubmitOptions } from '../../src/okayface/client.js';
import { captureErrorOf, failureOf } from '../helpers/failure.js';

const OPTIONS: SubmitOptions = {
  endpoint: '/api/okayface',
  dialect: 'portal-v1-1',
  selfie: new Blob([new Uint8Array(1000)], { type: 'image/jpeg' }),
  card: new Blob([new Uint8Array(500)], { type: 'image/png' }),
  journeyId: 'a-journey',
  apiKey: 'a-key',
  liveness: true,
  os: 'ANDROID',
};
const BASE_URL = 'https://shop.example/checkout';
const SUCCESS = '{"status":"success","messageCode":"api.success","result_idcard":{"confidence":88.5}}';

const json = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'Content-Type': 'application/json' } });

const post = (
  fetch: SubmitDeps['fetch'],
  options: Partial<SubmitOptions> = {},
  deps: Partial<SubmitDeps> = {},
) => submit({ ...OPTIONS, ...options }, { fetch, baseUrl: BASE_URL, ...deps });

/** A connection that says nothing until it is given up. */
const silent: SubmitDeps['fetch'] = (_url, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error), { once: true });
  });

/** A body that sends some bytes and then fails, or says no more, as its end. */
const bodyOf = (start: string, end: 'fails' | 'hangs', signal?: AbortSignal | null) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(start));
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
    pull(controller) {
      if (end === 'fails') controller.error(new TypeError('network error'));
    },
  });

describe('submit', () => {
  it('posts once, safely, and reads the verdict', async () => {
    const calls: { url: string; init: RequestInit | undefined }[] = [];
    const answer = await post(async (url, init) => {
      calls.push({ url: String(url), init });
      return json(SUCCESS);
    });
    expect(answer.verdict).to.include({ matched: true, live: null, confidence: 88.5 });
    expect(answer.raw).to.deep.equal(JSON.parse(SUCCESS));
    expect(calls).to.have.length(1);
    expect(calls[0]?.url).to.equal('https://shop.example/api/okayface');
    expect(calls[0]?.init).to.include({
      method: 'POST',
      redirect: 'error',
      credentials: 'same-origin',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const sent = await new Response(calls[0]?.init?.body as FormData).formData();
    expect([...sent.keys()].sort()).to.deep.equal([
      'apiKey',
      'imageBest',
      'imageIdCard',
      'journeyId',
      'livenessDetection',
    ]);
    expect(new Headers(calls[0]?.init?.headers).get('livenessMeta')).to.equal('{"OS":"ANDROID"}');
  });

  it('tells the bytes of the images at the start and at the end', async () => {
    const progress: number[][] = [];
    const onProgress = (...bytes: number[]) => void progress.push(bytes);
    await post(async () => json(SUCCESS), {}, { onProgress });
    expect(progress).to.deep.equal([
      [0, 1500],
      [1500, 1500],
    ]);
    progress.length = 0;
    await post(async () => json('{"probability":1}'), { dialect: 'live-v1' }, { onProgress });
    expect(progress, 'no card goes').to.deep.equal([
      [0, 1000],
      [1000, 1000],
    ]);
  });

  for (const [name, options, code] of [
    ['a plain http endpoint', { endpoint: 'http://relay.example/' }, 'ENDPOINT_INVALID'],
    ['no endpoint', { endpoint: '' }, 'ENDPOINT_INVALID'],
    ['an unknown dialect', { dialect: 'portal-plus' }, 'DIALECT_UNSUPPORTED'],
    ['no card', { card: null }, 'REQUEST_INCOMPLETE'],
  ] as const) {
    it(`sends nothing with ${name}`, async () => {
      let called = false;
      const error = await captureErrorOf(() =>
        post(async () => {
          called = true;
          return json(SUCCESS);
        }, options),
      );
      expect(error.code).to.equal(code);
      expect(called).to.equal(false);
    });
  }

  it('cannot reach an endpoint that refuses the connection', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = await captureErrorOf(() =>
      post(() => Promise.reject(cause), { endpoint: '/api?token=hush' }),
    );
    expect(error.code).to.equal('ENDPOINT_UNREACHABLE');
    expect(error.recoverable).to.equal(true);
    expect(error.cause).to.equal(cause);
    expect(error.message).to.contain('https://shop.example/api').and.not.to.contain('hush');
  });

  it('cannot reach a closed port through the real fetch', async () => {
    const error = await captureErrorOf(() =>
      post((...request) => fetch(...request), { endpoint: 'http://localhost:1/' }),
    );
    expect(error.code).to.equal('ENDPOINT_UNREACHABLE');
  });

  it('gives up after its time limit, before the answer', async () => {
    const error = await captureErrorOf(() => post(silent, { timeoutMs: 1 }));
    expect(error.code).to.equal('ENDPOINT_TIMEOUT');
    expect(error.recoverable).to.equal(true);
    expect(error.message).to.contain('1 ms');
  });

  it('gives up after its time limit, within the answer', async () => {
    const slow: SubmitDeps['fetch'] = async (_url, init) =>
      new Response(bodyOf('{"sta', 'hangs', init?.signal));
    const error = await captureErrorOf(() => post(slow, { timeoutMs: 1 }));
    expect(error.code).to.equal('ENDPOINT_TIMEOUT');
  });

  for (const reason of [undefined, new Error('the host closed it'), 'closed']) {
    it(`passes an abort through as AbortError, for the reason ${String(reason)}`, async () => {
      const controller = new AbortController();
      const work = failureOf(() => post(silent, {}, { signal: controller.signal }));
      controller.abort(reason);
      expect(await work)
        .to.be.instanceOf(DOMException)
        .with.property('name', 'AbortError');
    });
  }

  it('passes an abort within the answer through', async () => {
    const controller = new AbortController();
    const aborted = failureOf(() =>
      post(
        async (_url, init) => {
          const response = new Response(bodyOf('{"sta', 'hangs', init?.signal));
          queueMicrotask(() => controller.abort());
          return response;
        },
        {},
        { signal: controller.signal },
      ),
    );
    expect(await aborted)
      .to.be.instanceOf(DOMException)
      .with.property('name', 'AbortError');
  });

  it('sends nothing when it is aborted already', async () => {
    let called = false;
    const error = await failureOf(() =>
      post(
        async () => {
          called = true;
          return json(SUCCESS);
        },
        {},
        { signal: AbortSignal.abort() },
      ),
    );
    expect(error).to.be.instanceOf(DOMException).with.property('name', 'AbortError');
    expect(called).to.equal(false);
  });

  it('reports a connection that ends within the answer', async () => {
    const error = await captureErrorOf(() => post(async () => new Response(bodyOf('{"sta', 'fails'))));
    expect(error.code).to.equal('RESPONSE_UNREADABLE');
    expect(error.recoverable).to.equal(true);
    expect(error.status).to.equal(200);
  });

  for (const [name, text, code] of [
    ['takes an answer of exactly the limit', SUCCESS.padEnd(MAX_ANSWER_BYTES), null],
    ['refuses an answer over the limit', SUCCESS.padEnd(MAX_ANSWER_BYTES + 1), 'RESPONSE_UNREADABLE'],
  ] as const) {
    it(name, async () => {
      if (code === null) {
        expect((await post(async () => json(text))).verdict.confidence).to.equal(88.5);
      } else {
        expect((await captureErrorOf(() => post(async () => json(text)))).code).to.equal(code);
      }
    });
  }

  it('stops an endless answer', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: () => {
        cancelled = true;
      },
    });
    const error = await captureErrorOf(() => post(async () => new Response(endless)));
    expect(error.code).to.equal('RESPONSE_UNREADABLE');
    expect(cancelled).to.equal(true);
  });

  it('reads UTF-8 across the borders of its parts, behind a byte order mark', async () => {
    const bytes = new TextEncoder().encode(`\ufeff{"request_id":"é中","result_idcard":{"confidence":80}}`);
    const parts = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { verdict } = await post(async () => new Response(parts));
    expect(verdict.requestId).to.equal('é中');
  });

  it('hands on what the server refused', async () => {
    const error = await captureErrorOf(() =>
      post(async () => json('{"status":"error","message":"FACE_IS_OCCLUDED"}', 400)),
    );
    expect(error.code).to.equal('FACE_IS_OCCLUDED');
    expect(error.hint?.message).to.equal('Face is occluded');
  });

  it('puts neither key nor journey into a message', async () => {
    for (const fetch of [
      () => Promise.reject(new TypeError('x')),
      async () => json('{}'),
      async () => json('', 502),
    ]) {
      const error = await captureErrorOf(() => post(fetch));
      expect(error.message).not.to.match(/a-key|a-journey/);
    }
  });
});
