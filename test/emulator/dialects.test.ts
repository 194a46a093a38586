import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { createNodeEmulator } from '../../demo/emulator/node-middleware.ts';
import {
  base64,
  changed,
  documentedCalls,
  picture,
  post,
  type Call,
  type CallId,
  type Fields,
} from './calls.ts';

const selfie = await picture();
const card = await picture(900, 600, 'png');
const calls = documentedCalls(selfie, card);

/** Property paths of a body, so that its form can be compared without its numbers. */
function form(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}:${typeof value}`];
  return Object.entries(value).flatMap(([name, inner]) => form(inner, path ? `${path}.${name}` : name));
}

const TRIPLE = ['probability:number', 'score:number', 'quality:number'];
const LIVENESS = TRIPLE.map((name) => `imageBestLiveness.${name}`);
const SUCCESS = ['status:string', 'messageCode:string'];
const MATCH = ['request_id:string', 'result_idcard.confidence:number'];
const SEARCH = ['blacklistFaceSearch.status:string', 'blacklistFaceSearch.requestId:string'];

/** The documented samples of the success answers, by their forms. */
const DOCUMENTED: readonly (readonly [CallId, Fields, readonly string[]])[] = [
  ['portal-v1-1', [], [...SUCCESS, ...MATCH]],
  ['portal-v1-1', [['livenessDetection', 'true']], [...SUCCESS, ...LIVENESS, ...MATCH]],
  ['portal-v1-1', [['livenessDetection', 'false']], [...SUCCESS, ...MATCH]],
  ['portal-v1', [['livenessDetection', 'true']], [...SUCCESS, ...LIVENESS, ...MATCH]],
  ['portal-v2', [], [...SUCCESS, 'result_idcard.confidence:number']],
  [
    'portal-v2',
    [
      ['livenessDetection', 'true'],
      ['blacklistFaceSearch', 'true'],
    ],
    [...SUCCESS, ...LIVENESS, ...SEARCH, 'result_idcard.confidence:number'],
  ],
  ['face-v2', [], MATCH],
  ['face-v2-1', [], [...LIVENESS, ...MATCH]],
  ['face-v2-2', [], [...LIVENESS, ...MATCH]],
  ['face-v4', [], MATCH],
  ['face-v4-1', [], [...LIVENESS, ...MATCH]],
  ['live-v1', [], TRIPLE],
  ['portal-live', [], [...SUCCESS, ...TRIPLE]],
];

function more(call: Call, fields: Fields): Call {
  return { ...call, fields: [...call.fields, ...fields] };
}

describe('a well-formed request succeeds in the documented form', () => {
  for (const [id, extra, expected] of DOCUMENTED) {
    it(`${id} ${extra.map(([name, value]) => `${name}=${String(value)}`).join(' ')}`, async () => {
      const response = await post(createNodeEmulator(), more(calls[id], extra));
      const body: unknown = await response.json();
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
      assert.deepEqual(form(body).sort(), [...expected].sort());
    });
  }

  it('the alias /api/okayface answers like portal v1-1', async () => {
    const emulator = createNodeEmulator();
    const alias = await post(emulator, { ...calls['portal-v1-1'], path: '/api/okayface' });
    assert.deepEqual(form(await alias.json()).sort(), [...SUCCESS, ...MATCH].sort());
    assert.equal(emulator.received[0]?.dialect, 'portal-v1-1');
  });

  it('the portal takes base64 instead of files, mixed too', async () => {
    const journey = ['journeyId', DEMO_JOURNEY_ID] as const;
    for (const fields of [
      [journey, ['imageBestBase64', base64(selfie)], ['imageIdCardBase64', base64(card)]],
      [journey, ['imageBest', selfie], ['imageIdCardBase64', base64(card)]],
    ] as const) {
      const response = await post(createNodeEmulator(), { ...calls['portal-v1-1'], fields });
      assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
    }
  });

  for (const value of ['{"OS":"Desktop"}', '{"OS":"IOS"}', '{"OS":"ANDROID"}', '{"OS":"UNKNOWN"}']) {
    it(`livenessMeta ${value} is taken and listed`, async () => {
      const emulator = createNodeEmulator();
      const response = await post(emulator, { ...calls['face-v2'], headers: { livenessMeta: value } });
      assert.equal(response.headers.get('x-okayface-emulator-reason'), null);
      assert.equal(emulator.received[0]?.livenessMeta, value);
    });
  }
});

describe('what was received can be looked at', () => {
  const ask = async (emulator: ReturnType<typeof createNodeEmulator>, path: string) =>
    emulator.handle(new Request(`http://emulator.test/__emulator/${path}`));

  it('lists names, sizes and formats, and no value', async () => {
    const emulator = createNodeEmulator();
    await post(emulator, { ...calls['portal-v1-1'], headers: { livenessMeta: '{"OS":"IOS"}' } });
    const text = await (await ask(emulator, 'requests')).text();
    const [entry] = JSON.parse(text);
    assert.deepEqual(
      entry.fields.map(({ name, kind, bytes }: Record<string, unknown>) => [name, kind, bytes]),
      [
        ['journeyId', 'text', DEMO_JOURNEY_ID.length],
        ['imageBest', 'file', selfie.length],
        ['imageIdCard', 'file', card.length],
      ],
    );
    assert.deepEqual(entry.selfie, {
      field: 'imageBest',
      form: 'file',
      format: 'jpeg',
      width: 600,
      height: 800,
      bytes: selfie.length,
    });
    assert.equal(entry.card.format, 'png');
    assert.equal(text.includes(DEMO_JOURNEY_ID), false);
  });

  it('gives back the images, by number and as the latest', async () => {
    const emulator = createNodeEmulator();
    await post(emulator, calls['face-v2-2']);
    for (const [path, expected, type] of [
      ['requests/1/selfie', selfie, 'image/jpeg'],
      ['requests/latest/card', card, 'image/png'],
    ] as const) {
      const response = await ask(emulator, path);
      assert.equal(response.headers.get('content-type'), type);
      assert.deepEqual(new Uint8Array(await response.arrayBuffer()), expected);
    }
  });

  it('has nothing for a request that never was, nor for a card that was not sent', async () => {
    const emulator = createNodeEmulator();
    await post(emulator, calls['live-v1']);
    for (const path of [
      'requests/2',
      'requests/2/selfie',
      'requests/1/card',
      'requests/1/selfie/x',
      'nothing',
    ]) {
      assert.equal((await ask(emulator, path)).status, 404, path);
    }
  });

  it('keeps the latest 50 and forgets all on reset', async () => {
    const emulator = createNodeEmulator();
    const empty = changed(calls['live-v1'], 'data', null);
    for (let n = 0; n < 51; n++) await post(emulator, empty);
    assert.equal(emulator.received.length, 50);
    assert.equal(emulator.received[0]?.n, 2);
    await emulator.handle(new Request('http://emulator.test/__emulator/reset', { method: 'POST' }));
    assert.equal(emulator.received.length, 0);
  });
});
