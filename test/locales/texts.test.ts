import { expect } from '@open-wc/testing';
import { OWN_ERROR_CODES } from '../../src/core/errors.js';
import { HINTS, REFUSAL_HINTS } from '../../src/core/hints.js';
import { en } from '../../src/locales/en.js';
import { inWords, isTextKey, TEXT_KEYS, type Texts } from '../../src/locales/texts.js';
import { GUARD_IDS } from '../../src/types/capture.js';

describe('texts', () => {
  for (const code of OWN_ERROR_CODES) {
    it(`say what happened and what to do for ${code}`, () => {
      expect(isTextKey(`error.${code}`)).to.equal(true);
      expect(isTextKey(`error.${code}.text`)).to.equal(true);
    });
  }

  for (const guard of GUARD_IDS) {
    it(`have a short line for ${guard}`, () => {
      expect(isTextKey(`line.${guard}`)).to.equal(true);
    });
  }

  const documented = [
    ...GUARD_IDS.flatMap((code) => HINTS[code].map(({ message, text }) => ({ code, message, text }))),
    ...REFUSAL_HINTS,
  ];

  for (const hint of documented) {
    it(`say "${hint.message}" by its own sentence, in English as documented`, () => {
      expect(inWords(hint, en)).to.deep.equal(hint);
      const texts: Record<string, string> = { ...en };
      for (const [key, text] of Object.entries(en)) if (text === hint.text) texts[key] = 'replaced';
      expect(inWords(hint, texts as Texts)).to.deep.equal({ ...hint, text: 'replaced' });
    });
  }

  it('have no sentence that no hint asks for', () => {
    expect(TEXT_KEYS.filter((key) => key.startsWith('sentence.'))).to.have.lengthOf(documented.length);
  });

  it('say a code without a known message by its first sentence', () => {
    const hint = { code: 'FACE_TOO_SMALL', message: 'unheard of', text: '' };
    expect(inWords(hint, en).text).to.equal(HINTS.FACE_TOO_SMALL[0].text);
  });

  it('leave a hint of an unknown code as it is', () => {
    const hint = { code: 'constructor', message: 'm', text: 't', direction: 'left' } as const;
    expect(inWords(hint, en)).to.deep.equal(hint);
  });

  it('do not take a key for a text because objects have it', () => {
    expect(isTextKey('constructor')).to.equal(false);
  });
});
