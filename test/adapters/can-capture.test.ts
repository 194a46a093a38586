import { expect } from '@open-wc/testing';
import { captureObstacles, type CapturePage } from '../../src/adapters/can-capture.js';

const FINE: CapturePage = { isSecureContext: true, hasCamera: true, hasWorker: true, validatesSimd: true };

describe('captureObstacles', () => {
  it('finds nothing in the way in this browser', () => {
    expect(captureObstacles()).to.deep.equal([]);
  });

  for (const [missing, obstacles] of [
    [{ isSecureContext: false }, ['INSECURE_CONTEXT']],
    [{ hasCamera: false }, ['CAMERA_UNSUPPORTED']],
    [{ hasWorker: false }, ['WORKER_UNSUPPORTED']],
    [{ validatesSimd: false }, ['WASM_SIMD_UNSUPPORTED']],
    [{ isSecureContext: false, hasCamera: false }, ['INSECURE_CONTEXT', 'CAMERA_UNSUPPORTED']],
  ] as const) {
    it(`names ${obstacles.join(' and ')}`, () => {
      expect(captureObstacles({ ...FINE, ...missing })).to.deep.equal(obstacles);
    });
  }
});
