import { expect } from '@open-wc/testing';
import { DIALECTS } from '../../src/okayface/dialects.js';
import { buildRequest } from '../../src/okayface/request.js';
import type { RequestParts } from '../../src/okayface/request.js';
import { DIALECT_IDS } from '../../src/types/capture.js';
import type { DialectId } from '../../src/types/capture.js';
import { captureErrorOf } from '../helpers/failure.js';

const SELFIE = new Blob([Uint8Array.from([0xff, 0xd8, 0xff, 1])], { type: 'image/jpeg' });
const CARD = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47])], { type: 'image/png' });
const SELFIE_BASE64 = '/9j/AQ==';
const CARD_BASE64 = 'iVBORw==';

const build = (dialect: DialectId, parts: Partial<RequestParts> = {}) =>
  buildRequest({
    dialect: DIALECTS[dialect],
    selfie: SELFIE,
    card: CARD,
    journeyId: 'a-journey',
    apiKey: 'a-key',
    liveness: true,
    os: 'DESKTOP',
    ...parts,
  });

/** The fields as a server reads them: texts as they are, files by name, type and bytes. */
async function received(body: FormData | string): Promise<Record<string, string>> {
  if (typeof body === 'string') return JSON.parse(body) as Record<string, string>;
  const fields: Record<string, string> = {};
  for (const [name, value] of await new Response(body).formData()) {
    expect(fields, `${name} goes once`).not.to.have.property(name);
    fields[name] =
      typeof value === 'string'
        ? value
        : `${value.name} ${value.type} ${[...new Uint8Array(await value.arrayBuffer())].join(',')}`;
  }
  return fields;
}

const SELFIE_FILE = 'selfie.jpg image/jpeg 255,216,255,1';
const CARD_FILE = 'id-card.png image/png 137,80,78,71';
const PORTAL = { journeyId: 'a-journey', apiKey: 'a-key', imageBest: SELFIE_FILE, imageIdCard: CARD_FILE };
const JSON_BODY = { apiKey: 'a-key', imageBest: SELFIE_BASE64, imageIdCard: CARD_BASE64 };

const BODIES: Record<DialectId, Record<string, string>> = {
  'portal-v1-1': { ...PORTAL, livenessDetection: 'true' },
  'portal-v1': { ...PORTAL, livenessDetection: 'true' },
  'portal-v2': { ...PORTAL, livenessDetection: 'true', blacklistFaceSearch: 'true' },
  'face-v2': { apiKey: 'a-key', imageBest: SELFIE_FILE, imageIdCard: CARD_FILE },
  'face-v2-1': { apiKey: 'a-key', imageBest: SELFIE_FILE, imageIdCard: CARD_FILE },
  'face-v2-2': JSON_BODY,
  'face-v4': JSON_BODY,
  'face-v4-1': JSON_BODY,
  'live-v1': { apiKey: 'a-key', data: SELFIE_FILE },
  'portal-live': { journeyId: 'a-journey', apiKey: 'a-key', imageBest: SELFIE_FILE },
};

const without = (fields: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** Headers that the dialect itself sets, for a desktop. */
const HEADERS: Record<DialectId, Record<string, string>> = {
  'portal-v1-1': { livenessmeta: '{"OS":"DESKTOP"}' },
  'portal-v1': {},
  'portal-v2': { livenessmeta: '{"OS":"DESKTOP"}' },
  'face-v2': { livenessmeta: '{"OS":"DESKTOP"}' },
  'face-v2-1': {},
  'face-v2-2': { 'content-type': 'application/json' },
  'face-v4': { 'content-type': 'application/json' },
  'face-v4-1': { 'content-type': 'application/json' },
  'live-v1': { meta: '{"OS":"UNKNOWN"}' },
  'portal-live': {},
};

describe('buildRequest', () => {
  for (const id of DIALECT_IDS) {
    it(`writes the documented body and headers of ${id}`, async () => {
      const { body, headers } = await build(id);
      expect(await received(body)).to.deep.equal(BODIES[id]);
      expect(Object.fromEntries(headers)).to.deep.equal(HEADERS[id]);
    });

    it(`leaves key and journey of ${id} to a relay where they are absent`, async () => {
      const { body } = await build(id, { journeyId: undefined, apiKey: undefined });
      expect(await received(body)).to.deep.equal(without(BODIES[id], 'journeyId', 'apiKey'));
    });
  }

  for (const id of ['portal-v1-1', 'portal-v1', 'portal-v2'] as const) {
    it(`can write ${id} with base64 texts instead of files`, async () => {
      const { body, headers } = await build(id, { encoding: 'base64' });
      expect(body).to.be.instanceOf(FormData);
      expect(await received(body)).to.deep.equal({
        ...without(BODIES[id], 'imageBest', 'imageIdCard'),
        imageBestBase64: SELFIE_BASE64,
        imageIdCardBase64: CARD_BASE64,
      });
      expect(headers.has('Content-Type')).to.equal(false);
    });

    it(`asks nothing about liveness of ${id} where it is off`, async () => {
      const { body } = await build(id, { liveness: false });
      expect(await received(body)).not.to.have.property('livenessDetection');
    });
  }

  for (const id of ['portal-live', 'live-v1', 'face-v2'] as const) {
    it(`refuses base64 for ${id}, which documents files only`, async () => {
      const error = await captureErrorOf(() => build(id, { encoding: 'base64' }));
      expect(error.code).to.equal('DIALECT_UNSUPPORTED');
      expect(error.message).to.contain(id);
    });
  }

  for (const id of DIALECT_IDS) {
    const needsCard = DIALECTS[id].fields.card !== null;
    it(`${needsCard ? 'asks for' : 'does without'} a card in ${id}`, async () => {
      if (!needsCard) {
        expect(await received((await build(id, { card: null })).body)).to.deep.equal(BODIES[id]);
        return;
      }
      const error = await captureErrorOf(() => build(id, { card: null }));
      expect(error.code).to.equal('REQUEST_INCOMPLETE');
      expect(error.message).to.contain('idCard').and.to.contain('id-card');
    });
  }

  for (const os of ['IOS', 'ANDROID', 'DESKTOP', 'UNKNOWN'] as const) {
    it(`tells ${os} in the header of each product`, async () => {
      const portal = await build('portal-v1-1', { os });
      expect(portal.headers.get('livenessMeta')).to.equal(`{"OS":"${os}"}`);
      const live = await build('live-v1', { os });
      expect(live.headers.get('Meta')).to.equal(`{"OS":"${os === 'DESKTOP' ? 'UNKNOWN' : os}"}`);
    });
  }

  it('gives files without a type the type and name of a JPEG', async () => {
    const untyped = new Blob([Uint8Array.from([1])]);
    const { body } = await build('portal-live', { selfie: untyped, apiKey: undefined });
    expect((await received(body))['imageBest']).to.equal('selfie.jpg image/jpeg 1');
  });

  it('encodes 1.8 MB without loss', async () => {
    const bytes = Uint8Array.from({ length: 1_800_001 }, (_, index) => (index * 31) >>> 3);
    const { body } = await build('face-v2-2', { selfie: new Blob([bytes]) });
    const text = (await received(body))['imageBest'] ?? '';
    const decoded = await (await fetch(`data:application/octet-stream;base64,${text}`)).arrayBuffer();
    expect(decoded.byteLength).to.equal(bytes.length);
    expect(new Uint8Array(decoded).every((byte, index) => byte === bytes[index])).to.equal(true);
  });

  it("sends the host's headers along, but not another content type", async () => {
    const headers = { Authorization: 'Bearer x', 'content-TYPE': 'text/plain', 'Content-Length': '1' };
    const multipart = await build('portal-v1', { headers });
    expect(Object.fromEntries(multipart.headers)).to.deep.equal({ authorization: 'Bearer x' });
    const json = await build('face-v4', { headers });
    expect(json.headers.get('Content-Type')).to.equal('application/json');
  });

  it("keeps the dialect's own header over the host's", async () => {
    const { headers } = await build('portal-v1-1', { headers: { livenessmeta: 'mine' } });
    expect(headers.get('livenessMeta')).to.equal('{"OS":"DESKTOP"}');
  });

  for (const [name, value] of [
    ['a name', 'x'],
    ['X-Token', 'secret\nvalue'],
    ['X-Name', 'secret 中'],
  ] as const) {
    it(`names the header ${JSON.stringify(name)} that HTTP does not allow, and not its value`, async () => {
      const error = await captureErrorOf(() => build('portal-v1', { headers: { [name]: value } }));
      expect(error.code).to.equal('REQUEST_INCOMPLETE');
      expect(error.message).to.contain(name).and.not.to.contain('secret');
      expect(error.cause).to.equal(undefined);
    });
  }

  it('keeps key and journey out of the headers', async () => {
    for (const id of DIALECT_IDS) {
      const { headers } = await build(id);
      expect(JSON.stringify([...headers])).not.to.match(/a-key|a-journey/);
    }
  });
});
