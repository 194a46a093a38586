import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { goodFace } from '../helpers/scenes.ts';
import { startDemo } from './demo-server.ts';
import { browserWithCamera } from './fake-camera.ts';

/** Google's ready bundle is on no package registry: it is tested where somebody has put it beside the checkout. */
const BUNDLE = fileURLToPath(new URL('../../../shared/model/face_landmarker.google.task', import.meta.url));

describe('Google’s own bundle by model-url', () => {
  const skip = existsSync(BUNDLE) ? false : 'the bundle is not beside this checkout';

  it('passes the same guards, with blendshapes and without the presence score', { skip }, async () => {
    const demo = await startDemo();
    const filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    try {
      const page = await filmed.browser.newPage();
      await page.route('**/google.task', (route) => route.fulfill({ path: BUNDLE }));
      await page.goto(demo.url);
      const seen = await page.evaluate(async () => {
        const element = document.querySelector('okay-live-capture');
        if (!element) throw new Error('The demo has no element.');
        element.setAttribute('model-url', '/google.task');
        const observed = new Promise<{ blink: unknown; presenceLogit: number | null }>((resolve) =>
          element.addEventListener('okay-frame', ({ observation: { face } }) => face && resolve(face)),
        );
        const captured = new Promise<number>((resolve) =>
          element.addEventListener('okay-capture', (event) => {
            event.preventDefault();
            resolve(event.width);
          }),
        );
        await element.start();
        const { blink, presenceLogit } = await observed;
        return { hasBlink: blink !== null, presenceLogit, width: await captured };
      });
      assert.deepEqual(seen, { hasBlink: true, presenceLogit: null, width: 540 });
    } finally {
      await filmed.close();
      await demo.close();
    }
  });
});
