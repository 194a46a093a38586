import { expect } from '@open-wc/testing';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import {
  emptyRoom,
  installCanvasCamera,
  person,
  type CanvasCamera,
  type Scene,
} from '../helpers/canvas-camera.js';
import { openCapture } from '../helpers/capture-harness.js';
import { photoFace } from '../helpers/fixture-photos.js';
import { watchWebglContexts } from '../helpers/webgl-contexts.js';

const LOSING = '/test/helpers/losing-contexts.worker.ts';
const ON_PAGE = '/test/helpers/without-webgl.worker.ts';
const memory = (fault: string) => `/__broken/assets/${fault}/`;

interface FaultRow {
  readonly fault: string;
  readonly where: 'worker' | 'page';
  readonly properties: Partial<OkayLiveCapture>;
  /** Where nobody is, a capture stays `seeking`; in front of somebody it gets to `holding`. */
  readonly before: 'preparing' | 'seeking' | 'holding';
  /** Done as soon as the phase comes; what is broken from the start needs nothing more. */
  readonly inject?: () => void | Promise<void>;
}

const loseInWorker = () =>
  new Promise<void>((resolve) => {
    const worker = new BroadcastChannel('lose-contexts');
    worker.addEventListener('message', () => {
      worker.close();
      resolve();
    });
    worker.postMessage('lose');
  });
const loseOnPage = () => contextsOfPage.loseAll();

/** Nothing here is scripted: the browser takes real contexts away, and the engine asks for real memory in vain. */
const ROWS: readonly FaultRow[] = [
  {
    fault: 'WebGL context lost for good',
    where: 'worker',
    properties: { workerUrl: `${LOSING}?for-good` },
    before: 'seeking',
    inject: loseInWorker,
  },
  {
    fault: 'WebGL context lost for good',
    where: 'page',
    properties: { workerUrl: ON_PAGE },
    before: 'holding',
    inject: () => {
      contextsOfPage.onMade = loseOnPage;
      loseOnPage();
    },
  },
  {
    fault: 'out of memory',
    where: 'worker',
    properties: { assetBase: memory('memory-for-nothing') },
    before: 'preparing',
  },
  {
    fault: 'out of memory',
    where: 'worker',
    properties: { assetBase: memory('memory-for-loading') },
    before: 'holding',
  },
  {
    fault: 'out of memory',
    where: 'page',
    properties: { assetBase: memory('memory-for-nothing'), workerUrl: ON_PAGE },
    before: 'preparing',
  },
];

const contextsOfPage = watchWebglContexts(HTMLCanvasElement.prototype);

describe('faults of the real engine', () => {
  let camera: CanvasCamera;
  let someone: Scene;

  before(async () => (someone = person(await photoFace('ali-pazani.jpg'))));
  beforeEach(() => (camera = installCanvasCamera()));
  afterEach(() => camera.uninstall());
  after(() => {
    contextsOfPage.restore();
    console.log(`Faults of the real engine: ${ROWS.length}.`);
  });

  for (const { fault, where, properties, before, inject } of ROWS) {
    it(`${fault} in the ${where} while ${before}: says so, and goes on to the photo when it is tried again`, async () => {
      camera.show(before === 'holding' ? someone : emptyRoom);
      const page = await openCapture(properties);
      const told = page.event('okay-error');
      const reached = page.phase(before);
      await page.press('Open the camera');
      await reached;
      await inject?.();
      const { error } = await told;
      expect(error).to.include({ code: 'ENGINE_FAILED', recoverable: true });
      await page.phase('failed');
      expect(page.text).to.contain('The check of the camera picture stopped');
      expect(camera.liveTracks).to.equal(0);
      contextsOfPage.onMade = () => undefined;
      Object.assign(page.element, { assetBase: undefined, workerUrl: undefined });
      camera.show(someone);
      await page.press('Try again');
      await page.phase('done');
      expect(page.events.filter(({ type }) => type === 'okay-error')).to.have.length(1);
      page.element.remove();
      expect(camera.liveTracks).to.equal(0);
    });
  }

  for (const [moment, workerUrl, before, lose] of [
    ['in the worker while files come in', `${LOSING}?lose-at=1`, 'preparing', undefined],
    // The engine asks for it again when all of its files are there.
    ['in the worker while the engine starts', `${LOSING}?lose-at=2`, 'preparing', undefined],
    ['in the worker while seeking', LOSING, 'seeking', loseInWorker],
    ['in the worker while holding', LOSING, 'holding', loseInWorker],
    ['on the page while seeking', ON_PAGE, 'seeking', loseOnPage],
    ['on the page while holding', ON_PAGE, 'holding', loseOnPage],
  ] as const) {
    it(`WebGL context lost ${moment}: the engine starts again, and nobody hears of it`, async () => {
      camera.show(before === 'holding' ? someone : emptyRoom);
      const page = await openCapture({ workerUrl });
      const reached = page.phase(before);
      await page.press('Open the camera');
      await reached;
      await lose?.();
      camera.show(someone);
      await page.phase('done');
      expect(page.events.filter(({ type }) => type === 'okay-error')).to.deep.equal([]);
      page.element.remove();
      expect(camera.liveTracks).to.equal(0);
    });
  }
});
