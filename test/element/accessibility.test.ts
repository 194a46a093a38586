import { expect } from '@open-wc/testing';
import { installCanvasCamera, person, type CanvasCamera } from '../helpers/canvas-camera.js';
import { openCapture, until } from '../helpers/capture-harness.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { emulator } from '../helpers/emulator.js';
import { photoFace } from '../helpers/fixture-photos.js';

describe('okay-live-capture for everybody', () => {
  let camera: CanvasCamera;

  beforeEach(async () => {
    await emulator.reset();
    camera = installCanvasCamera();
  });
  afterEach(() => camera.uninstall());

  it('has nothing that axe finds in any step', async () => {
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      review: true,
      debug: true,
    });
    const isAccessible = () => expect(page.element).to.be.accessible();
    await isAccessible();
    await page.press('Open the camera');
    await page.hint('FACE_NOT_FOUND');
    await isAccessible();
    camera.show(person(await photoFace('ali-pazani.jpg')));
    await page.phase('review');
    await isAccessible();
    await page.press('Use this photo');
    await page.phase('id-card');
    await isAccessible();
    await emulator.answerNext('slow');
    await page.chooseCard(await cardPhoto());
    await page.phase('submitting');
    await isAccessible();
    await page.press('Cancel');
    // The request may have been cancelled before it took the slow answer.
    await emulator.reset();
    await emulator.answerNext('mismatch');
    await page.press('Use this photo');
    await page.phase('done');
    expect(page.text).to.contain('The faces do not match');
    await isAccessible();
    await page.press('Try again');
    await page.phase('review');
    await emulator.answerNext('empty');
    await page.press('Use this photo');
    await page.phase('failed');
    await isAccessible();
  });

  it('speaks the short line with its direction, in one polite region', async () => {
    const someone = await photoFace('ali-pazani.jpg');
    camera.show(person(someone, { at: { x: 0.38, y: 0.5 }, faceHeight: 0.45 }));
    const page = await openCapture();
    await page.press('Open the camera');
    const regions = page.element.shadowRoot?.querySelectorAll('[aria-live], [role=status]');
    expect(regions).to.have.length(1);
    const [region] = regions ?? [];
    expect(region?.getAttribute('aria-live')).to.equal('polite');
    // The face is at the left of the photo, so on the right of the mirror: the person moves to the left of the screen.
    await until(() => region?.textContent === 'Move to the left', 'the spoken direction');
  });

  it('gives more time where asked to', async () => {
    const page = await openCapture({ accessible: true });
    expect(page.element.pace.hintMs).to.equal(2000);
    expect(page.element.pace.stallMs).to.equal(30_000);
  });
});
