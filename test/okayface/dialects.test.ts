import { expect } from '@open-wc/testing';
import { DIALECTS, dialectOf, passes } from '../../src/okayface/dialects.js';
import { DIALECT_IDS } from '../../src/types/capture.js';
import { captureErrorOf } from '../helpers/failure.js';

/** Path, body and threshold of each format as its own page documents them. */
const DOCUMENTED = [
  ['portal-v1-1', '/api/ekyc/okayface/v1-1', 'journeyId', 'multipart', 'imageBest', 'imageIdCard', 75, true],
  ['portal-v1', '/api/ekyc/okayface', 'journeyId', 'multipart', 'imageBest', 'imageIdCard', 75, true],
  ['portal-v2', '/api/ekyc/okayface/v2', 'journeyId', 'multipart', 'imageBest', 'imageIdCard', 75, true],
  ['face-v2', '/api/faceid/v2/verify', 'apiKey', 'multipart', 'imageBest', 'imageIdCard', 75, true],
  ['face-v2-1', '/api/faceid/v2-1/verify', 'apiKey', 'multipart', 'imageBest', 'imageIdCard', 75, false],
  ['face-v2-2', '/api/faceid/v2-2/verify', 'apiKey', 'json-base64', 'imageBest', 'imageIdCard', 75, false],
  ['face-v4', '/api/faceid/v4/verify', 'apiKey', 'json-base64', 'imageBest', 'imageIdCard', 1, true],
  ['face-v4-1', '/api/faceid/v4-1/verify', 'apiKey', 'json-base64', 'imageBest', 'imageIdCard', 1, false],
  ['live-v1', '/api/check_liveness', 'apiKey', 'multipart', 'data', null, null, null],
  ['portal-live', '/api/ekyc/okaylive', 'journeyId', 'multipart', 'imageBest', null, null, null],
] as const;

describe('dialectOf', () => {
  for (const [id, path, auth, body, selfie, card, limit, inclusive] of DOCUMENTED) {
    it(`knows ${id}`, () => {
      const dialect = dialectOf(id);
      expect(dialect).to.equal(DIALECTS[id]);
      expect(dialect).to.include({ id, path, body });
      expect(dialect.auth[0]).to.equal(auth);
      expect(dialect.fields).to.deep.equal({ selfie, card });
      expect(dialect.matches?.limit ?? null).to.equal(limit);
      expect(dialect.matches?.inclusive ?? null).to.equal(inclusive);
    });
  }

  it('has a documented row for every dialect of the contract', () => {
    expect(DOCUMENTED.map(([id]) => id)).to.deep.equal([...DIALECT_IDS]);
  });

  for (const [name, needs] of [
    ['face-v3', 'encrypted'],
    ['face-v3-1', 'encrypted'],
    ['portal-plus', 'mobileSdkData'],
    ['v3', 'encrypted'],
    ['v3-1', 'encrypted'],
    ['plus', 'mobileSdkData'],
  ] as const) {
    it(`says that ${name} needs a mobile SDK's data`, async () => {
      const error = await captureErrorOf(() => dialectOf(name));
      expect(error.code).to.equal('DIALECT_UNSUPPORTED');
      expect(error.message).to.contain(needs).and.to.contain('no web page');
      expect(error.message).to.contain('portal-v1-1');
    });
  }

  for (const name of ['', 'portal', 'PORTAL-V1-1', 'face-v5', 'constructor', '__proto__']) {
    it(`does not know ${JSON.stringify(name)}`, async () => {
      const error = await captureErrorOf(() => dialectOf(name));
      expect(error.code).to.equal('DIALECT_UNSUPPORTED');
      expect(error.message).to.contain(`no dialect "${name}"`);
    });
  }
});

describe('passes', () => {
  for (const [value, inclusive, expected] of [
    [74.999, true, false],
    [75, true, true],
    [75.001, true, true],
    [74.999, false, false],
    [75, false, false],
    [75.001, false, true],
  ] as const) {
    it(`${value} ${expected ? 'passes' : 'fails'} where 75 itself ${inclusive ? 'passes' : 'fails'}`, () => {
      expect(passes(value, { limit: 75, inclusive, source: 'a page' })).to.equal(expected);
    });
  }
});
