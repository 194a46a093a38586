import { expect } from '@open-wc/testing';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.js';
import { assetHashes, verify } from '../../src/adapters/integrity.js';
import { preloadAssets } from '../../src/adapters/preload.js';
import { captureErrorOf } from '../helpers/failure.js';

/** SHA-256 of no bytes (FIPS 180-4 test vector), in both spellings. */
const EMPTY = {
  hex: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  sri: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
};

describe('assetHashes', () => {
  const { model, wasmBinary, wasmLoader } = ASSET_MANIFEST;

  it('checks nothing unless it is asked to', () => {
    expect(assetHashes(undefined, true)).to.equal(undefined);
    expect(assetHashes(undefined, false)).to.equal(undefined);
  });

  for (const [integrity, hasOwnModel, expected] of [
    ['', true, model.sha256],
    [EMPTY.sri, false, EMPTY.hex],
    [EMPTY.sri, true, EMPTY.hex],
  ] as const) {
    it(`checks engine and model by "${integrity}" ${hasOwnModel ? '' : 'with model-url'}`, () => {
      const ours = { wasmLoader: wasmLoader.sha256, wasmBinary: wasmBinary.sha256 };
      expect(assetHashes(integrity, hasOwnModel)).to.deep.equal({ ...ours, model: expected });
    });
  }

  for (const [integrity, hasOwnModel] of [
    ['', false],
    ['true', true],
    ['sha384-47DEQpj8HBSa', false],
    ['sha256-47DEQpj8', false],
  ] as const) {
    it(`refuses "${integrity}" ${hasOwnModel ? '' : 'with model-url'}`, async () => {
      const error = await captureErrorOf(() => assetHashes(integrity, hasOwnModel));
      expect(error.code).to.equal('ASSETS_CORRUPT');
      expect(error.message).to.contain('integrity');
    });
  }
});

describe('verify', () => {
  it('lets pass what has the hash, and names what has not', async () => {
    await verify(new Uint8Array(), EMPTY.hex, 'The file at /a');
    const error = await captureErrorOf(() => verify(Uint8Array.of(0), EMPTY.hex, 'The file at /a'));
    expect(error).to.include({ code: 'ASSETS_CORRUPT', recoverable: true });
    expect(error.message).to.contain('The file at /a').and.contain(EMPTY.hex);
  });
});

describe('preloadAssets with integrity', () => {
  it('takes the package’s own files', async () => {
    // The test server rewrites every other script.
    await preloadAssets({ assetBase: '/__broken/assets/whole/', integrity: '' });
  });

  it('refuses a model that was altered', async () => {
    const preloading = preloadAssets({ assetBase: '/__broken/assets/model-altered/', integrity: '' });
    expect((await captureErrorOf(() => preloading)).code).to.equal('ASSETS_CORRUPT');
  });
});
