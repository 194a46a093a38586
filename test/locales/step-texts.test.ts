import { expect } from '@open-wc/testing';
import { STEP_KEYS } from '../../src/core/camera-steps.js';
import { LOCALES } from '../../src/locales/locales.js';
import { LOCALE_IDS } from '../../src/locales/match-locale.js';
import { STEP_TEXTS, type StepTexts } from '../../src/locales/steps/step-texts.js';

const namesIn = (text: string) => (text.match(/https:\/\/|Safari|Windows|×/g) ?? []).sort().join();

describe('the steps to the camera', () => {
  let english: StepTexts;
  before(async () => (english = await STEP_TEXTS.en()));

  for (const id of LOCALE_IDS) {
    it(`are complete in ${LOCALES[id].name}, each with a text of its own and the names in it`, async () => {
      const texts = await STEP_TEXTS[id]();
      expect(Object.keys(texts).sort()).to.deep.equal([...STEP_KEYS].sort());
      expect(new Set(Object.values(texts)).size).to.equal(STEP_KEYS.length);
      expect(STEP_KEYS.filter((key) => namesIn(texts[key]) !== namesIn(english[key]))).to.deep.equal([]);
      if (id !== 'en') {
        expect(STEP_KEYS.filter((key) => texts[key] === english[key])).to.deep.equal([]);
      }
    });
  }
});
