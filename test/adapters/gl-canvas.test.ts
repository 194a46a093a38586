import { expect } from '@open-wc/testing';
import { startGl } from '../../src/adapters/gl-canvas.js';
import { offScreenCanvases } from '../../src/adapters/off-screen-canvases.js';
import { pageCanvases } from '../../src/adapters/page-canvases.js';
import type { Canvases } from '../../src/adapters/surface.js';
import type { CaptureError } from '../../src/core/errors.js';
import { captureErrorOf } from '../helpers/failure.js';

const never = (error: CaptureError) => {
  throw error;
};

/** Chromium takes the oldest away when a page has more than 16. */
const MORE_THAN_A_PAGE_MAY_HAVE = 20;

for (const [kind, canvases] of [
  ['page', pageCanvases],
  ['off-screen', offScreenCanvases],
] as const) {
  describe(`startGl on ${kind} canvases`, () => {
    it('gives contexts back, so that an older one lives on', () => {
      const made = recording(canvases);
      const oldest = startGl(made.canvases, never);
      for (let i = 0; i < MORE_THAN_A_PAGE_MAY_HAVE; i += 1) startGl(canvases, never).release();
      expect(made.context().isContextLost()).to.equal(false);
      oldest.release();
      expect(made.context().isContextLost()).to.equal(true);
    });

    it('tells when the browser takes the context away', async () => {
      const made = recording(canvases);
      const lost = new Promise<CaptureError>((resolve) => startGl(made.canvases, resolve));
      made.context().getExtension('WEBGL_lose_context')?.loseContext();
      expect(await lost).to.include({ code: 'ENGINE_FAILED', recoverable: true });
    });
  });
}

describe('startGl', () => {
  it('is unavailable where there is no WebGL 2', async () => {
    const error = await captureErrorOf(() => startGl({ ...pageCanvases, webgl2: () => null }, never));
    expect(error.code).to.equal('ENGINE_UNAVAILABLE');
  });
});

/** The same canvases, and the WebGL context that was made last. */
function recording(canvases: Canvases): { canvases: Canvases; context: () => WebGL2RenderingContext } {
  let context: WebGL2RenderingContext | null = null;
  return {
    canvases: {
      ...canvases,
      webgl2() {
        const made = canvases.webgl2();
        context = made?.context ?? null;
        return made;
      },
    },
    context() {
      if (context) return context;
      throw new Error('no WebGL was started');
    },
  };
}
