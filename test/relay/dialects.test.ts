import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DEMO_ACCOUNT, DEMO_API_KEY, DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { submit } from '../../src/okayface/client.ts';
import type { RelayOptions } from '../../src/relay/index.ts';
import { DIALECT_IDS, type DialectId } from '../../src/types/capture.ts';
import { picture } from '../emulator/calls.ts';
import { startEmulatorChild, type EmulatorChild } from './emulator-child.ts';
import { assertNoSecrets, serveRelay } from './relay-server.ts';

const selfie = await picture();
const card = await picture(900, 600, 'png');
const PAGE_JOURNEY = 'the-pages-own-journey';
const PAGE_KEY = 'the-pages-own-key';

let emulator: EmulatorChild;
before(async () => {
  emulator = await startEmulatorChild();
});
beforeEach(() => emulator.reset());
after(() => emulator.close());

type Way = readonly [name: string, options: Omit<RelayOptions, 'upstream' | 'dialect'>, journeyId?: string];

const JOURNEY_WAYS: readonly Way[] = [
  ['a journey of its own', { account: DEMO_ACCOUNT }],
  ['a journey of its own and a key', { account: DEMO_ACCOUNT, apiKey: DEMO_API_KEY }],
  [
    "the page's journey",
    { journey: 'from-page', mayUseJourney: (_, id) => id === DEMO_JOURNEY_ID },
    DEMO_JOURNEY_ID,
  ],
  ["the host's journey", { journey: () => DEMO_JOURNEY_ID }],
];
const KEY_WAYS: readonly Way[] = [['the key', { apiKey: DEMO_API_KEY }]];

const isPortal = (dialect: DialectId) => dialect.startsWith('portal');
const takesCard = (dialect: DialectId) => !dialect.includes('live');

/** The element's own client, as it posts from a page that tries to bring its own credentials. */
const submitTo = (endpoint: string, dialect: DialectId, journeyId = PAGE_JOURNEY) =>
  submit(
    {
      endpoint,
      dialect,
      selfie: new Blob([selfie], { type: 'image/jpeg' }),
      card: new Blob([card], { type: 'image/png' }),
      journeyId,
      apiKey: PAGE_KEY,
      liveness: true,
      os: 'ANDROID',
      headers: { authorization: 'Bearer of-the-host', 'x-anything': 'else' },
    },
    { fetch, baseUrl: endpoint },
  );

for (const dialect of DIALECT_IDS) {
  for (const [way, options, journeyId] of isPortal(dialect) ? JOURNEY_WAYS : KEY_WAYS) {
    it(`${dialect} reaches a verdict with ${way}, and images arrive unchanged`, async () => {
      const relay = await serveRelay({ ...options, upstream: emulator.url, dialect });
      try {
        const { verdict } = await submitTo(relay.url, dialect, journeyId);
        assert.equal(verdict.matched, takesCard(dialect) ? true : null);
        const [received, ...more] = await emulator.received();
        assert.equal(received?.dialect, dialect);
        assert.equal(more.length, 0);
        assert.deepEqual(await emulator.image('selfie'), selfie);
        if (takesCard(dialect)) assert.deepEqual(await emulator.image('card'), card);
        const [entry] = relay.log;
        assert.equal(entry?.code, null);
        assert.equal(entry?.status, 200);
        assertNoSecrets(relay.log, [PAGE_JOURNEY, PAGE_KEY, DEMO_JOURNEY_ID]);
      } finally {
        await relay.close();
      }
    });
  }
}

describe('what reaches the vendor', () => {
  it('has the documented fields, the device and nothing else of the page', async () => {
    const relay = await serveRelay({ account: DEMO_ACCOUNT, upstream: emulator.url, dialect: 'portal-v2' });
    try {
      await submitTo(relay.url, 'portal-v2');
      const [received] = await emulator.received();
      assert.deepEqual(
        received?.fields.map(({ name, fileName, type }) => [name, fileName, type]),
        [
          ['journeyId', undefined, undefined],
          ['livenessDetection', undefined, undefined],
          ['blacklistFaceSearch', undefined, undefined],
          ['imageBest', 'selfie.jpg', 'image/jpeg'],
          ['imageIdCard', 'id-card.png', 'image/png'],
        ],
      );
      assert.equal(received?.livenessMeta, '{"OS":"ANDROID"}');
    } finally {
      await relay.close();
    }
  });

  it('is base64 where the page sends base64', async () => {
    const relay = await serveRelay({ account: DEMO_ACCOUNT, upstream: emulator.url, dialect: 'portal-v1-1' });
    const form = new FormData();
    form.append('imageBestBase64', Buffer.from(selfie).toString('base64'));
    form.append('imageIdCard', new Blob([card]));
    try {
      const response = await fetch(relay.url, { method: 'POST', body: form });
      assert.equal(response.status, 200);
      assert.deepEqual(await emulator.image('selfie'), selfie);
      const [received] = await emulator.received();
      assert.deepEqual([received?.selfie?.form, received?.card?.form], ['base64', 'file']);
    } finally {
      await relay.close();
    }
  });

  for (const [liveness, sent, arrives] of [
    ['from-page', null, false],
    ['from-page', 'false', false],
    ['from-page', 'true', true],
    ['always', null, true],
    ['always', 'false', true],
  ] as const) {
    it(`liveness ${liveness} makes livenessDetection ${arrives} of the page's ${sent}`, async () => {
      const relay = await serveRelay({
        account: DEMO_ACCOUNT,
        upstream: emulator.url,
        dialect: 'portal-v1-1',
        liveness,
      });
      const form = new FormData();
      form.append('imageBest', new Blob([selfie]));
      form.append('imageIdCard', new Blob([card]));
      if (sent !== null) form.append('livenessDetection', sent);
      try {
        await fetch(relay.url, { method: 'POST', body: form });
        assert.equal((await emulator.received())[0]?.livenessDetection, arrives);
      } finally {
        await relay.close();
      }
    });
  }
});

describe('what comes back', () => {
  for (const [answer, status, contentType] of [
    ['FACE_NOT_FOUND', 200, 'application/json'],
    ['bare-400', 400, 'application/json'],
    ['html-502', 502, 'text/plain; charset=utf-8'],
    ['too-big', 413, 'text/plain; charset=utf-8'],
    ['empty', 200, null],
  ] as const) {
    it(`${answer} is passed on with its status, as ${contentType}`, async () => {
      const relay = await serveRelay({ apiKey: DEMO_API_KEY, upstream: emulator.url, dialect: 'live-v1' });
      const form = new FormData();
      form.append('data', new Blob([selfie]));
      await emulator.steer({ answer });
      try {
        const response = await fetch(relay.url, { method: 'POST', body: form });
        assert.equal(response.status, status);
        assert.equal(response.headers.get('content-type'), contentType);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
        assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
        assert.equal(relay.log[0]?.code, null);
      } finally {
        await relay.close();
      }
    });
  }

  it('a refusal by the vendor becomes the same hint as without a relay', async () => {
    const relay = await serveRelay({ account: DEMO_ACCOUNT, upstream: emulator.url, dialect: 'portal-v1-1' });
    await emulator.steer({ answer: 'FACE_TOO_CLOSE' });
    try {
      await assert.rejects(submitTo(relay.url, 'portal-v1-1'), { code: 'FACE_TOO_CLOSE' });
    } finally {
      await relay.close();
    }
  });
});

describe('journeys', () => {
  const post = async (url: string, journeyId?: string) => {
    const form = new FormData();
    if (journeyId !== undefined) form.append('journeyId', journeyId);
    form.append('imageBest', new Blob([selfie]));
    return fetch(url, { method: 'POST', body: form });
  };

  it('a made journey is told to the host and in a header', async () => {
    const told: string[] = [];
    const relay = await serveRelay({
      account: DEMO_ACCOUNT,
      upstream: emulator.url,
      dialect: 'portal-live',
      onJourney: (_, id) => void told.push(id),
    });
    try {
      const response = await post(relay.url, PAGE_JOURNEY);
      const { status } = await response.json();
      assert.equal(status, 'success');
      assert.equal(told.length, 1);
      assert.equal(response.headers.get('okay-journey-id'), told[0]);
      assert.notEqual(told[0], PAGE_JOURNEY);
      assertNoSecrets(relay.log, told);
    } finally {
      await relay.close();
    }
  });

  it('a journey that the vendor does not make is a 502, with the code in the log only', async () => {
    const relay = await serveRelay({
      account: { ...DEMO_ACCOUNT, password: 'a-wrong-password' },
      upstream: emulator.url,
      dialect: 'portal-live',
    });
    try {
      const response = await post(relay.url);
      assert.equal(response.status, 502);
      assert.deepEqual(await response.json(), { status: 'error', message: 'RELAY_JOURNEY_FAILED' });
      assert.equal(relay.log[0]?.vendorCode, 'INCORRECT_PASSWORD');
      assertNoSecrets(relay.log, ['a-wrong-password']);
      assert.deepEqual(await emulator.received(), []);
    } finally {
      await relay.close();
    }
  });

  for (const [what, sent, message, status] of [
    ['none', undefined, 'RELAY_JOURNEY_MISSING', 400],
    ["another person's", 'somebody-elses', 'RELAY_JOURNEY_NOT_ALLOWED', 403],
    ['something else than a journey', '../../details', 'RELAY_BODY_MALFORMED', 400],
  ] as const) {
    it(`from-page with ${what} is refused`, async () => {
      const relay = await serveRelay({
        upstream: emulator.url,
        dialect: 'portal-live',
        journey: 'from-page',
        mayUseJourney: (_, id) => id === DEMO_JOURNEY_ID,
      });
      try {
        const response = await post(relay.url, sent);
        assert.equal(response.status, status);
        assert.deepEqual(await response.json(), { status: 'error', message });
        assert.deepEqual(await emulator.received(), []);
      } finally {
        await relay.close();
      }
    });
  }
});
