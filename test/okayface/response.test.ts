import { expect } from '@open-wc/testing';
import { DIALECTS } from '../../src/okayface/dialects.js';
import { readAnswer } from '../../src/okayface/response.js';
import type { DialectId, OkayVerdict } from '../../src/types/capture.js';
import { captureErrorOf } from '../helpers/failure.js';

const answer = (body: unknown, status = 200, contentType: string | null = 'application/json') => ({
  status,
  contentType,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

const read = (dialect: DialectId, ...parts: Parameters<typeof answer>) =>
  readAnswer(DIALECTS[dialect], answer(...parts));

const NOTHING: OkayVerdict = {
  matched: null,
  live: null,
  confidence: null,
  probability: null,
  quality: null,
  requestId: null,
};

/** The samples of the vendor's pages, as printed. */
const SAMPLES: readonly (readonly [string, DialectId, string, Partial<OkayVerdict>])[] = [
  [
    'OkayFace V2',
    'face-v2',
    `{ "request_id": "1491401591,b0398182-ca04-4f7e-b59a-7c83398cf230", "result_idcard": { "confidence": 96.46025 } }`,
    { matched: true, confidence: 96.46025, requestId: '1491401591,b0398182-ca04-4f7e-b59a-7c83398cf230' },
  ],
  [
    'OkayFace V2-1',
    'face-v2-1',
    `{"imageBestLiveness":{"probability":2.492201929271687E-7,"score":-5.0898823738098145,"quality":1.0},
      "request_id":"TASKAI208003201910300952440191412201","result_idcard":{"confidence":57.86325}}`,
    {
      matched: false,
      live: false,
      confidence: 57.86325,
      probability: 2.492201929271687e-7,
      quality: 1,
      requestId: 'TASKAI208003201910300952440191412201',
    },
  ],
  [
    'OkayFace V4',
    'face-v4',
    `{"request_id":"8fa0cdcf-5f50-4671-8db1-47145232d200","result_idcard":{"confidence":0.51890767}}`,
    { matched: false, confidence: 0.51890767, requestId: '8fa0cdcf-5f50-4671-8db1-47145232d200' },
  ],
  [
    'OkayFace V4-1',
    'face-v4-1',
    `{"imageBestLiveness":{"probability":1.8339830987201822E-8,"score":-6.1092305183410645,"quality":1.0},
      "request_id":"53b7443b-2cf9-407e-a710-b304a6a569a5","result_idcard":{"confidence":0.51890767}}`,
    {
      matched: false,
      live: false,
      confidence: 0.51890767,
      probability: 1.8339830987201822e-8,
      quality: 1,
      requestId: '53b7443b-2cf9-407e-a710-b304a6a569a5',
    },
  ],
  [
    'Centralized OkayFace',
    'portal-v1-1',
    `{"status":"success","messageCode":"api.success",
      "imageBestLiveness":{"probability":0.9999331,"score":9.612308,"quality":0.6691686},
      "request_id":"1591169623008663I8E5268153513648","result_idcard":{"confidence":88.0169}}`,
    {
      matched: true,
      live: true,
      confidence: 88.0169,
      probability: 0.9999331,
      quality: 0.6691686,
      requestId: '1591169623008663I8E5268153513648',
    },
  ],
  [
    'Centralized OkayFace V2',
    'portal-v2',
    `{"status":"success","messageCode":"api.success",
      "imageBestLiveness":{"probability":0.99470514,"score":5.235708,"quality":0.93999994},
      "blacklistFaceSearch":{"status":"NOT_FOUND","requestId":"d16b2ae4-2b71-4375-9e1b-d0f1a7ea998c"},
      "result_idcard":{"confidence":87.76302}}`,
    { matched: true, live: true, confidence: 87.76302, probability: 0.99470514, quality: 0.93999994 },
  ],
  [
    'OkayLive V1',
    'live-v1',
    `{ "probability": 0.99, "score": 9.0, "quality": 1.0 }`,
    { live: true, probability: 0.99, quality: 1 },
  ],
  [
    'Centralized OkayLive',
    'portal-live',
    `{"status":"success","messageCode":"api.success","probability":0.9999331,"score":9.612308,"quality":0.6691686}`,
    { live: true, probability: 0.9999331, quality: 0.6691686 },
  ],
  [
    'Centralized OkayFace without liveness',
    'portal-v1',
    `{"status":"success","messageCode":"api.success","imageBestLiveness":null,"request_id":null,
      "result_idcard":{"confidence":88.0169}}`,
    { matched: true, confidence: 88.0169 },
  ],
];

describe('readAnswer, success', () => {
  for (const [name, dialect, text, verdict] of SAMPLES) {
    it(`reads the sample of ${name}`, () => {
      const { verdict: seen, raw } = read(dialect, text);
      expect(seen).to.deep.equal({ ...NOTHING, ...verdict });
      expect(raw).to.deep.equal(JSON.parse(text));
    });
  }

  for (const [dialect, confidence, matched] of [
    ['portal-v1-1', 74.999, false],
    ['portal-v1-1', 75, true],
    ['portal-v1', 75, true],
    ['portal-v2', 75, true],
    ['face-v2', 74.999, false],
    ['face-v2', 75, true],
    ['face-v2-1', 75, false],
    ['face-v2-1', 75.001, true],
    ['face-v2-2', 75, false],
    ['face-v2-2', 75.001, true],
    ['face-v4', 0.999, false],
    ['face-v4', 1, true],
    ['face-v4-1', 1, false],
    ['face-v4-1', 1.001, true],
  ] as const) {
    it(`${dialect}: a confidence of ${confidence} ${matched ? 'matches' : 'does not match'}`, () => {
      expect(read(dialect, { result_idcard: { confidence } }).verdict.matched).to.equal(matched);
    });
  }

  for (const [probability, live] of [
    [0, false],
    [0.5, false],
    [0.5001, true],
    [1, true],
  ] as const) {
    for (const dialect of ['live-v1', 'portal-live'] as const) {
      it(`${dialect}: a probability of ${probability} is ${live ? '' : 'not '}live`, () => {
        expect(read(dialect, { probability, quality: 0.1 }).verdict).to.include({ live, quality: 0.1 });
      });
    }
    it(`portal-v1-1: a probability of ${probability} is ${live ? '' : 'not '}live`, () => {
      const body = { result_idcard: { confidence: 80 }, imageBestLiveness: { probability } };
      expect(read('portal-v1-1', body).verdict).to.include({ live, probability, quality: null });
    });
  }

  it('ignores liveness where the format documents none', () => {
    const body = { result_idcard: { confidence: 2 }, imageBestLiveness: { probability: 1 } };
    expect(read('face-v4', body).verdict.live).to.equal(null);
  });
});

/** Successes without a number where one belongs. */
const UNKNOWN: readonly (readonly [string, DialectId, unknown])[] = [
  [
    'the paste error on the page of OkayFace V2-2',
    'face-v2-2',
    `{"imageBestLiveness":{"probability":1.8339830987201822E-8,"score":-6.1092305183410645,"quality":1.0},
      "request_id":"53b7443b-2cf9-407e-a710-b304a6a569a5","result_idcard":{"confidence":{"imageBestLiveness":
      {"probability":0.03970755,"score":-3.1856966,"quality":0.7613958},
      "request_id":"1588554351758433I8E5268147307508","result_idcard":{"confidence":59.11985}}}}`,
  ],
  ['no confidence', 'portal-v1-1', { status: 'success', messageCode: 'api.success' }],
  ['a confidence in text', 'portal-v1-1', { status: 'success', result_idcard: { confidence: '88' } }],
  ['a confidence of null', 'portal-v1-1', { status: 'success', result_idcard: { confidence: null } }],
  ['an endless confidence', 'portal-v1-1', '{"status":"success","result_idcard":{"confidence":1e999}}'],
  ['a confidence at top level', 'face-v2', { confidence: 88 }],
  ['no probability', 'portal-live', { status: 'success', messageCode: 'api.success' }],
  ['liveness inside a block', 'live-v1', { imageBestLiveness: { probability: 1 } }],
  ['another program', 'portal-v1-1', { hello: 'world' }],
  ['an empty object', 'portal-v1-1', {}],
  ['an array', 'portal-v1-1', [{ result_idcard: { confidence: 88 } }]],
  ['null', 'portal-v1-1', 'null'],
  ['a number', 'portal-v1-1', '88'],
];

describe('readAnswer, unknown shapes', () => {
  for (const [name, dialect, body] of UNKNOWN) {
    it(`finds no verdict in ${name}`, async () => {
      const error = await captureErrorOf(() => read(dialect, body));
      expect(error.code).to.equal('RESPONSE_UNKNOWN');
      expect(error.message).to.contain(dialect);
      expect(error.raw).to.deep.equal(typeof body === 'string' ? JSON.parse(body) : body);
    });
  }

  for (const [name, text, contentType] of [
    ['an empty body', '', null],
    ['HTML', '<!doctype html><title>Sign in</title>', 'text/html; charset=utf-8'],
    ['JSON cut short', '{"status":"succ', 'application/json'],
  ] as const) {
    it(`cannot read ${name} with status 200`, async () => {
      const error = await captureErrorOf(() => read('portal-v1-1', text, 200, contentType));
      expect(error.code).to.equal('RESPONSE_UNREADABLE');
      expect(error.raw).to.equal(text);
      expect(error.message).not.to.contain('Sign in');
    });
  }
});

const SPRING_PAGE = {
  timestamp: '2020-12-28T09:41:52.223+0000',
  status: 500,
  error: 'Internal Server Error',
  message: 'No message available',
  path: '/api/ekyc/okayid',
};

/** Name, body, HTTP status, then code, whether sending again can help, and the hint's message. */
const REFUSALS: readonly (readonly [string, unknown, number, string, boolean, string?])[] = [
  [
    'error with request_id null',
    { error: 'INVALID_API_KEY', request_id: null },
    200,
    'INVALID_API_KEY',
    false,
  ],
  ['error with a request_id', { error: 'INVALID_API_KEY', request_id: 'abc' }, 400, 'INVALID_API_KEY', false],
  ['error alone', { error: 'PAYLOAD_TOO_LARGE' }, 200, 'PAYLOAD_TOO_LARGE', false, 'PAYLOAD_TOO_LARGE'],
  [
    'status and message',
    { status: 'error', message: 'FACE_NOT_FOUND' },
    200,
    'FACE_NOT_FOUND',
    true,
    'Failed to detect face',
  ],
  [
    'result null',
    { status: 'error', message: 'API_KEY_EXPIRED', result: null },
    200,
    'API_KEY_EXPIRED',
    false,
  ],
  [
    'quota',
    { status: 'error', message: 'MAX_API_CALL_EXCEEDED', result: null },
    200,
    'MAX_API_CALL_EXCEEDED',
    false,
  ],
  [
    'messageCode null',
    { status: 'error', messageCode: null, message: 'INVALID_JOURNEY_ID', scorecardResult: null },
    200,
    'INVALID_JOURNEY_ID',
    false,
  ],
  [
    'error with error_code, by message',
    { error: 'Interpupillary distance is too small', error_code: 'FACE_TOO_SMALL' },
    200,
    'FACE_TOO_SMALL',
    true,
    'Interpupillary distance is too small',
  ],
  [
    'error_code alone',
    { error_code: 'FACE_TOO_SMALL' },
    200,
    'FACE_TOO_SMALL',
    true,
    'Absolute face size is too small',
  ],
  [
    'messageCode with a message',
    { status: 'error', messageCode: 'FACE_TOO_SMALL', message: 'Relative face size is too small' },
    200,
    'FACE_TOO_SMALL',
    true,
    'Relative face size is too small',
  ],
  [
    'a message in error',
    { error: 'Too many faces detected' },
    200,
    'TOO_MANY_FACES',
    true,
    'Too many faces detected',
  ],
  [
    'an OkayLive message',
    { error: 'Failed to crop face' },
    200,
    'FACE_TOO_CLOSE',
    true,
    'Face is too close to the camera',
  ],
  ['an OkayLive fault', { error: 'Failed to predict result' }, 200, 'Failed to predict result', true],
  [
    'our own words for EYES_CLOSED',
    { status: 'error', message: 'EYES_CLOSED' },
    200,
    'EYES_CLOSED',
    true,
    'Eyes are closed',
  ],
  ['a missing key', { error: 'MISSING_ARGUMENT: apiKey', request_id: null }, 400, 'MISSING_ARGUMENT', false],
  [
    'missing images',
    { error: 'MISSING_ARGUMENTS: imageIdCard or imageBest' },
    400,
    'MISSING_ARGUMENTS',
    false,
    'MISSING_ARGUMENTS: imageIdCard or imageBest',
  ],
  ['a format error', { error: 'Photo format error' }, 200, 'Photo format error', false],
  ['the message "null"', { status: 'error', message: 'null' }, 200, 'null', false],
  ['the message null', { status: 'error', message: null }, 200, 'null', false],
  [
    'success beside api.success',
    { status: 'error', messageCode: 'api.success', message: 'INTEG_ERROR' },
    200,
    'INTEG_ERROR',
    true,
  ],
  [
    'a code behind an unknown text',
    { status: 'error', messageCode: 'x', message: 'FACE_CROPPED' },
    200,
    'FACE_CROPPED',
    true,
    'Face is cropped',
  ],
  [
    'a documented error with a failing status',
    { status: 'error', message: 'INVALID_API_KEY' },
    500,
    'INVALID_API_KEY',
    false,
  ],
  [
    'a documented error in a framework page',
    { ...SPRING_PAGE, message: 'UNEXPECTED_ERROR' },
    500,
    'UNEXPECTED_ERROR',
    true,
  ],
  ['the framework page', SPRING_PAGE, 500, 'ENDPOINT_FAILED', true],
  ['the framework page with status 200', SPRING_PAGE, 200, 'ENDPOINT_FAILED', true],
  [
    'the framework page for a 404',
    { ...SPRING_PAGE, status: 404, error: 'Not Found' },
    404,
    'SERVER_REFUSED',
    false,
  ],
  [
    'the framework page for a 413',
    { ...SPRING_PAGE, status: 413, error: 'x' },
    413,
    'PAYLOAD_TOO_LARGE',
    false,
    'PAYLOAD_TOO_LARGE',
  ],
  ['status error alone', { status: 'error' }, 400, 'SERVER_REFUSED', false],
  ['a broken server in words', { status: 'Internal Server Error' }, 500, 'ENDPOINT_FAILED', true],
  ['a broken server in words with 200', { status: 'Internal Server Error' }, 200, 'ENDPOINT_FAILED', true],
  [
    'an unknown code',
    { status: 'error', message: 'ERROR_IMAGE_ATTACK_DETECTED' },
    200,
    'SERVER_REFUSED',
    false,
  ],
  ['an unknown code with 503', { error: 'LICENSE_ERROR' }, 503, 'SERVER_REFUSED', true],
  ['an unknown sentence', { error: 'Unauthorized for Siti binti Ahmad' }, 401, 'SERVER_REFUSED', false],
  [
    'an error beside a confidence',
    { error: 'FACE_CROPPED', result_idcard: { confidence: 99 } },
    200,
    'FACE_CROPPED',
    true,
    'Face is cropped',
  ],
];

describe('readAnswer, refusals', () => {
  for (const [name, body, status, code, recoverable, message] of REFUSALS) {
    it(`reads ${name} as ${code}`, async () => {
      const error = await captureErrorOf(() => read('portal-v1-1', body, status));
      expect(error.code).to.equal(code);
      expect(error.recoverable).to.equal(recoverable);
      expect(error.hint?.message).to.equal(message);
      expect(error.raw).to.deep.equal(body);
      expect(error.status).to.equal(status);
    });
  }

  it('quotes an unknown code, and never a sentence', async () => {
    const code = await captureErrorOf(() => read('live-v1', { error: 'LICENSE_ERROR' }));
    expect(code.message).to.contain('LICENSE_ERROR');
    for (const text of ['Unknown person Siti', 'lower_case', 'A'.repeat(65), '7851b4e3-df09', 'KEY1']) {
      const error = await captureErrorOf(() => read('live-v1', { error: text }));
      expect(error.code).to.equal('SERVER_REFUSED');
      expect(error.message).not.to.contain(text);
    }
  });

  for (const body of [
    { error: '', result_idcard: { confidence: 80 } },
    { error: null, error_code: null, result_idcard: { confidence: 80 } },
    { status: 200, error_code: 0, result_idcard: { confidence: 80 } },
  ]) {
    it(`sees no refusal in ${JSON.stringify(body)}`, () => {
      expect(read('portal-v1-1', body).verdict.confidence).to.equal(80);
    });
  }
});

describe('readAnswer, HTTP failures without a documented body', () => {
  for (const [name, status, body, contentType, code, recoverable] of [
    ['HTML by a gateway', 502, '<html>Bad Gateway</html>', 'text/html', 'ENDPOINT_FAILED', true],
    ['an empty body', 503, '', null, 'ENDPOINT_FAILED', true],
    ['a wrong path', 404, '<html>Not Found</html>', 'text/html', 'ENDPOINT_FAILED', false],
    ['too many requests', 429, 'slow down', 'text/plain', 'ENDPOINT_FAILED', true],
    ['a 413 by a proxy', 413, '<html>Too Large</html>', 'text/html', 'PAYLOAD_TOO_LARGE', false],
    ['a 413 without a body', 413, '', null, 'PAYLOAD_TOO_LARGE', false],
    ['a 413 with other JSON', 413, '{"limit":1}', 'application/json', 'PAYLOAD_TOO_LARGE', false],
    ['other JSON', 500, '{"hello":1}', 'application/json', 'ENDPOINT_FAILED', true],
    ['JSON that is no object', 400, '[]', 'application/json', 'ENDPOINT_FAILED', false],
    [
      'a success body with a failing status',
      500,
      '{"status":"success","result_idcard":{"confidence":99}}',
      'application/json',
      'ENDPOINT_FAILED',
      true,
    ],
  ] as const) {
    it(`reads ${name} (${status}) as ${code}`, async () => {
      const error = await captureErrorOf(() => read('portal-v1-1', body, status, contentType));
      expect(error.code).to.equal(code);
      expect(error.recoverable).to.equal(recoverable);
      expect(error.status).to.equal(status);
      expect(error.message).to.contain(String(status));
      expect(error.message).not.to.contain('html>');
    });
  }
});
