import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createNodeEmulator } from '../../demo/emulator/node-middleware.ts';
import { base64, changed, documentedCalls, init, padded, picture, post, type Call } from './calls.ts';

const MAX_IMAGE_BYTES = 3_000_000;
const MAX_REQUEST_BYTES = 5_000_000;

const selfie = await picture();
const card = await picture(900, 600);
const calls = documentedCalls(selfie, card);
const portal = calls['portal-v1-1'];

const webp = await picture(600, 800, 'webp');
const small = await picture(449, 800);
const png = await picture(600, 800, 'png');
const smallest = await picture(450, 450);
const truncated = selfie.slice(0, selfie.length - 400);
const notAnImage = new TextEncoder().encode('GIF89a, or so it says');

const B = (message: string) => ({ status: 'error', message });
const A = (error: string) => ({ error, request_id: null });
const NO_JOURNEY = { ...B('INVALID_JOURNEY_ID'), messageCode: null, scorecardResult: null };
const NO_IMAGES = A('MISSING_ARGUMENTS: imageIdCard or imageBest');

const MALFORMED: readonly (readonly [what: string, Call, refusal: object])[] = [
  ['portal: no journey', changed(portal, 'journeyId', null), NO_JOURNEY],
  ['portal: empty journey', changed(portal, 'journeyId', ''), NO_JOURNEY],
  ['portal: unknown journey', changed(portal, 'journeyId', 'another'), NO_JOURNEY],
  ['portal: journey twice', changed(portal, 'none', null, [['journeyId', 'x']]), NO_JOURNEY],
  ['portal: wrong key besides', changed(portal, 'none', null, [['apiKey', 'x']]), B('INVALID_API_KEY')],
  ['portal: no selfie', changed(portal, 'imageBest', null), B('MISSING_ARGUMENTS')],
  ['portal: no card', changed(portal, 'imageIdCard', null), B('MISSING_ARGUMENTS')],
  ['portal: empty file', changed(portal, 'imageBest', new Uint8Array()), B('MISSING_ARGUMENTS')],
  ['portal: text for a file', changed(portal, 'imageBest', base64(selfie)), B('MISSING_ARGUMENTS')],
  [
    'portal: one image as a file and as base64',
    changed(portal, 'none', null, [['imageBestBase64', base64(selfie)]]),
    B('UNRESOLVED_PIC_CONTENT'),
  ],
  [
    'portal: one image twice',
    changed(portal, 'none', null, [['imageIdCard', card]]),
    B('UNRESOLVED_PIC_CONTENT'),
  ],
  [
    'portal: a data URI',
    changed(portal, 'imageBest', null, [['imageBestBase64', `data:image/jpeg;base64,${base64(selfie)}`]]),
    B('UNRESOLVED_PIC_CONTENT'),
  ],
  [
    'portal: base64 with a character too many',
    changed(portal, 'imageBest', null, [['imageBestBase64', `${base64(selfie)}*`]]),
    B('UNRESOLVED_PIC_CONTENT'),
  ],
  [
    'portal: a file under a base64 name',
    changed(portal, 'imageBest', null, [['imageBestBase64', selfie]]),
    B('UNRESOLVED_PIC_CONTENT'),
  ],
  ['portal: WebP', changed(portal, 'imageBest', webp), B('UNRECOGNIZED_IMAGE')],
  ['portal: no image', changed(portal, 'imageIdCard', notAnImage), B('UNRECOGNIZED_IMAGE')],
  ['portal: truncated JPEG', changed(portal, 'imageBest', truncated), B('UNRECOGNIZED_IMAGE')],
  ['portal: 449 px wide', changed(portal, 'imageBest', small), B('UNRECOGNIZED_IMAGE')],
  ['portal: card 449 px wide', changed(portal, 'imageIdCard', small), B('UNRECOGNIZED_IMAGE')],
  [
    'portal: selfie one byte over 3 MB',
    changed(portal, 'imageBest', padded(selfie, MAX_IMAGE_BYTES + 1)),
    B('PAYLOAD_TOO_LARGE'),
  ],
  ['portal: odd flag', changed(portal, 'none', null, [['livenessDetection', 'yes']]), B('error')],
  [
    'portal: livenessMeta that is no JSON',
    { ...portal, headers: { livenessMeta: 'IOS' } },
    B('INVALID_META'),
  ],
  [
    'portal: livenessMeta of a new OS',
    { ...portal, headers: { livenessMeta: '{"OS":"BeOS"}' } },
    B('INVALID_META'),
  ],
  ['face: no key', changed(calls['face-v2'], 'apiKey', null), A('MISSING_ARGUMENT')],
  ['face: wrong key', changed(calls['face-v2'], 'apiKey', 'x'), A('INVALID_API_KEY')],
  ['face: no selfie', changed(calls['face-v2'], 'imageBest', null), NO_IMAGES],
  ['face: WebP', changed(calls['face-v2-1'], 'imageIdCard', webp), A('Photo format error')],
  ['face: 449 px wide', changed(calls['face-v2'], 'imageBest', small), A('Photo format error')],
  [
    'face: card one byte over 3 MB',
    changed(calls['face-v2'], 'imageIdCard', padded(card, MAX_IMAGE_BYTES + 1)),
    { error: 'PAYLOAD_TOO_LARGE' },
  ],
  ['face JSON: no card', changed(calls['face-v2-2'], 'imageIdCard', null), NO_IMAGES],
  ['face JSON: empty card', changed(calls['face-v4'], 'imageIdCard', ''), NO_IMAGES],
  [
    'face JSON: a data URI',
    changed(calls['face-v4-1'], 'imageBest', `data:image/jpeg;base64,${base64(selfie)}`),
    A('Photo format error'),
  ],
  [
    'live: the selfie under the name of OkayFace',
    changed(calls['live-v1'], 'data', null, [['imageBest', selfie]]),
    { error: 'Data field is compulsory.' },
  ],
  ['live: wrong key', changed(calls['live-v1'], 'apiKey', 'x'), A('INVALID_API_KEY')],
  ['live: no image', changed(calls['live-v1'], 'data', notAnImage), { error: 'Failed to decode image' }],
  [
    'live: truncated JPEG',
    changed(calls['live-v1'], 'data', truncated),
    { error: "Can't read image from bytes" },
  ],
  [
    'live: DESKTOP, which Meta does not list',
    { ...calls['live-v1'], headers: { Meta: '{"OS":"DESKTOP"}' } },
    { error: 'INVALID_META' },
  ],
  ['portal live: no selfie', changed(calls['portal-live'], 'imageBest', null), B('MISSING_ARGUMENTS')],
  [
    'portal live: base64, which it does not take',
    changed(calls['portal-live'], 'imageBest', null, [['imageBestBase64', base64(selfie)]]),
    B('MISSING_ARGUMENTS'),
  ],
];

describe('a malformed request gets the refusal that is documented for it, and a reason', () => {
  for (const [what, call, refusal] of MALFORMED) {
    it(what, async () => {
      const response = await post(createNodeEmulator(), call);
      assert.deepEqual(await response.json(), refusal);
      assert.match(response.headers.get('x-okayface-emulator-reason') ?? '', /\w/);
    });
  }
});

describe('limits let in what is exactly at them', () => {
  for (const [what, call] of [
    ['an image of 3 MB', changed(portal, 'imageBest', padded(selfie, MAX_IMAGE_BYTES))],
    [
      'base64 of an image of 3 MB',
      changed(calls['face-v2-2'], 'imageBest', base64(padded(selfie, MAX_IMAGE_BYTES))),
    ],
    ['450 x 450 pixels', changed(portal, 'imageBest', smallest)],
    ['PNG', changed(portal, 'imageBest', png)],
  ] as const) {
    it(what, async () => {
      const response = await post(createNodeEmulator(), call);
      assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
    });
  }

  for (const [over, refusal] of [
    [0, undefined],
    [1, 'Request size exceed 5MB.'],
  ] as const) {
    it(`a portal request of 5 MB and ${over} bytes`, async () => {
      const filled = (length: number) => changed(portal, 'none', null, [['filler', 'x'.repeat(length)]]);
      const bare = await new Request('http://emulator.test', init(filled(0))).arrayBuffer();
      const emulator = createNodeEmulator();
      const response = await post(emulator, filled(MAX_REQUEST_BYTES + over - bare.byteLength));
      const { message } = await response.json();
      assert.equal(emulator.received[0]?.bytes, MAX_REQUEST_BYTES + over);
      assert.equal(message, refusal);
    });
  }

  it('individual OkayFace has no limit for the whole request', async () => {
    const big = padded(selfie, MAX_IMAGE_BYTES);
    const call = changed(changed(calls['face-v2'], 'imageBest', big), 'imageIdCard', big);
    const response = await post(createNodeEmulator(), call);
    assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
  });
});

describe('what never reaches the service gets the default page, whose status is a number', () => {
  const url = `http://emulator.test${portal.path}`;
  const multipart = 'multipart/form-data; boundary=b';
  const json = `http://emulator.test${calls['face-v2-2'].path}`;
  for (const [what, request, status] of [
    ['GET', new Request(url), 405],
    ['no such path', new Request('http://emulator.test/api/faceid/v3/verify', { method: 'POST' }), 404],
    ['no body', new Request(url, { method: 'POST' }), 415],
    ['JSON to the portal', new Request(url, init({ ...portal, body: 'json', fields: [] })), 415],
    ['multipart to a JSON dialect', new Request(json, init({ ...calls['face-v2'], path: '' })), 415],
    ['broken multipart', post400(url, multipart, '--b\r\nnonsense'), 400],
    ['broken JSON', post400(json, 'application/json', '{"apiKey":'), 400],
    ['a JSON list', post400(json, 'application/json', '[]'), 400],
    ['a JSON number for an image', post400(json, 'application/json', '{"imageBest":1}'), 400],
  ] as const) {
    it(what, async () => {
      const response = await createNodeEmulator().handle(request);
      assert.equal(response.status, status);
      const body = await response.json();
      assert.equal(body.status, status);
      assert.equal(body.path, new URL(request.url).pathname);
    });
  }
});

function post400(url: string, contentType: string, body: string): Request {
  return new Request(url, { method: 'POST', headers: { 'content-type': contentType }, body });
}
