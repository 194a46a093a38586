import { expect, fixture, html } from '@open-wc/testing';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import '../../src/define.js';
import { en } from '../../src/locales/en.js';
import { ms } from '../../src/locales/ms.js';
import { installCanvasCamera, person, type CanvasCamera } from '../helpers/canvas-camera.js';
import { CaptureHarness, until } from '../helpers/capture-harness.js';
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

  it('is disabled with the fieldset around it, and is then no part of what the form asks for', async () => {
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    fieldset.append(page.element);
    fieldset.disabled = true;
    await page.press('Open the camera');
    expect(page.element.phase).to.equal('idle');
    expect(page.element.willValidate).to.equal(false);
    expect(form.checkValidity()).to.equal(true);
    fieldset.disabled = false;
    expect(form.checkValidity()).to.equal(false);
  });

  it('says what is missing in its own language', async () => {
    const title = page.element.validationMessage;
    expect(title).to.equal(en['start.title']);
    page.element.lang = 'ms';
    await until(() => page.element.validationMessage === ms['start.title'], 'the Malay message');
  });

  it('keeps the form from being sent, and puts the focus on its button', async () => {
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    form.requestSubmit();
    expect(sent).to.equal(0);
    expect(page.focused).to.equal('Open the camera');
    await page.press('Open the camera');
    await page.phase('done');
    form.requestSubmit();
    expect(sent).to.equal(1);
  });

  it('is one of the form’s elements, by its name', () => {
    expect(form.elements.namedItem('selfie')).to.equal(page.element);
    expect(page.element.form).to.equal(form);
  });
});
