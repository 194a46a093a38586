import { expect } from '@open-wc/testing';
import { CaptureError } from '../../src/core/errors.js';
import { MAX_RETRIES, MAX_RETRY_AFTER_MS, readRetryAfter, retryWait } from '../../src/okayface/retry.js';

const failure = (code: string, status?: number, retryAfterMs?: number) =>
  new CaptureError(code, code, {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

describe('retryWait', () => {
  for (const [code, status, again] of [
    ['ENDPOINT_UNREACHABLE', undefined, true],
    ['ENDPOINT_FAILED', 502, true],
    ['ENDPOINT_FAILED', 503, true],
    ['ENDPOINT_FAILED', 504, true],
    ['ENDPOINT_FAILED', 429, true],
    ['SERVER_REFUSED', 429, true],
    ['ENDPOINT_FAILED', 500, false],
    ['ENDPOINT_FAILED', 404, false],
    ['ENDPOINT_TIMEOUT', undefined, false],
    ['RESPONSE_UNREADABLE', 200, false],
    ['INVALID_API_KEY', 503, false],
    ['FACE_NOT_FOUND', 200, false],
  ] as const) {
    it(`${again ? 'tries' : 'does not try'} again after ${code} ${status ?? ''}`, () => {
      expect(retryWait(failure(code, status), 0, 0) !== null).to.equal(again);
    });
  }

  for (const [retry, random, ms] of [
    [0, 0, 500],
    [0, 1, 1000],
    [1, 0, 1000],
    [1, 1, 2000],
    [2, 1, 4000],
  ] as const) {
    it(`waits ${ms} ms before retry ${retry + 1} at chance ${random}`, () => {
      expect(retryWait(failure('ENDPOINT_UNREACHABLE'), retry, random)).to.equal(ms);
    });
  }

  it('gives up after three', () => {
    expect(retryWait(failure('ENDPOINT_UNREACHABLE'), MAX_RETRIES, 0)).to.equal(null);
  });

  it('waits as long as the server asks, and not for one that asks for too long', () => {
    expect(retryWait(failure('ENDPOINT_FAILED', 429, 7000), 0, 0)).to.equal(7000);
    expect(retryWait(failure('ENDPOINT_FAILED', 429, 100), 0, 0)).to.equal(500);
    expect(retryWait(failure('ENDPOINT_FAILED', 429, MAX_RETRY_AFTER_MS), 0, 0)).to.equal(MAX_RETRY_AFTER_MS);
    expect(retryWait(failure('ENDPOINT_FAILED', 429, MAX_RETRY_AFTER_MS + 1), 0, 0)).to.equal(null);
  });
});

describe('readRetryAfter', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0);
  for (const [header, ms] of [
    [null, undefined],
    ['3', 3000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 12:00:05 GMT', 5000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-3', undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${header === null ? 'no header' : `"${header}"`} as ${ms ?? 'nothing'}`, () => {
      expect(readRetryAfter(header, now)).to.equal(ms);
    });
  }
});

describe('CaptureError.maybeSent', () => {
  for (const [code, status, maybe] of [
    ['ENDPOINT_UNREACHABLE', undefined, true],
    ['ENDPOINT_TIMEOUT', undefined, true],
    ['RESPONSE_UNREADABLE', 200, true],
    ['SENDING_CANCELLED', undefined, true],
    ['ENDPOINT_FAILED', 500, true],
    ['ENDPOINT_FAILED', 502, true],
    ['ENDPOINT_FAILED', 503, false],
    ['ENDPOINT_FAILED', 429, false],
    ['ENDPOINT_INVALID', undefined, false],
    ['FACE_NOT_FOUND', 200, false],
  ] as const) {
    it(`is ${maybe} for ${code} ${status ?? ''}`, () => {
      expect(failure(code, status).maybeSent).to.equal(maybe);
    });
  }
});
