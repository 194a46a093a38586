import { expect, fixture, html } from '@open-wc/testing';
import { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { emptyRoom, installCanvasCamera, person, type CanvasCamera } from '../helpers/canvas-camera.js';
import { CaptureHarness, openCapture } from '../helpers/capture-harness.js';
import { photoFace } from '../helpers/fixture-photos.js';

/** Where a host may put the element, and how many of them. */
describe('okay-live-capture in any place', () => {
  let camera: CanvasCamera;

  beforeEach(async () => {
    camera = installCanvasCamera();
    camera.show(person(await photoFace('ali-pazani.jpg')));
  });

  afterEach(() => camera.uninstall());

  it('captures twice on one page at the same time, each for itself', async () => {
    const [one, other] = [await openCapture(), await openCapture()];
    const ends = [one, other].map((page) => page.phase('done'));
    await Promise.all([one.element.start(), other.element.start()]);
    await Promise.all(ends);
    const photos = [one, other].map(({ element }) => element.value);
    expect(photos[0]).to.be.instanceOf(File);
    expect(photos[1]).to.be.instanceOf(File);
    one.element.stop();
    expect(other.element.phase).to.equal('done');
    expect(other.element.value).to.equal(photos[1]);
    expect(one.events.every(({ target }) => target === one.element)).to.equal(true);
  });

  it('goes on with the others when one is removed', async () => {
    const [one, other] = [await openCapture(), await openCapture()];
    camera.show(emptyRoom);
    await Promise.all([one.element.start(), other.element.start()]);
    one.element.remove();
    expect(camera.liveTracks).to.equal(1);
    camera.show(person(await photoFace('ali-pazani.jpg')));
    await other.phase('done');
  });

  it('works under another name, beside the first', async () => {
    // A class can have one name only, so that the second name needs a class of its own.
    class ScopedCapture extends OkayLiveCapture {}
    customElements.define('team-live-capture', ScopedCapture);
    const element = await fixture<ScopedCapture>(html`<team-live-capture></team-live-capture>`);
    const page = new CaptureHarness(element);
    await page.press('Open the camera');
    await page.phase('done');
    expect(page.element.value).to.be.instanceOf(File);
  });

  it('lets the camera go when it is moved, and opens it once more in the new place', async () => {
    const page = await openCapture();
    await page.element.start();
    const place = await fixture(html`<section></section>`);
    place.append(page.element);
    expect(page.element.phase).to.equal('preparing');
    expect(camera.liveTracks).to.equal(1);
    await page.phase('done');
    expect(page.phases.filter((phase) => phase === 'preparing')).to.have.length(2);
  });

  it('keeps the photo that was taken when it is moved, and gives it up when it leaves', async () => {
    const page = await openCapture();
    await page.element.start();
    await page.phase('done');
    const photo = page.element.value;
    const place = await fixture(html`<section></section>`);
    place.append(page.element);
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('done');
    expect(page.element.value?.size).to.equal(photo?.size);
    page.element.remove();
    await Promise.resolve();
    place.append(page.element);
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('idle');
    expect(page.element.value).to.equal(null);
  });

  it('goes on where moveBefore puts it', async () => {
    const page = await openCapture();
    await page.element.start();
    const place = await fixture<MovingPlace>(html`<section></section>`);
    place.moveBefore(page.element, null);
    expect(page.element.phase).not.to.equal('idle');
    expect(camera.liveTracks).to.equal(1);
    await page.phase('done');
    expect(page.phases).to.deep.equal(['preparing', 'seeking', 'holding', 'done']);
  });

  it('captures in a modal dialog', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`
      <dialog aria-label="Selfie"><okay-live-capture></okay-live-capture></dialog>
    `);
    dialog.showModal();
    const page = harnessIn(dialog);
    await page.element.updateComplete;
    expect(page.focused).to.equal('Take a photo of your face');
    await page.press('Open the camera');
    await page.phase('done');
    dialog.close();
  });

  it('captures in the shadow root of another element, and is heard outside', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('okay-live-capture'));
    const page = harnessIn(root);
    const heard: string[] = [];
    host.addEventListener('okay-capture', ({ target, type }) => {
      heard.push(type);
      expect(target).to.equal(host);
    });
    await page.press('Open the camera');
    await page.phase('done');
    expect(heard).to.deep.equal(['okay-capture']);
  });
});

/** Chromium 133 and newer. */
interface MovingPlace extends Element {
  moveBefore(node: Node, before: Node | null): void;
}

function harnessIn(place: ParentNode): CaptureHarness {
  const element = place.querySelector('okay-live-capture');
  if (!element) throw new Error('The place has no capture.');
  return new CaptureHarness(element);
}
