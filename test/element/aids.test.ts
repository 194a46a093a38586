import { expect } from '@open-wc/testing';
import { browserServices, type Services } from '../../src/element/services.js';
import { installCanvasCamera, person, type CanvasCamera, type PhotoFace } from '../helpers/canvas-camera.js';
import { openCapture, until, type CaptureHarness } from '../helpers/capture-harness.js';
import { photoFace } from '../helpers/fixture-photos.js';

/** A clock that runs fast, so that a quarter of a minute is over in a moment. */
const hurried: Services = { ...browserServices, now: () => performance.now() * 20 };

describe('okay-live-capture when it is hard', () => {
  let camera: CanvasCamera;
  let someone: PhotoFace;

  before(async () => {
    someone = await photoFace('ali-pazani.jpg');
  });
  beforeEach(() => (camera = installCanvasCamera()));
  afterEach(() => camera.uninstall());

  describe('without success for 15 s', () => {
    let page: CaptureHarness;

    beforeEach(async () => {
      camera.show(person(someone, { faceHeight: 0.2 }));
      page = await openCapture({ services: hurried, idCardMode: 'none', upload: true });
      await page.press('Open the camera');
      await until(() => page.buttons.includes('Take the photo now'), 'the manual shutter');
    });

    it('names what kept the photo from being taken', async () => {
      expect(page.text).to.contain('It is taking long. Mostly the reason was: Move closer');
      await expect(page.element).to.be.accessible();
    });

    it('offers a shutter, whose photo says what failed', async () => {
      const captured = page.event('okay-capture');
      await page.press('Take the photo now');
      const { source, verdicts } = await captured;
      expect(source).to.equal('manual');
      expect(verdicts.filter(({ pass }) => !pass).map(({ guard }) => guard)).to.contain('FACE_TOO_SMALL');
    });

    it('takes a photo from a file through the same guards', async () => {
      const captured = page.event('okay-capture');
      await page.chooseUpload(await snapshot(person(someone, { faceHeight: 0.5 })));
      const { source, verdicts, image } = await captured;
      expect(source).to.equal('upload');
      expect(verdicts).to.have.length.above(10);
      expect(verdicts.filter(({ pass }) => !pass)).to.deep.equal([]);
      expect(image.type).to.equal('image/jpeg');
      expect(camera.liveTracks).to.equal(0);
    });

    it('says why it takes another file not, and goes on with the camera', async () => {
      await page.chooseUpload(await snapshot(() => undefined));
      await until(() => page.text.includes('This photo cannot be used.'), 'the refusal');
      expect(page.text).to.contain('Face is not detected.');
      await page.chooseUpload(new Blob(['no image']));
      await until(() => page.text.includes('This file is not a photo'), 'the refusal');
      expect(page.element.phase).to.equal('seeking');
      expect(camera.liveTracks).to.equal(1);
      page.element.stop();
      camera.failWith(new DOMException('', 'NotFoundError'));
      await page.press('Open the camera');
      await page.phase('blocked');
      expect(page.text).to.contain('Choose a photo');
      expect(page.text, 'in the next run').not.to.contain('cannot be used');
    });
  });

  it('offers no file where the host does not allow one', async () => {
    camera.failWith(new DOMException('', 'NotFoundError'));
    const page = await openCapture();
    await page.press('Open the camera');
    await page.phase('blocked');
    expect(page.text).to.not.contain('Choose a photo');
  });

  it('takes a file where there is no camera', async () => {
    camera.failWith(new DOMException('', 'NotFoundError'));
    const page = await openCapture({ upload: true });
    await page.press('Open the camera');
    await page.phase('blocked');
    const captured = page.event('okay-capture');
    await page.chooseUpload(await snapshot(person(someone, { faceHeight: 0.5 })));
    expect((await captured).source).to.equal('upload');
    await page.phase('done');
  });

  it('lights the face with the screen where it is dark, until told not to', async () => {
    camera.show((context, { width, height }) => {
      context.fillStyle = '#080808';
      context.fillRect(0, 0, width, height);
    });
    const page = await openCapture();
    await page.press('Open the camera');
    await page.hint('IMAGE_TOO_DARK');
    await page.press('Light up the screen');
    expect(page.isLit).to.equal(true);
    await page.press('Turn the light off');
    expect(page.isLit).to.equal(false);
    await page.press('Light up the screen');
    page.element.stop();
    await page.press('Open the camera');
    await page.hint('IMAGE_TOO_DARK');
    expect(page.isLit, 'for the next person').to.equal(false);
  });

  describe('with several cameras', () => {
    const list = (...labels: readonly string[]): Services => ({
      ...browserServices,
      listCameras: async () => labels.map((label) => ({ deviceId: `id of ${label}`, label })),
    });
    const asked = () =>
      camera.requests.map(({ video }) => (typeof video === 'object' ? video.deviceId : undefined));

    it('opens the one that the person chooses', async () => {
      const page = await openCapture({ services: list('Desk', 'Lid') });
      await page.press('Open the camera');
      await page.phase('seeking');
      await page.chooseCamera('Lid');
      await page.phase('seeking');
      expect(asked()).to.deep.equal([undefined, { exact: 'id of Lid' }]);
      expect(camera.liveTracks).to.equal(1);
    });

    it('shows no choice where there is one camera', async () => {
      const page = await openCapture({ services: list('Desk') });
      await page.press('Open the camera');
      await page.phase('seeking');
      expect(page.element.shadowRoot?.querySelector('select')).to.equal(null);
    });
  });

  it('gives the focus to each step that begins, and keeps it away from a page that has it elsewhere', async () => {
    camera.show(person(someone));
    const page = await openCapture({ review: true });
    await page.focus('Open the camera');
    await page.press('Open the camera');
    expect(page.focused).to.contain('Opening the camera');
    await page.phase('review');
    expect(page.focused).to.equal('Is the photo good?');
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    elsewhere.focus();
    await page.press('Retake');
    await page.phase('review');
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });
});

/** A picture of a scene as a file. */
async function snapshot(scene: ReturnType<typeof person>): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 960, height: 1280 });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas.');
  context.fillStyle = '#999999';
  context.fillRect(0, 0, canvas.width, canvas.height);
  scene(context, canvas);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Not encoded.'))), 'image/jpeg', 0.95),
  );
}
