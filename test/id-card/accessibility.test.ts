import { expect } from '@open-wc/testing';
import { emptyRoom, installCanvasCamera, type CanvasCamera } from '../helpers/canvas-camera.js';
import { until } from '../helpers/capture-harness.js';
import { openIdCard, type IdCardHarness } from '../helpers/id-card-harness.js';

describe('okay-id-card for everybody', () => {
  let camera: CanvasCamera;
  let page: IdCardHarness;

  beforeEach(async () => {
    camera = installCanvasCamera();
    camera.show(emptyRoom);
    page = await openIdCard();
  });

  afterEach(() => camera.uninstall());

  it('passes axe in every state', async () => {
    await expect(page.element).to.be.accessible();
    await page.press('Use the camera');
    await expect(page.element, 'while the camera opens').to.be.accessible();
    await page.sees('Show the card');
    await expect(page.element, 'with the camera').to.be.accessible();
    await page.press('Take the photo');
    await page.offers('Use this photo');
    await expect(page.element, 'in the review').to.be.accessible();
    await page.press('Use this photo');
    await expect(page.element, 'with a given photo').to.be.accessible();
    await page.press('Use another photo');
    await page.element.take(new Blob(['words']));
    await page.element.updateComplete;
    await expect(page.element, 'with an error').to.be.accessible();
  });

  it('moves the focus to where the step begins, and nowhere at first', async () => {
    expect(document.activeElement).to.equal(document.body);
    await page.press('Use the camera');
    expect(page.focused).to.equal('Camera picture with a frame');
    await page.sees('Show the card');
    await page.press('Take the photo');
    await page.offers('Use this photo');
    expect(page.focused).to.equal('Can everything be read?');
    await page.press('Use this photo');
    expect(page.focused).to.equal('Use another photo');
    await page.press('Use another photo');
    expect(page.focused).to.equal('Use the camera');
  });

  it('brings the focus back where the camera cannot be had', async () => {
    camera.failWith(new DOMException('', 'NotAllowedError'));
    await page.press('Use the camera');
    await until(() => page.alert !== '', 'the error');
    expect(page.focused).to.equal('Use the camera');
  });

  it('tells a screen reader what is on screen, with its sentence', async () => {
    await page.press('Use the camera');
    expect(page.spoken).to.contain('Opening the camera');
    await page.sees('Show the card');
    await until(() => page.spoken.includes('Show the card'), 'the words');
    expect(page.spoken).to.contain('Put the front of the card into the frame');
    const status = page.root.querySelector('[role=status]');
    expect(status?.closest('[aria-hidden=true]') ?? null).to.equal(null);
    expect(page.root.querySelector('.guidance')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('can be reached by the keyboard everywhere', async () => {
    const reachable = () =>
      [...page.root.querySelectorAll<HTMLElement>('button, input')].filter(
        ({ hidden, tabIndex }) => !hidden && tabIndex >= 0,
      ).length;
    expect(reachable()).to.equal(2);
    await page.press('Use the camera');
    await page.sees('Show the card');
    expect(reachable()).to.equal(2);
  });

  it('fits 320 pixels with text of twice the size, in every state', async () => {
    const { element } = page;
    element.style.cssText = 'width: 320px; font-size: 32px';
    const overflow = () => element.scrollWidth - element.clientWidth;
    expect(overflow()).to.equal(0);
    await page.press('Use the camera');
    await page.sees('Show the card');
    expect(overflow(), 'with the camera').to.equal(0);
    await page.press('Take the photo');
    await page.offers('Use this photo');
    expect(overflow(), 'in the review').to.equal(0);
  });

  it('stays the same size when a hint changes', async () => {
    await page.press('Use the camera');
    await page.sees('Show the card');
    const before = page.element.getBoundingClientRect().height;
    camera.show((context, { width, height }) => {
      context.fillStyle = '#000';
      context.fillRect(0, 0, width, height);
    });
    await page.sees('Find more light');
    expect(page.element.getBoundingClientRect().height).to.equal(before);
  });

  it('does not leave a keyboard behind while a file is looked at', async () => {
    const input = page.root.querySelector('input');
    if (!input) throw new Error('There is no input.');
    input.focus();
    const taking = page.element.take(new Blob(['words']));
    await page.element.updateComplete;
    expect(page.root.activeElement).to.equal(input);
    await taking;
    await page.element.updateComplete;
    expect(page.root.activeElement).to.equal(input);
  });
});
