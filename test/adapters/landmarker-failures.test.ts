import { expect } from '@open-wc/testing';
import { openLandmarker, type Landmarker, type LandmarkerOptions } from '../../src/adapters/landmarker.js';
import type { CaptureError } from '../../src/core/errors.js';
import { captureErrorOf, failureOf } from '../helpers/failure.js';
import { cameraShowing, emptyCamera } from '../helpers/photo-frames.js';

const ON_PAGE = { workerUrl: '/test/helpers/without-webgl.worker.ts' };
const MODEL = '/public/mediapipe/face_landmarker.task';
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]);

let life: AbortController;
const open = (options: Partial<LandmarkerOptions> = {}): Promise<Landmarker> =>
  openLandmarker({ delegate: 'cpu', signal: life.signal, ...options });
const wallFrame = () => new VideoFrame(emptyCamera(), { timestamp: 0 });

/** An address of these bytes, for as long as it is used. */
async function served<T>(parts: BlobPart[], type: string, use: (url: string) => Promise<T>): Promise<T> {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  try {
    return await use(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

describe('landmarker failures', () => {
  beforeEach(() => (life = new AbortController()));
  afterEach(() => life.abort());

  for (const [where, options] of [
    ['worker', {}],
    ['page', ON_PAGE],
  ] as const) {
    describe(`in the ${where}`, () => {
      it('tells where the engine was not found', async () => {
        const error = await captureErrorOf(() => open({ ...options, assetBase: '/nowhere' }));
        expect(error.code).to.equal('ASSETS_MISSING');
        expect(error.message).to.contain('/nowhere/').and.contain('asset-base');
      });

      it('tells where the model was not found', async () => {
        const error = await captureErrorOf(() => open({ ...options, modelUrl: '/nowhere.task' }));
        expect(error.code).to.equal('ASSETS_MISSING');
        expect(error.message).to.contain('/nowhere.task').and.contain('model-url');
      });

      it('takes a web page for a missing model', async () => {
        const opening = served(['<!doctype html>'], 'text/html', (modelUrl) =>
          open({ ...options, modelUrl }),
        );
        expect((await captureErrorOf(() => opening)).code).to.equal('ASSETS_MISSING');
      });

      it('tells that the model was cut short', async () => {
        const whole = await (await fetch(MODEL)).blob();
        const opening = served([whole.slice(0, 1_000_000)], '', (modelUrl) => open({ ...options, modelUrl }));
        expect((await captureErrorOf(() => opening)).code).to.equal('ASSETS_CORRUPT');
      });

      it('tells that the model is another kind of bundle', async () => {
        const opening = served([EMPTY_ZIP], '', (modelUrl) => open({ ...options, modelUrl }));
        expect((await captureErrorOf(() => opening)).code).to.equal('ASSETS_CORRUPT');
      });

      it('fails rather than waits where a network in the model is damaged', async () => {
        const bytes = new Uint8Array(await (await fetch(MODEL)).arrayBuffer());
        bytes.fill(0xff, 1000, 200_000);
        const opening = served([bytes], '', (modelUrl) => open({ ...options, modelUrl }));
        const error = await captureErrorOf(() => opening);
        expect(error.code).to.equal('ENGINE_FAILED');
        expect(error.message).to.contain('did not start on the cpu').and.not.contain('\n');
      });

      it('stops loading when the signal aborts', async () => {
        const opening = failureOf(() => open({ ...options, onProgress: () => life.abort() }));
        expect(await opening).to.have.property('name', 'AbortError');
      });

      it('does not begin where the signal is aborted already', async () => {
        life.abort();
        expect(await failureOf(() => open(options))).to.have.property('name', 'AbortError');
      });

      it('settles what is pending when it is closed, and takes nothing afterwards', async () => {
        const landmarker = await open(options);
        const frame = landmarker.analyse(wallFrame(), 1, false);
        const still = landmarker.still(2);
        landmarker.close();
        expect(await failureOf(() => frame)).to.have.property('name', 'AbortError');
        expect(await failureOf(() => still)).to.have.property('name', 'AbortError');
        const late = wallFrame();
        expect(await failureOf(() => landmarker.analyse(late, 3, false))).to.have.property(
          'name',
          'AbortError',
        );
        expect(late.format).to.equal(null);
        expect(landmarker.keep()).to.equal(false);
        landmarker.forget();
        landmarker.close();
      });

      it('settles what is pending when the signal aborts', async () => {
        const landmarker = await open(options);
        const frame = landmarker.analyse(wallFrame(), 1, false);
        life.abort();
        expect(await failureOf(() => frame)).to.have.property('name', 'AbortError');
      });
    });
  }

  it('tells which worker script was not found', async () => {
    const error = await captureErrorOf(() => open({ workerUrl: '/nowhere.worker.js' }));
    expect(error.code).to.equal('ENGINE_FAILED');
    expect(error.message).to.contain('/nowhere.worker.js').and.contain('worker-src');
  });

  it('tells the caller and the listener, once each, when the worker crashes', async () => {
    const told: CaptureError[] = [];
    const landmarker = await open({
      workerUrl: '/test/helpers/crashing.worker.ts',
      onFailure: (error) => told.push(error),
    });
    const error = await captureErrorOf(() => landmarker.analyse(wallFrame(), 1, false));
    expect(error.code).to.equal('ENGINE_FAILED');
    expect(error.message).to.contain('crashed').and.contain('out of memory');
    expect(told).to.deep.equal([error]);
    expect(landmarker.busy).to.equal(false);
  });

  it('closes a frame that cannot be handed over', async () => {
    const landmarker = await open();
    const closed = wallFrame();
    closed.close();
    expect(await failureOf(() => landmarker.analyse(closed, 1, false))).to.be.instanceOf(Error);
    expect(landmarker.busy).to.equal(false);
  });

  describe('without WebGL 2 in a worker and on the page', () => {
    const original = HTMLCanvasElement.prototype.getContext;
    const waits: number[] = [];

    beforeEach(() => {
      waits.length = 0;
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    afterEach(() => (HTMLCanvasElement.prototype.getContext = original));

    it('is unavailable where it stays away for some seconds', async () => {
      const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
      const error = await captureErrorOf(() => open({ ...ON_PAGE, sleep }));
      expect(error.code).to.equal('ENGINE_UNAVAILABLE');
      expect(error.recoverable).to.equal(false);
      expect(waits).to.deep.equal([500, 2000]);
    });

    it('goes on where it comes back, as after a crash of the GPU process', async () => {
      const sleep = (ms: number) => {
        waits.push(ms);
        HTMLCanvasElement.prototype.getContext = original;
        return Promise.resolve();
      };
      const landmarker = await open({ ...ON_PAGE, sleep });
      expect(await landmarker.analyse(wallFrame(), 1, false)).to.include({ face: null });
      expect(waits).to.deep.equal([500]);
    });

    it('ends while it waits when the signal aborts', async () => {
      const opening = failureOf(() => open(ON_PAGE));
      life.abort();
      expect(await opening).to.have.property('name', 'AbortError');
    });
  });

  it('falls back from gpu to cpu with one warning, where the GPU cannot run the model', async () => {
    const original = console.warn;
    const warnings: string[] = [];
    console.warn = (message: string) => warnings.push(message);
    try {
      const landmarker = await open({ delegate: 'gpu' });
      expect(landmarker.delegate).to.equal('cpu');
      const frame = new VideoFrame(await cameraShowing('christian.jpg'), { timestamp: 0 });
      expect((await landmarker.analyse(frame, 1, false))?.faces).to.have.length(1);
    } finally {
      console.warn = original;
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('fell back to "cpu"');
  });

  it('fetches every file once on the page, and leaves the page its own globals', async () => {
    const mine = { mine: true };
    Reflect.set(globalThis, 'Module', mine);
    performance.clearResourceTimings();
    try {
      await open(ON_PAGE);
      expect(Reflect.get(globalThis, 'Module')).to.equal(mine);
      expect(globalThis).not.to.have.property('ModuleFactory');
    } finally {
      Reflect.deleteProperty(globalThis, 'Module');
    }
    const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    const assets = fetched
      .filter((path) => path.includes('/mediapipe/'))
      .map((path) => path.split('/').at(-1));
    // The loader was imported before, and modules are kept by the page.
    expect(assets.filter((name) => name !== 'vision_wasm_module_internal.js').toSorted()).to.deep.equal([
      'face_landmarker.task',
      'vision_wasm_module_internal.wasm',
    ]);
  });
});
