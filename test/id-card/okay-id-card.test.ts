import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define-id-card.js';
import { OkayCardEvent } from '../../src/id-card/card-event.js';
import type { OkayIdCard } from '../../src/id-card/okay-id-card.js';
import { cardPhoto } from '../helpers/card-photo.js';

const alertOf = (element: OkayIdCard) =>
  element.shadowRoot?.querySelector('[role=alert]')?.textContent.replace(/\s+/g, ' ').trim();

describe('okay-id-card', () => {
  let element: OkayIdCard;

  beforeEach(async () => {
    element = await fixture<OkayIdCard>(html`<okay-id-card></okay-id-card>`);
  });

  it('is accessible', async () => {
    await expect(element).to.be.accessible();
  });

  it('gives a good photo to the host', async () => {
    const given: Promise<Event> = oneEvent(element, 'okay-card');
    await element.take(await cardPhoto('image/jpeg', 1012));
    const event = await given;
    if (!(event instanceof OkayCardEvent)) throw new Error('The event is of another class.');
    const { image, width, height, bubbles, composed } = event;
    expect(image.type).to.equal('image/jpeg');
    expect([width, height]).to.deep.equal([1012, 638]);
    expect([bubbles, composed]).to.deep.equal([true, true]);
  });

  for (const [what, file, title] of [
    ['a text', () => new Blob(['no image at all, just words']), 'This file is not a photo'],
    ['nothing', () => new Blob([]), 'This file is not a photo'],
    [
      'a HEIC photo',
      () => new Blob([new Uint8Array([0, 0, 0, 24]), 'ftypheic', new Uint8Array(40)]),
      'This kind of photo cannot be read here',
    ],
    ['a tiny photo', () => cardPhoto('image/png', 400), 'This photo is too small'],
  ] as const) {
    it(`says what is wrong with ${what}, and takes another file after it`, async () => {
      await element.take(await file());
      await element.updateComplete;
      expect(alertOf(element)).to.contain(title);
      const given = oneEvent(element, 'okay-card');
      await element.take(await cardPhoto());
      await given;
      await element.updateComplete;
      expect(alertOf(element)).to.equal('');
    });
  }

  it('says that a photo is cut short', async () => {
    const whole = await cardPhoto('image/jpeg');
    await element.take(whole.slice(0, whole.size / 3, whole.type));
    await element.updateComplete;
    expect(alertOf(element)).to.contain('This photo is damaged');
  });

  it('tells nothing of a file when it was removed meanwhile', async () => {
    let told = 0;
    element.addEventListener('okay-card', () => (told += 1));
    const taking = element.take(await cardPhoto());
    element.remove();
    await taking;
    expect(told).to.equal(0);
  });
});
