import { expect, fixture, html } from '@open-wc/testing';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import '../../src/define.js';
import { installCanvasCamera, person, type CanvasCamera } from '../helpers/canvas-camera.js';
import { CaptureHarness } from '../helpers/capture-harness.js';
import { photoFace } from '../helpers/fixture-photos.js';

describe('okay-live-capture in a form', () => {
  let camera: CanvasCamera;
  let form: HTMLFormElement;
  let page: CaptureHarness;

  beforeEach(async () => {
    camera = installCanvasCamera();
    camera.show(person(await photoFace('ali-pazani.jpg')));
    form = await fixture<HTMLFormElement>(html`
      <form><okay-live-capture name="selfie" required></okay-live-capture></form>
    `);
    const element = form.querySelector<OkayLiveCapture>('okay-live-capture');
    if (!element) throw new Error('The form has no control.');
    await element.updateComplete;
    page = new CaptureHarness(element);
  });

  afterEach(() => camera.uninstall());

  it('is invalid without a photo, and says so at its button', () => {
    expect(form.checkValidity()).to.equal(false);
    expect(page.element.validity.valueMissing).to.equal(true);
    expect(new FormData(form).has('selfie')).to.equal(false);
  });

  it('sends the photo as a file, and forgets it on reset', async () => {
    await page.press('Open the camera');
    await page.phase('done');
    expect(form.checkValidity()).to.equal(true);
    const file = new FormData(form).get('selfie');
    expect(file).to.be.instanceOf(File);
    expect(file).to.include({ name: 'selfie.jpg', type: 'image/jpeg' });
    form.reset();
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('idle');
    expect(form.checkValidity()).to.equal(false);
    expect(page.element.value).to.equal(null);
  });

  it('lets the camera go when it is disabled', async () => {
    await page.element.start();
    page.element.toggleAttribute('disabled', true);
    expect(page.element.phase).to.equal('idle');
    expect(camera.liveTracks).to.equal(0);
  });

  it('does not start while it is disabled', async () => {
    page.element.toggleAttribute('disabled', true);
    await page.press('Open the camera');
    expect(page.element.phase).to.equal('idle');
    const reason: unknown = await page.element.start().catch((error: unknown) => error);
    expect(reason).to.include({ name: 'InvalidStateError' });
    page.element.toggleAttribute('disabled', false);
    await page.press('Open the camera');
    expect(page.element.phase).to.equal('preparing');
  });
});
