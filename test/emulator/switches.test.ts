import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEMO_ACCOUNT } from '../../demo/emulator/demo-credentials.ts';
import type { Emulator } from '../../demo/emulator/emulator.ts';
import { createNodeEmulator } from '../../demo/emulator/node-middleware.ts';
import { changed, documentedCalls, picture, post, steer, type CallId } from './calls.ts';

const calls = documentedCalls(await picture(), await picture(900, 600));
const portal = {
  ...calls['portal-v1-1'],
  fields: [...calls['portal-v1-1'].fields, ['livenessDetection', 'true'] as const],
};

async function switchIds(emulator: Emulator, kind?: string): Promise<string[]> {
  const response = await emulator.handle(new Request('http://emulator.test/__emulator/switches'));
  const { switches } = await response.json();
  return switches
    .filter((each: { kind: string }) => kind === undefined || each.kind === kind)
    .map((each: { id: string }) => each.id);
}

async function answered(id: CallId, order: object): Promise<{ status: number; body: unknown }> {
  const emulator = createNodeEmulator();
  await steer(emulator, order);
  const response = await post(emulator, id === 'portal-v1-1' ? portal : calls[id]);
  return { status: response.status, body: await response.json() };
}

/** Every refusal of the pages that concern a capture, word for word. */
const DOCUMENTED_REFUSALS = [
  'API_KEY_EXPIRED',
  'MAX_API_CALL_EXCEEDED',
  'INVALID_API_KEY',
  'MISSING_ARGUMENT',
  'MISSING_ARGUMENTS: imageIdCard or imageBest',
  'PAYLOAD_TOO_LARGE',
  'Photo format error',
  'FACE_NOT_FOUND',
  'Absolute face size is too small',
  'FACE_TOO_SMALL',
  'Face is cropped',
  'FACE_CROPPED',
  'Face is occluded',
  'FACE_IS_OCCLUDED',
  'Face is too close to one or more borders',
  'FACE_CLOSE_TO_BORDER',
  'Face is too close to the camera',
  'FACE_TOO_CLOSE',
  'Facial out-of-plane rotation angle is extremely large',
  'FACE_ANGLE_TOO_LARGE',
  'Failed to detect face',
  'Interpupillary distance is too small',
  'Relative face size is too small',
  'Too many faces detected',
  'TOO_MANY_FACES',
  'Data field is compulsory.',
  'Failed to decode image',
  "Can't read image from bytes",
  'Failed while detecting face',
  'Failed while predict landmarks',
  'Failed to convert image',
  'Failed to predict result',
  'Failed to crop face',
  'Face image is too small',
  'EYES_CLOSED',
  'Error in processing.',
  'MISSING_ARGUMENTS',
  'Request size exceed 5MB.',
  'INVALID_JOURNEY_ID',
  'ERROR_IDV_EXPIRED',
  'error',
  'UNEXPECTED_ERROR',
  'UNRECOGNIZED_IMAGE',
  'INTEG_ERROR',
  'UNRESOLVED_PIC_CONTENT',
];

describe('every documented refusal is a switch', () => {
  for (const id of DOCUMENTED_REFUSALS) {
    it(id, async () => {
      const { status, body } = await answered('portal-v1-1', { answer: id });
      assert.equal(status, 200);
      assert.ok(typeof body === 'object' && body !== null);
      assert.deepEqual(
        { ...body, messageCode: 0, scorecardResult: 0, result: 0 },
        {
          status: 'error',
          message: id,
          messageCode: 0,
          scorecardResult: 0,
          result: 0,
        },
      );
    });
  }
});

describe('the documented envelopes', () => {
  for (const [id, order, status, body] of [
    ['face-v2', { answer: 'INVALID_API_KEY' }, 200, { error: 'INVALID_API_KEY', request_id: null }],
    ['face-v2', { answer: 'PAYLOAD_TOO_LARGE' }, 200, { error: 'PAYLOAD_TOO_LARGE' }],
    [
      'face-v2',
      { answer: 'PAYLOAD_TOO_LARGE', status: 413, shape: 'B' },
      413,
      { status: 'error', message: 'PAYLOAD_TOO_LARGE' },
    ],
    [
      'face-v2',
      { answer: 'API_KEY_EXPIRED' },
      200,
      { status: 'error', message: 'API_KEY_EXPIRED', result: null },
    ],
    ['portal-v1-1', { answer: 'FACE_NOT_FOUND' }, 200, { status: 'error', message: 'FACE_NOT_FOUND' }],
    ['portal-v1-1', { answer: 'null' }, 200, { status: 'error', message: null }],
    [
      'portal-v1-1',
      { answer: 'INVALID_JOURNEY_ID' },
      200,
      { status: 'error', messageCode: null, message: 'INVALID_JOURNEY_ID', scorecardResult: null },
    ],
    [
      'portal-v1-1',
      { answer: 'FACE_CROPPED', shape: 'B-code' },
      200,
      { status: 'error', messageCode: 'FACE_CROPPED', message: 'Face is cropped' },
    ],
    [
      'live-v1',
      { answer: 'Interpupillary distance is too small' },
      200,
      { error: 'Interpupillary distance is too small', error_code: 'FACE_TOO_SMALL' },
    ],
    [
      'live-v1',
      { answer: 'FACE_TOO_SMALL' },
      200,
      { error: 'Absolute face size is too small', error_code: 'FACE_TOO_SMALL' },
    ],
    ['live-v1', { answer: 'Failed to crop face' }, 200, { error: 'Failed to crop face' }],
    ['portal-v1-1', { answer: 'error', shape: 'E', status: 400 }, 400, { status: 'error' }],
    ['portal-v1-1', { answer: 'error', shape: 'E', status: 500 }, 500, { status: 'Internal Server Error' }],
  ] as const) {
    it(`${id} ${JSON.stringify(order)}`, async () => {
      assert.deepEqual(await answered(id, order), { status, body });
    });
  }

  it("D is the server's default page with a status that is a number", async () => {
    const { status, body } = await answered('portal-v1-1', {
      answer: 'UNEXPECTED_ERROR',
      shape: 'D',
      status: 500,
    });
    assert.equal(status, 500);
    assert.ok(typeof body === 'object' && body !== null && 'timestamp' in body);
    assert.deepEqual(
      { ...body, timestamp: '' },
      {
        timestamp: '',
        status: 500,
        error: 'Internal Server Error',
        message: 'UNEXPECTED_ERROR',
        path: '/api/ekyc/okayface/v1-1',
      },
    );
  });
});

/** The value at a path of a body, such as `result_idcard.confidence`; undefined where there is none. */
function valueAt(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(name) : undefined,
      body,
    );
}

const below = (limit: number) => (value: unknown) => typeof value === 'number' && value < limit;
const above = (limit: number) => (value: unknown) => typeof value === 'number' && value > limit;
const exactly = (expected: unknown) => (value: unknown) => value === expected;

const CONFIDENCE = 'result_idcard.confidence';
const PROBABILITY = 'imageBestLiveness.probability';

const VERDICTS: readonly (readonly [CallId, string, string, (value: unknown) => boolean])[] = [
  ['portal-v1-1', 'accept', CONFIDENCE, above(75)],
  ['face-v4', 'accept', CONFIDENCE, above(1)],
  ['portal-v1-1', 'mismatch', CONFIDENCE, below(75)],
  ['face-v4', 'mismatch', CONFIDENCE, below(1)],
  ['portal-v1-1', 'at-threshold', CONFIDENCE, exactly(75)],
  ['face-v4-1', 'at-threshold', CONFIDENCE, exactly(1)],
  ['portal-v1-1', 'not-live', PROBABILITY, below(0.5)],
  ['portal-live', 'not-live', 'probability', below(0.5)],
  ['portal-v1-1', 'at-liveness-threshold', PROBABILITY, exactly(0.5)],
  ['portal-v1-1', 'poor-quality', 'imageBestLiveness.quality', below(0.5)],
  ['portal-v1-1', 'no-confidence', CONFIDENCE, exactly(undefined)],
  ['portal-v1-1', 'no-confidence', 'status', exactly('success')],
  ['portal-v1-1', 'text-confidence', CONFIDENCE, (value) => typeof value === 'string'],
  ['face-v2-2', 'nested-confidence', `${CONFIDENCE}.${CONFIDENCE}`, above(75)],
  ['portal-v1-1', 'no-liveness', 'imageBestLiveness', exactly(undefined)],
  ['portal-v1-1', 'no-liveness', 'status', exactly('success')],
];

describe('verdicts', () => {
  for (const [id, answer, path, holds] of VERDICTS) {
    it(`${id} ${answer} at ${path}`, async () => {
      const { status, body } = await answered(id, { answer });
      assert.equal(status, 200);
      assert.ok(holds(valueAt(body, path)), JSON.stringify(body));
    });
  }

  it('portal-v2 blacklisted', async () => {
    const emulator = createNodeEmulator();
    await steer(emulator, { answer: 'blacklisted' });
    const call = changed(calls['portal-v2'], 'none', null, [['blacklistFaceSearch', 'true']]);
    assert.equal((await (await post(emulator, call)).json()).blacklistFaceSearch.status, 'FOUND');
  });
});

describe('faults', () => {
  for (const [answer, status, contentType, body] of [
    ['html-502', 502, /^text\/html/, /^<!doctype html>/],
    ['too-big', 413, /^text\/html/, /Too Large/],
    ['html-200', 200, /^text\/html/, /^<!doctype html>/],
    ['empty', 200, /json/, /^$/],
    ['unknown-json', 200, /json/, /^\{"greeting"/],
    ['truncated-json', 200, /json/, /confid$/],
    ['spring-500', 500, /json/, /"status":500/],
    ['bare-400', 400, /json/, /^\{"status":"error"\}$/],
    ['bare-500', 500, /json/, /^\{"status":"Internal Server Error"\}$/],
  ] as const) {
    it(answer, async () => {
      const emulator = createNodeEmulator();
      await steer(emulator, { answer });
      const response = await post(emulator, portal);
      assert.equal(response.status, status);
      assert.match(response.headers.get('content-type') ?? '', contentType);
      assert.match(await response.text(), body);
    });
  }

  it('drop is a network error', async () => {
    const emulator = createNodeEmulator();
    await steer(emulator, { answer: 'drop' });
    assert.equal((await post(emulator, portal)).type, 'error');
  });

  for (const order of [{ answer: 'hang' }, { answer: 'slow' }, { answer: 'accept', delayMs: 600_000 }]) {
    it(`${JSON.stringify(order)} ends when the client goes away`, async () => {
      const emulator = createNodeEmulator();
      await steer(emulator, order);
      const leaving = new AbortController();
      const form = new FormData();
      for (const [name, value] of portal.fields) {
        form.append(name, typeof value === 'string' ? value : new Blob([value]));
      }
      const request = new Request(`http://emulator.test${portal.path}`, {
        method: 'POST',
        body: form,
        signal: leaving.signal,
      });
      const response = emulator.handle(request);
      while (emulator.received.length === 0) await new Promise(setImmediate);
      leaving.abort();
      assert.equal((await response).type, 'error');
    });
  }

  it('a delay comes before the answer', async () => {
    const { status } = await answered('portal-v1-1', { answer: 'accept', delayMs: 1 });
    assert.equal(status, 200);
  });
});

describe('the queue', () => {
  it('answers in order, as often as asked, and then accepts', async () => {
    const emulator = createNodeEmulator();
    await steer(emulator, { answer: 'FACE_CROPPED', times: 2 });
    await steer(emulator, { answer: 'EYES_CLOSED' });
    for (let n = 0; n < 4; n++) await post(emulator, portal);
    const answers = emulator.received.map(({ answer }) => answer);
    assert.deepEqual(answers, ['FACE_CROPPED', 'FACE_CROPPED', 'EYES_CLOSED', 'accept']);
  });

  it('is left alone by a malformed request', async () => {
    const emulator = createNodeEmulator();
    await steer(emulator, { answer: 'FACE_CROPPED' });
    await post(emulator, changed(portal, 'imageBest', null));
    await post(emulator, portal);
    const answers = emulator.received.map(({ answer }) => answer);
    assert.deepEqual(answers, ['MISSING_ARGUMENTS', 'FACE_CROPPED']);
  });

  it('can be emptied', async () => {
    const emulator = createNodeEmulator();
    await steer(emulator, { answer: 'FACE_CROPPED' });
    await emulator.handle(new Request('http://emulator.test/__emulator/next', { method: 'DELETE' }));
    await post(emulator, portal);
    assert.equal(emulator.received[0]?.answer, 'accept');
  });

  it('takes every switch that is listed, each listed once', async () => {
    const emulator = createNodeEmulator();
    const ids = await switchIds(emulator);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) await steer(emulator, { answer: id });
  });

  for (const [what, order] of [
    ['no object', '7'],
    ['no JSON', '{'],
    ['an unknown answer', '{"answer":"FACE_IS_NICE"}'],
    ['an unknown shape', '{"answer":"EYES_CLOSED","shape":"Z"}'],
    ['a shape for a verdict', '{"answer":"accept","shape":"B"}'],
    ['no times', '{"answer":"accept","times":0}'],
    ['half a time', '{"answer":"accept","times":1.5}'],
    ['a negative delay', '{"answer":"accept","delayMs":-1}'],
    ['an impossible status', '{"answer":"accept","status":99}'],
    ['an unknown endpoint', '{"answer":"accept","at":"login"}'],
  ] as const) {
    it(`refuses ${what} and says what is wrong`, async () => {
      const response = await createNodeEmulator().handle(
        new Request('http://emulator.test/__emulator/next', { method: 'POST', body: order }),
      );
      assert.equal(response.status, 400);
      assert.match((await response.json()).error, /\w+/);
    });
  }
});

describe('create JourneyID', () => {
  const create = (emulator: Emulator, account: object) =>
    emulator.handle(
      new Request('http://emulator.test/api/ekyc/journeyid', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(account),
      }),
    );

  it('makes a journey that is let in until the reset', async () => {
    const emulator = createNodeEmulator();
    const body = await (await create(emulator, DEMO_ACCOUNT)).json();
    assert.deepEqual(
      { ...body, journeyId: '' },
      { status: 'success', message: 'api.success', journeyId: '' },
    );
    const call = changed(portal, 'journeyId', body.journeyId);
    assert.equal((await (await post(emulator, call)).json()).status, 'success');
    emulator.reset();
    assert.equal((await (await post(emulator, call)).json()).message, 'INVALID_JOURNEY_ID');
  });

  for (const [account, message] of [
    [{ username: DEMO_ACCOUNT.username }, 'MISSING_PARAM_CRENDENTIAL'],
    [{ password: DEMO_ACCOUNT.password }, 'MISSING_PARAM_CRENDENTIAL'],
    [{ ...DEMO_ACCOUNT, username: 'nobody' }, 'USERNAME_NOT_EXIST'],
    [{ ...DEMO_ACCOUNT, password: 'wrong' }, 'INCORRECT_PASSWORD'],
  ] as const) {
    it(`${message} for ${Object.keys(account).join(' and ')}`, async () => {
      const response = await create(createNodeEmulator(), account);
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), { status: 'error', message });
    });
  }

  it('has switches of its own, which a capture leaves alone', async () => {
    const emulator = createNodeEmulator();
    await steer(emulator, { answer: 'MAX_JOURNEY_EXCEEDED' });
    await steer(emulator, { answer: 'bare-500', at: 'journey' });
    assert.equal((await (await post(emulator, portal)).json()).status, 'success');
    assert.equal((await (await create(emulator, DEMO_ACCOUNT)).json()).message, 'MAX_JOURNEY_EXCEEDED');
    assert.equal((await create(emulator, DEMO_ACCOUNT)).status, 500);
  });
});
