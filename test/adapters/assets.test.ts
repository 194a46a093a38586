import { expect } from '@open-wc/testing';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.js';
import { assetUrls, checkWasm, loadModel } from '../../src/adapters/assets.js';
import type { LoadOptions } from '../../src/adapters/download.js';
import { captureErrorOf, failureOf } from '../helpers/failure.js';

const MODEL = '/public/mediapipe/face_landmarker.task';
const MODEL_BYTES = 2762976;
const WASM = '/public/mediapipe/wasm/vision_wasm_module_internal.wasm';

const options = (overrides: Partial<LoadOptions> = {}): LoadOptions => ({
  fetch: (...request) => fetch(...request),
  signal: new AbortController().signal,
  ...overrides,
});

const answering = (body: BodyInit, init: ResponseInit = {}) =>
  options({ fetch: () => Promise.resolve(new Response(body, init)) });

describe('assetUrls', () => {
  const page = 'https://bank.example/ekyc/start.html';
  const rows = [
    [
      { assetBase: '/assets/okay' },
      'https://bank.example/assets/okay/wasm/vision_wasm_module_internal.wasm?v=617b8e0248db',
      'https://bank.example/assets/okay/face_landmarker.task?v=04af54ac7879',
    ],
    [
      { assetBase: 'okay/' },
      'https://bank.example/ekyc/okay/wasm/vision_wasm_module_internal.wasm?v=617b8e0248db',
      'https://bank.example/ekyc/okay/face_landmarker.task?v=04af54ac7879',
    ],
    [
      { assetBase: 'https://static.example/v1/' },
      'https://static.example/v1/wasm/vision_wasm_module_internal.wasm?v=617b8e0248db',
      'https://static.example/v1/face_landmarker.task?v=04af54ac7879',
    ],
    [
      { assetBase: '/a', modelUrl: 'm.task' },
      'https://bank.example/a/wasm/vision_wasm_module_internal.wasm?v=617b8e0248db',
      'https://bank.example/ekyc/m.task',
    ],
  ] as const;
  for (const [given, wasmBinaryUrl, modelUrl] of rows) {
    it(`${JSON.stringify(given)} leads to ${wasmBinaryUrl} and ${modelUrl}`, () => {
      expect(assetUrls(given, page)).to.include({ wasmBinaryUrl, modelUrl });
    });
  }

  it('takes the folder beside the module without an asset base', () => {
    const beside = new URL('/src/adapters/mediapipe/', location.href).href;
    expect(assetUrls({}, page)).to.include({
      wasmLoaderUrl: `${beside}wasm/vision_wasm_module_internal.js?v=15efcabbb1f4`,
      wasmBinaryUrl: `${beside}wasm/vision_wasm_module_internal.wasm?v=617b8e0248db`,
      modelUrl: `${beside}face_landmarker.task?v=04af54ac7879`,
    });
  });

  it('knows the length of its own model only', () => {
    expect(assetUrls({ assetBase: '/a/' }, page).modelBytes).to.equal(MODEL_BYTES);
    expect(assetUrls({ modelUrl: '/m.task' }, page).modelBytes).to.equal(undefined);
  });
});

describe('loadModel', () => {
  it('fetches the bundle and reports every byte of it', async () => {
    const progress: [number, number][] = [];
    const bytes = await loadModel(MODEL, options({ onProgress: (...step) => progress.push(step) }));
    expect(bytes).to.have.length(MODEL_BYTES);
    expect(progress[0]?.[0]).to.equal(0);
    expect(progress.at(-1)).to.deep.equal([MODEL_BYTES, MODEL_BYTES]);
    const steps = progress.map(([loaded]) => loaded);
    expect(steps).to.deep.equal(steps.toSorted((a, b) => a - b));
  });

  it('names the file and both attributes where the server has no such file', async () => {
    const error = await captureErrorOf(() => loadModel('/nowhere/face.task', options()));
    expect(error.code).to.equal('ASSETS_MISSING');
    expect(error.message).to.contain('/nowhere/face.task').and.contain('HTTP 404');
    expect(error.message).to.contain('model-url').and.contain('asset-base');
    expect(error.status).to.equal(404);
  });

  it('calls a web page missing, though it comes with status 200', async () => {
    const page = answering('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const error = await captureErrorOf(() => loadModel('/face.task', page));
    expect(error.code).to.equal('ASSETS_MISSING');
    expect(error.message).to.contain('web page');
  });

  it('calls it missing where the server cannot be reached', async () => {
    const error = await captureErrorOf(() => loadModel('http://localhost:1/face.task', options()));
    expect(error.code).to.equal('ASSETS_MISSING');
    expect(error.recoverable).to.equal(true);
    expect(error.cause).to.be.instanceOf(TypeError);
  });

  it('calls a file without the end of a bundle corrupt', async () => {
    const whole = await (await fetch(MODEL)).arrayBuffer();
    const error = await captureErrorOf(() => loadModel('/face.task', answering(whole.slice(0, -1))));
    expect(error.code).to.equal('ASSETS_CORRUPT');
  });

  const lengths = [
    ['announced', {}, { headers: { 'content-length': '11' } }],
    ['known', { expected: { byteLength: 11 } }, {}],
  ] as const;
  for (const [which, known, init] of lengths) {
    it(`calls a file corrupt that is shorter than its ${which} length`, async () => {
      const request = { ...answering('ten bytes!', init), ...known };
      const error = await captureErrorOf(() => loadModel('/face.task', request));
      expect(error.code).to.equal('ASSETS_CORRUPT');
      expect(error.message).to.contain('10 bytes instead of 11');
    });
  }

  it('does not take the length of a compressed file for that of the file', async () => {
    const whole = await (await fetch(MODEL)).arrayBuffer();
    const headers = { 'content-length': '11', 'content-encoding': 'gzip' };
    const totals: number[] = [];
    const bytes = await loadModel('/face.task', {
      ...answering(whole, { headers }),
      onProgress: (_loaded, total) => totals.push(total),
    });
    expect(bytes).to.have.length(MODEL_BYTES);
    expect(new Set(totals)).to.deep.equal(new Set([0]));
  });

  it('calls a transfer corrupt that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError('connection reset'));
      },
    });
    const error = await captureErrorOf(() => loadModel('/face.task', answering(broken)));
    expect(error.code).to.equal('ASSETS_CORRUPT');
    expect(error.message).to.contain('broke off after 0 bytes');
  });

  it('stops when the signal aborts', async () => {
    const life = new AbortController();
    const loading = failureOf(() =>
      loadModel(MODEL, options({ signal: life.signal, onProgress: () => life.abort() })),
    );
    expect(await loading).to.have.property('name', 'AbortError');
  });
});

function byteByByte(...bytes: number[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const byte = bytes.shift();
      if (byte === undefined) controller.close();
      else controller.enqueue(new Uint8Array([byte]));
    },
  });
}

describe('checkWasm', () => {
  it('takes the engine, with a hash and without one', async () => {
    const { byteLength, sha256 } = ASSET_MANIFEST.wasmBinary;
    await checkWasm(WASM, options({ expected: { byteLength } }));
    await checkWasm(WASM, options({ expected: { byteLength, sha256 } }));
  });

  it('looks at the first bytes however few come at once', async () => {
    await checkWasm('/engine.wasm', answering(byteByByte(0, 0x61, 0x73, 0x6d, 1)));
    const other = await captureErrorOf(() =>
      checkWasm('/engine.wasm', answering(byteByByte(0, 0x61, 0x73, 0x6e))),
    );
    expect(other.message).to.contain('no WebAssembly binary (4 bytes)');
  });

  it('refuses an engine of another length, and one with another hash', async () => {
    const { byteLength, sha256 } = ASSET_MANIFEST.wasmBinary;
    const longer = { byteLength: byteLength + 1 };
    const cut = await captureErrorOf(() => checkWasm(WASM, options({ expected: longer })));
    expect(cut.message).to.contain(`${byteLength} bytes instead of ${byteLength + 1}`);
    const altered = { sha256: sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
    const other = await captureErrorOf(() => checkWasm(WASM, options({ expected: altered })));
    expect(other.code).to.equal('ASSETS_CORRUPT');
  });

  it('calls another file corrupt', async () => {
    const error = await captureErrorOf(() => checkWasm('/engine.wasm', answering('no wasm')));
    expect(error.code).to.equal('ASSETS_CORRUPT');
    expect(error.message).to.contain('/engine.wasm').and.contain('asset-base');
  });
});
