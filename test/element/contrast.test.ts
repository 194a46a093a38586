import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { weakTexts, worstRatio } from '../helpers/contrast.js';
import { SCENE_NAMES } from '../helpers/screen-scenes.js';
import { ScreenStage } from '../helpers/screen-stage.js';

/** Of what is no text but must be seen (WCAG 2.2, 1.4.11). */
const SHAPE_RATIO = 3;

const MEDIA = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active', colorScheme: 'dark' }],
] as const;

describe('contrast', () => {
  let stage: ScreenStage;

  before(async () => {
    document.documentElement.style.colorScheme = 'light dark';
    stage = await ScreenStage.open({});
  });
  afterEach(() => emulateMedia({ colorScheme: 'light', forcedColors: 'none' }));
  after(() => {
    stage.close();
    document.documentElement.style.colorScheme = '';
  });

  it('is found to be weak where it is', () => {
    const box = document.createElement('div');
    box.style.cssText = 'background: #ffffff; color: #8a8a8a; font: 16px sans-serif';
    box.textContent = 'Grey on white';
    document.body.append(box);
    // 3.45 to 1, by the formula of WCAG.
    expect(weakTexts(box).weak[0]?.ratio).to.be.closeTo(3.45, 0.02);
    box.style.color = '#767676';
    expect(weakTexts(box)).to.deep.equal({ read: 1, weak: [] });
    box.remove();
  });

  for (const scene of SCENE_NAMES) {
    it(`is AA for every text of ${scene}, light, dark and in forced colours`, async () => {
      await stage.play(scene);
      for (const [name, media] of MEDIA) {
        await emulateMedia(media);
        await stage.settled();
        const { read, weak } = weakTexts(stage.element);
        expect(read, name).to.be.greaterThan(0);
        expect(weak, name).to.deep.equal([]);
      }
    });
  }

  for (const [name, media] of MEDIA) {
    it(`lets the focus be seen: ${name}`, async () => {
      await emulateMedia(media);
      await stage.play('start');
      const button = stage.element.shadowRoot?.querySelector('button');
      if (!button) throw new Error('There is no button.');
      button.focus();
      const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(button);
      expect(outlineStyle).to.equal('solid');
      expect(parseFloat(outlineWidth)).to.be.at.least(2);
      expect(worstRatio(stage.element, outlineColor)).to.be.at.least(SHAPE_RATIO);
    });
  }

  it('leaves an edge round the picture and what can be pressed in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    for (const scene of ['start', 'seeking-closer', 'stalled', 'review'] as const) {
      await stage.play(scene);
      const pressed = [
        ...(stage.element.shadowRoot?.querySelectorAll('.frame, button, .file, select') ?? []),
      ];
      expect(pressed, scene).not.to.have.length(0);
      for (const one of pressed) {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(one);
        expect(borderTopStyle, `${scene}: ${one.className}`).to.equal('solid');
        expect(parseFloat(borderTopWidth)).to.be.at.least(1);
        expect(worstRatio(stage.element, borderTopColor)).to.be.at.least(SHAPE_RATIO);
      }
    }
  });

  it('leaves the lamp white in forced colours, as the person asked for', async () => {
    await emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await stage.play('seeking-lit');
    const lamp = stage.element.shadowRoot?.querySelector('.stage.lit');
    if (!lamp) throw new Error('The lamp is off.');
    expect(getComputedStyle(lamp).backgroundColor).to.equal('rgb(255, 255, 255)');
  });
});
