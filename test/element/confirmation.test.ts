import { expect } from '@open-wc/testing';
import { ScreenStage } from '../helpers/screen-stage.js';

describe('the confirmation of okay-live-capture', () => {
  let stage: ScreenStage;

  beforeEach(async () => {
    stage = await ScreenStage.open({});
  });
  afterEach(() => stage.close());

  const shown = (selector: string) => stage.element.shadowRoot?.querySelector(selector) ?? null;

  it('is seen and said each time that a photo is being made', async () => {
    for (let photo = 0; photo < 2; photo += 1) {
      await stage.play('holding');
      expect(shown('.got')).to.equal(null);
      await stage.play('taken');
      expect(shown('.taken .ring')).not.to.equal(null);
      expect(shown('.line')?.textContent).to.contain('Taking the photo');
    }
  });

  it('comes without a flash: it fades in, and nothing else changes', async () => {
    await stage.play('taken');
    const moving = shown('.overlay')?.getAnimations({ subtree: true }) ?? [];
    const names = moving.map((one) => (one instanceof CSSAnimation ? one.animationName : ''));
    expect(names.filter((name) => name !== 'appear')).to.deep.equal([]);
  });
});
