import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createRelay, type RelayOptions } from '../../src/relay/index.ts';

const KEY = 'a-key-that-nobody-may-see';
const PASSWORD = 'a-password-that-nobody-may-see';
const account = { username: 'user', password: PASSWORD };
const LIVE = { upstream: 'https://vendor.example', dialect: 'live-v1', apiKey: KEY } as const;
const PORTAL = { upstream: 'https://vendor.example', dialect: 'portal-live', account } as const;

/** As JavaScript would hand it over. */
const untyped = (options: object) => options as RelayOptions;

for (const [what, options, error, words] of [
  ['no upstream', { ...LIVE, upstream: undefined }, TypeError, /option upstream/],
  ['a relative upstream', { ...LIVE, upstream: '/vendor' }, TypeError, /option upstream/],
  ['http', { ...LIVE, upstream: 'http://vendor.example' }, TypeError, /option upstream/],
  ['ftp', { ...LIVE, upstream: 'ftp://localhost' }, TypeError, /option upstream/],
  [
    'a host that begins like localhost',
    { ...LIVE, upstream: 'http://localhost.evil.example' },
    TypeError,
    /upstream/,
  ],
  [
    'a password in the upstream',
    { ...LIVE, upstream: `https://u:${PASSWORD}@v.example` },
    TypeError,
    /upstream/,
  ],
  ['a query', { ...LIVE, upstream: `https://v.example?key=${KEY}` }, TypeError, /option upstream/],
  ['no dialect', { ...LIVE, dialect: undefined }, Error, /dialect/],
  ['an unknown dialect', { ...LIVE, dialect: 'face-v9' }, Error, /face-v9/],
  ['a dialect of the mobile SDK', { ...LIVE, dialect: 'face-v3' }, Error, /SDK/],
  ['no key', { ...LIVE, apiKey: undefined }, TypeError, /option apiKey/],
  ['an empty key', { ...LIVE, apiKey: '' }, TypeError, /option apiKey/],
  ['a key with a line break', { ...LIVE, apiKey: `${KEY}\n` }, TypeError, /option apiKey/],
  ['an account without journeys', { ...LIVE, account }, TypeError, /option account/],
  ['a journey without journeys', { ...LIVE, journey: 'create' }, TypeError, /option journey/],
  ['no account', { ...PORTAL, account: undefined }, TypeError, /option account/],
  [
    'an account without a password',
    { ...PORTAL, account: { username: 'u' } },
    TypeError,
    /account\.password/,
  ],
  [
    'an account without a name',
    { ...PORTAL, account: { password: PASSWORD } },
    TypeError,
    /account\.username/,
  ],
  ['an unknown journey', { ...PORTAL, journey: 'reuse' }, TypeError, /option journey/],
  [
    'from-page with an account',
    { ...PORTAL, journey: 'from-page', mayUseJourney: () => true },
    TypeError,
    /account/,
  ],
  [
    'from-page without a guard',
    { ...PORTAL, account: undefined, journey: 'from-page' },
    TypeError,
    /option mayUseJourney/,
  ],
  ['a guard without from-page', { ...PORTAL, mayUseJourney: () => true }, TypeError, /option mayUseJourney/],
  [
    'onJourney where none is made',
    { ...PORTAL, account: undefined, journey: () => 'x', onJourney: () => undefined },
    TypeError,
    /option onJourney/,
  ],
  ['an unknown liveness', { ...PORTAL, liveness: 'never' }, TypeError, /option liveness/],
  ['an origin with a path', { ...LIVE, allowedOrigins: ['https://a.example/'] }, TypeError, /allowedOrigins/],
  ['any origin', { ...LIVE, allowedOrigins: ['*'] }, TypeError, /option allowedOrigins/],
  ['the origin null', { ...LIVE, allowedOrigins: ['null'] }, TypeError, /option allowedOrigins/],
  ['no bytes', { ...LIVE, maxBodyBytes: 0 }, RangeError, /option maxBodyBytes/],
  ['no number of bytes', { ...LIVE, maxBodyBytes: '5MB' }, RangeError, /option maxBodyBytes/],
  ['no time', { ...LIVE, timeoutMs: 0 }, RangeError, /option timeoutMs/],
  ['endless time', { ...LIVE, timeoutMs: Infinity }, RangeError, /option timeoutMs/],
  [
    'no requests',
    { ...LIVE, rate: { requests: 0, windowMs: 1, keyOf: String } },
    RangeError,
    /rate\.requests/,
  ],
  ['no window', { ...LIVE, rate: { requests: 1, windowMs: 0, keyOf: String } }, RangeError, /rate\.windowMs/],
  ['no one to count', { ...LIVE, rate: { requests: 1, windowMs: 1 } }, TypeError, /rate\.keyOf/],
  ['a callback that is none', { ...LIVE, authorise: true }, TypeError, /option authorise/],
  ['an option that is none', { ...LIVE, apikey: KEY }, TypeError, /option apikey/],
] as const) {
  it(`${what} is refused at start, without a secret in the message`, () => {
    assert.throws(
      () => createRelay(untyped(options)),
      (thrown) => {
        assert(thrown instanceof error);
        assert.match(thrown.message, words);
        assert(!thrown.message.includes(KEY) && !thrown.message.includes(PASSWORD));
        return true;
      },
    );
  });
}

for (const [what, options] of [
  ['http on localhost', { ...LIVE, upstream: 'http://localhost:8080' }],
  ['an upstream with a path', { ...LIVE, upstream: 'https://gateway.example/vendor/' }],
  ['an account and a key', { ...PORTAL, apiKey: KEY }],
  ['a journey of the host', { ...PORTAL, account: undefined, journey: () => 'x' }],
  ['the largest rate', { ...LIVE, rate: { requests: 1000, windowMs: 86_400_000, keyOf: String } }],
] as const) {
  it(`${what} is taken`, () => {
    assert.equal(typeof createRelay(untyped(options)), 'function');
  });
}

it('the path of upstream comes before that of the dialect', async () => {
  const asked: string[] = [];
  const relay = createRelay({
    ...LIVE,
    upstream: 'https://gateway.example/vendor/',
    fetch: (url) => {
      asked.push(String(url));
      return Promise.resolve(Response.json({}));
    },
  });
  const form = new FormData();
  form.append('data', new Blob(['x']));
  await relay(new Request('https://host.example/', { method: 'POST', body: form }));
  assert.deepEqual(asked, ['https://gateway.example/vendor/api/check_liveness']);
});
