import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CaptureError } from '../../src/core/errors.js';
import { DIALECTS } from '../../src/okayface/dialects.js';
import { readAnswer } from '../../src/okayface/response.js';

const NAMES = [
  'status',
  'messageCode',
  'message',
  'error',
  'error_code',
  'result_idcard',
  'confidence',
  'imageBestLiveness',
  'probability',
  'quality',
  'score',
  'class',
  'request_id',
  '__proto__',
  'constructor',
];
const dialect = fc.constantFrom(...Object.values(DIALECTS));
const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(0, 200, 204, 413, 429, 500, 503));
const contentType = fc.option(fc.oneof(fc.constantFrom('application/json', 'text/html'), fc.string()));
/** Any JSON, with the documented names in it far more often than by chance. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.jsonValue(), fc.constantFrom('success', 'api.success', 'FACE_TOO_SMALL', 75, 1e308, -1, '')),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('json'), { maxKeys: 6 }),
    fc.array(tie('json'), { maxLength: 4 }),
  ),
}));
const text = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

describe('answers of any status, type and body', () => {
  it('give a verdict of finite numbers or a CaptureError with a code', () => {
    fc.assert(
      fc.property(dialect, status, contentType, text, (spoken, code, type, body) => {
        try {
          const { verdict } = readAnswer(spoken, { status: code, contentType: type, text: body });
          for (const value of [verdict.confidence, verdict.probability, verdict.quality]) {
            expect(value === null || Number.isFinite(value)).to.equal(true);
          }
          expect([true, false, null]).to.include(verdict.matched).and.to.include(verdict.live);
        } catch (error) {
          if (!(error instanceof CaptureError)) throw error;
          expect(error.code).to.match(/^\S+/);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
