import { expect } from '@open-wc/testing';
import { OkayCaptureEvent } from '../../src/element/events.js';
import { browserServices } from '../../src/element/services.js';
import { installCanvasCamera, person, type CanvasCamera } from '../helpers/canvas-camera.js';
import { openCapture, until } from '../helpers/capture-harness.js';
import { photoFace } from '../helpers/fixture-photos.js';

/** Nothing in the browser's own hand hides a page of a test. */
class Tab {
  #isHidden = false;
  readonly services = { ...browserServices, isHidden: () => this.#isHidden };

  set isHidden(isHidden: boolean) {
    this.#isHidden = isHidden;
    document.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('okay-live-capture behind another tab', () => {
  let camera: CanvasCamera;
  let tab: Tab;

  beforeEach(() => {
    camera = installCanvasCamera();
    tab = new Tab();
  });
  afterEach(() => camera.uninstall());

  it('lets the camera go at once, and takes the photo when it is seen again', async () => {
    const page = await openCapture({ services: tab.services });
    void page.element.start();
    await page.phase('seeking');
    tab.isHidden = true;
    expect(camera.liveTracks).to.equal(0);
    expect(page.element.phase).to.equal('preparing');
    camera.show(person(await photoFace('ali-pazani.jpg')));
    tab.isHidden = false;
    await page.phase('done');
    expect(camera.requests).to.have.length(2);
    const captured = page.events.find((event) => event instanceof OkayCaptureEvent);
    expect(captured?.signals.timesHidden).to.equal(1);
  });

  it('does not open it for a page that nobody sees', async () => {
    const page = await openCapture({ services: tab.services });
    tab.isHidden = true;
    page.element.start().catch(() => undefined);
    await page.phase('preparing');
    expect(camera.requests).to.have.length(0);
    tab.isHidden = false;
    await page.phase('seeking');
    page.element.stop();
    expect(camera.liveTracks).to.equal(0);
  });

  it('lets it go where the page was left while camera and engine came', async () => {
    const page = await openCapture({ services: tab.services });
    page.element.start().catch(() => undefined);
    await until(() => camera.requests.length > 0, 'the request for the camera');
    tab.isHidden = true;
    await until(() => page.phases.includes('seeking'), 'the engine');
    expect(camera.liveTracks).to.equal(0);
    page.element.stop();
  });

  it('keeps the answer of what is no longer watched', async () => {
    camera.show(person(await photoFace('ali-pazani.jpg')));
    const page = await openCapture({ services: tab.services });
    await page.element.start();
    await page.phase('done');
    tab.isHidden = true;
    tab.isHidden = false;
    expect(page.element.phase).to.equal('done');
    expect(camera.requests).to.have.length(1);
  });
});
