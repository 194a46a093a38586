import { expect } from '@open-wc/testing';
import { OkayCaptureEvent } from '../../src/element/events.js';
import { installCanvasCamera, person, type CanvasCamera } from '../helpers/canvas-camera.js';
import { openCapture, until, type CaptureHarness } from '../helpers/capture-harness.js';
import { photoFace } from '../helpers/fixture-photos.js';

const UPRIGHT = { width: 720, height: 1280 } as const;

/** A phone that is turned gives pictures of the other shape from one to the next. */
describe('okay-live-capture on a phone that is turned', () => {
  let camera: CanvasCamera;

  beforeEach(async () => {
    camera = installCanvasCamera();
    camera.show(person(await photoFace('ali-pazani.jpg')));
  });
  afterEach(() => camera.uninstall());

  for (const times of [1, 2]) {
    it(`takes a whole photo after ${times === 1 ? 'a turn' : 'a turn and back'} in the middle of the hold`, async () => {
      const page = await openCapture({ accessible: true });
      void page.element.start();
      for (let turn = 0; turn < times; turn += 1) {
        await page.phase('holding');
        const before = page.video?.videoWidth;
        camera.turn();
        await until(() => page.video?.videoWidth !== before, 'a picture of the other shape');
        if (turn + 1 < times) await twoLookedAt(page);
      }
      await page.phase('done');
      const photo = page.events.find((event) => event instanceof OkayCaptureEvent);
      if (!photo) throw new Error('No photo was taken.');
      expect(photo.verdicts.filter(({ pass }) => !pass)).to.deep.equal([]);
      expect(photo.width / photo.height).to.be.closeTo(3 / 4, 0.005);
      const { width, height } = await createImageBitmap(photo.image);
      expect([width, height]).to.deep.equal([photo.width, photo.height]);
      expect(photo.signals.resolutionChanges).to.equal(times);
      expect(camera.requests).to.have.length(1);
    });
  }

  it('shows and judges what it sends, upright too', async () => {
    camera.uninstall();
    camera = installCanvasCamera(UPRIGHT);
    camera.show(person(await photoFace('ali-pazani.jpg')));
    const page = await openCapture();
    void page.element.start();
    await page.phase('done');
    const photo = page.events.find((event) => event instanceof OkayCaptureEvent);
    expect([photo?.width, photo?.height]).to.deep.equal([720, 960]);
  });
});

/** The picture of the first one may be from before; that of the second one came after the first was looked at. */
async function twoLookedAt(page: CaptureHarness): Promise<void> {
  await page.event('okay-frame');
  await page.event('okay-frame');
}
