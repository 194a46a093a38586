import { expect } from '@open-wc/testing';
import { cardPhoto } from '../helpers/card-photo.js';
import { FaultStage } from '../helpers/fault-stage.js';

const broken = (fault: string) => `/__broken/assets/${fault}/`;

/** How the engine's files can arrive while the element prepares, with the real worker. */
const ROWS = [
  ['wasm-404', undefined, 'ASSETS_MISSING', '.wasm'],
  ['model-404', undefined, 'ASSETS_MISSING', '.task'],
  ['wasm-truncated', undefined, 'ASSETS_CORRUPT', '.wasm'],
  ['model-truncated', undefined, 'ASSETS_CORRUPT', '.task'],
  ['loader-altered', '', 'ASSETS_CORRUPT', 'SHA-256'],
  ['wasm-altered', '', 'ASSETS_CORRUPT', 'SHA-256'],
  ['model-altered', '', 'ASSETS_CORRUPT', 'SHA-256'],
  ['wasm-404', '', 'ASSETS_MISSING', '.wasm'],
] as const;

describe('fault matrix of the assets', () => {
  let card: Blob;
  let stage: FaultStage;

  before(async () => (card = await cardPhoto()));
  afterEach(() => stage.close());
  after(() => console.log(`Fault matrix of the assets: ${ROWS.length + 1} faults while preparing.`));

  for (const [fault, integrity, code, words] of ROWS) {
    it(`${fault} ${integrity === undefined ? '' : 'with integrity'}: ${code}, and goes on when it is mended`, async () => {
      stage = await FaultStage.open(card, { assetBase: broken(fault), workerUrl: undefined, integrity });
      const { element } = stage.page;
      const told = stage.page.event('okay-error');
      await stage.page.press('Open the camera');
      const { error } = await told;
      expect(error).to.include({ code, recoverable: true });
      expect(error.message).to.contain(words).and.contain(broken(fault));
      await stage.page.phase('failed');
      expect(stage.page.text).to.contain(
        code === 'ASSETS_MISSING' ? 'could not be loaded' : 'arrived damaged',
      );
      expect(stage.camera.liveTracks).to.equal(0);
      element.assetBase = undefined;
      element.integrity = undefined;
      element.workerUrl = '/test/helpers/scripted.worker.ts';
      await stage.carryOn();
    });
  }

  it('waits for files that come at 50 kB a second, shows how far they are, and can be left', async () => {
    stage = await FaultStage.open(card, { assetBase: broken('slow'), workerUrl: undefined });
    const loaded: number[] = [];
    stage.page.element.addEventListener('okay-progress', (event) => {
      loaded.push(event.loaded);
      // Slower than any timer: what counts is that something comes.
      stage.seconds(4);
    });
    await stage.page.press('Open the camera');
    for (let pieces = 0; pieces < 20; pieces += 1) await stage.page.event('okay-progress');
    expect(stage.phase).to.equal('preparing');
    expect(loaded).to.deep.equal([...loaded].sort((one, other) => one - other));
    await stage.page.press('Cancel');
    expect(stage.phase).to.equal('idle');
    expect(stage.camera.liveTracks).to.equal(0);
  });

  it('uses files that are what they should be', async () => {
    stage = await FaultStage.open(card, { assetBase: broken('whole'), workerUrl: undefined, integrity: '' });
    await stage.page.press('Open the camera');
    await stage.page.phase('seeking');
  });
});
