import { expect } from '@open-wc/testing';
import { installCanvasCamera, type CanvasCamera } from '../helpers/canvas-camera.js';
import type { Ticker } from '../../src/adapters/watchdog.js';
import { browserServices } from '../../src/element/services.js';
import { openCapture, until } from '../helpers/capture-harness.js';
import { SecondsByHand } from '../helpers/seconds-by-hand.js';

/** Seconds that pass quickly. */
const everyPicture: Ticker = (onTick) => {
  let asked = requestAnimationFrame(function tick() {
    asked = requestAnimationFrame(tick);
    onTick();
  });
  return () => cancelAnimationFrame(asked);
};

describe('okay-live-capture with something in the way', () => {
  let camera: CanvasCamera;

  beforeEach(() => (camera = installCanvasCamera()));
  afterEach(() => camera.uninstall());

  for (const [name, code, title] of [
    ['NotAllowedError', 'CAMERA_DENIED', 'The camera is not allowed'],
    ['NotFoundError', 'CAMERA_NOT_FOUND', 'No camera found'],
    ['NotReadableError', 'CAMERA_IN_USE', 'The camera is busy'],
  ] as const) {
    it(`shows what to do about ${code}, and goes on when the device comes back`, async () => {
      camera.failWith(new DOMException('', name));
      const page = await openCapture();
      const error = await page.element.start().catch((reason: unknown) => reason);
      expect(error).to.include({ code });
      expect(page.element.phase).to.equal('blocked');
      await page.element.updateComplete;
      expect(page.text).to.contain(title);
      expect(page.buttons).to.deep.equal(['Try again']);
      await expect(page.element).to.be.accessible();
      camera.failWith(null);
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      await page.phase('seeking');
    });
  }

  it('shows the steps for this browser, in words that the host may replace', async () => {
    camera.failWith(new DOMException('', 'NotAllowedError'));
    const page = await openCapture({ messages: { 'step.again': 'Come back, please.' } });
    await page.press('Open the camera');
    await page.phase('blocked');
    const steps = () => page.element.shadowRoot?.querySelectorAll('.steps li') ?? [];
    await until(() => steps().length > 0, 'the steps');
    expect([...steps()].map(({ textContent }) => textContent)).to.deep.equal([
      'Press the sign at the left of the page’s address.',
      'Find “Camera” there, and switch it on or choose “Allow”.',
      'Come back, please.',
    ]);
    expect(page.text, 'the general text says no more than the steps').not.to.contain('by the sign beside');
    await expect(page.element).to.be.accessible();
  });

  for (const [name, what] of [
    ['NotReadableError', 'the program that used the camera lets it go'],
    ['NotFoundError', 'the camera is found after all'],
  ] as const) {
    it(`goes on by itself when ${what}, which no event tells`, async () => {
      camera.failWith(new DOMException('', name));
      const page = await openCapture({ services: { ...browserServices, everySecond: everyPicture } });
      await page.press('Open the camera');
      await page.phase('blocked');
      camera.failWith(null);
      await page.phase('seeking');
      expect(camera.liveTracks).to.equal(1);
    });
  }

  it('goes on by itself when a switch gives the picture back, and holds no camera until then', async () => {
    const page = await openCapture({ services: { ...browserServices, everySecond: everyPicture } });
    await page.element.start();
    camera.mute(true);
    await page.phase('blocked');
    const asked = camera.requests.length;
    await until(() => camera.requests.length >= asked + 2, 'the camera to be tried twice');
    expect(page.element.phase).to.equal('blocked');
    camera.mute(false);
    await page.phase('seeking');
    expect(camera.liveTracks).to.equal(1);
  });

  describe('that gives no pictures', () => {
    let seconds: SecondsByHand;
    const open = () => openCapture({ services: { ...browserServices, everySecond: seconds.everySecond } });
    beforeEach(() => (seconds = new SecondsByHand()));

    it('at first is waited for, as a machine that is busy with the engine takes its time', async () => {
      camera.freeze(true);
      const page = await open();
      await page.press('Open the camera');
      await until(() => Boolean(page.video?.srcObject), 'the camera');
      seconds.pass(15);
      expect(page.element.phase).to.equal('preparing');
      camera.freeze(false);
      await page.phase('seeking');
    });

    for (const [when, patience] of [
      ['from the start', 16],
      ['any more', 6],
    ] as const) {
      it(`${when} is told as lost after ${patience} seconds, and tried again`, async () => {
        const page = await open();
        camera.freeze(when === 'from the start');
        await page.press('Open the camera');
        if (when === 'any more') await page.phase('seeking');
        await until(() => Boolean(page.video?.srcObject), 'the camera');
        camera.freeze(true);
        seconds.pass(patience - 1);
        expect(page.element.phase).not.to.equal('blocked');
        seconds.pass(1);
        expect(page.element.phase).to.equal('blocked');
        expect(camera.liveTracks).to.equal(0);
        camera.freeze(false);
        seconds.pass(3);
        await page.phase('seeking');
      });
    }
  });

  it('goes on by the button too', async () => {
    camera.failWith(new DOMException('', 'NotReadableError'));
    const page = await openCapture();
    await page.press('Open the camera');
    await page.phase('blocked');
    camera.failWith(null);
    await page.press('Try again');
    await page.phase('seeking');
  });

  it('is blocked by a camera whose picture is too small for a photo', async () => {
    camera.uninstall();
    camera = installCanvasCamera({ width: 640, height: 440 });
    const page = await openCapture();
    await page.press('Open the camera');
    await page.phase('blocked');
    expect(page.text).to.contain('At least 450 by 450 pixels');
    expect(camera.liveTracks).to.equal(0);
  });

  it('is blocked when the camera is unplugged, and has let it go', async () => {
    const page = await openCapture();
    await page.element.start();
    camera.unplug();
    await page.phase('blocked');
    expect(page.text).to.contain('The camera stopped');
    expect(camera.liveTracks).to.equal(0);
  });

  it('fails with what to do when the engine cannot be loaded, and lets the camera go', async () => {
    const page = await openCapture({ assetBase: '/no/such/folder/' });
    const error = await page.element.start().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'ASSETS_MISSING' });
    await page.phase('failed');
    expect(page.text).to.contain('A part of this page could not be loaded');
    expect(camera.liveTracks).to.equal(0);
    page.element.assetBase = undefined;
    await page.press('Try again');
    await page.phase('seeking');
  });

  it('refuses a dialect that needs a mobile SDK before the person poses for nothing', async () => {
    const page = await openCapture({ endpoint: '/api/okayface', dialect: 'face-v3' });
    const error = await page.element.start().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'DIALECT_UNSUPPORTED' });
    expect(camera.requests).to.have.length(0);
  });

  for (const phase of ['preparing', 'seeking'] as const) {
    it(`lets everything go when it is removed while ${phase}`, async () => {
      const page = await openCapture();
      const starting = page.element.start().catch((reason: unknown) => reason);
      await page.phase(phase);
      page.element.remove();
      await starting;
      expect(page.element.phase).to.equal('idle');
      expect(camera.liveTracks).to.equal(0);
    });
  }

  it('ends the start when its signal aborts', async () => {
    const page = await openCapture();
    const life = new AbortController();
    const starting = page.element.start({ signal: life.signal }).catch((reason: unknown) => reason);
    life.abort();
    expect(await starting).to.include({ name: 'AbortError' });
    expect(page.element.phase).to.equal('idle');
  });
});
