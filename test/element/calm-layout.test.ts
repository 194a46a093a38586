import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { LocaleId } from '../../src/locales/match-locale.js';
import { LOCALES } from '../../src/locales/locales.js';
import type { SceneName } from '../helpers/screen-scenes.js';
import { ScreenStage } from '../helpers/screen-stage.js';
import { until } from '../helpers/until.js';

/** While the camera runs, with texts from none to the longest. */
const TRACKING = [
  'permission',
  'loading',
  'seeking-no-face',
  'seeking-closer',
  'seeking-left',
  'seeking-turn',
  'holding',
  'taken',
] as const satisfies readonly SceneName[];

describe('the picture and what is under it', () => {
  let stage: ScreenStage;

  afterEach(async () => {
    stage.close();
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  for (const lang of ['en', 'ta', 'my', 'ar'] as const satisfies readonly LocaleId[]) {
    it(`stay where they are, whatever the text: ${lang}`, async () => {
      await setViewport({ width: 390, height: 844 });
      stage = await ScreenStage.open({ lang });
      const { 'start.title': title } = await LOCALES[lang].load();
      await until(() => stage.element.shadowRoot?.textContent?.includes(title) === true, 'the language');
      const places = new Map<string, SceneName[]>();
      for (const scene of TRACKING) {
        await stage.play(scene);
        const place = placesOf(stage.element);
        places.set(place, [...(places.get(place) ?? []), scene]);
      }
      expect([...places.keys()], JSON.stringify([...places])).to.have.length(1);
    });
  }

  for (const [reducedMotion, arrows, ring] of [
    ['no-preference', ['nudge-back'], 'linear'],
    ['reduce', [], 'steps(4)'],
  ] as const) {
    it(`move as the person wants it: ${reducedMotion}`, async () => {
      await emulateMedia({ reducedMotion });
      stage = await ScreenStage.open({});
      await stage.play('seeking-back');
      expect(animationsOf('.arrows').map(({ animationName }) => animationName)).to.deep.equal(arrows);
      await stage.play('holding');
      expect(animationsOf('.ring')).to.have.length(1);
      expect(getComputedStyle(part('.ring')).animationTimingFunction).to.equal(ring);
    });
  }

  function part(selector: string): Element {
    const found = stage.element.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  }

  function animationsOf(selector: string): CSSAnimation[] {
    return part(selector)
      .getAnimations()
      .filter((one) => one instanceof CSSAnimation);
  }
});

/** Tops and heights of the picture and of the way out, in whole pixels. */
function placesOf({ shadowRoot }: Element): string {
  const buttons = [...(shadowRoot?.querySelectorAll('button') ?? [])];
  return [shadowRoot?.querySelector('.frame'), buttons.at(-1)]
    .map((one) => {
      const { top, height } = one?.getBoundingClientRect() ?? new DOMRect();
      return `${Math.round(top)}+${Math.round(height)}`;
    })
    .join(' ');
}
