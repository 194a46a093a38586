import { expect } from '@open-wc/testing';
import { OWN_ERROR_CODES } from '../../src/core/errors.js';
import { isTextKey, textsFor } from '../../src/locales/texts.js';
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

  it('are short where they must be read at arm’s length', () => {
    const lines = Object.entries(textsFor({})).filter(([key]) => key.startsWith('line.'));
    expect(lines.filter(([, line]) => line.length > 24)).to.deep.equal([]);
  });

  it('are none of them empty', () => {
    expect(Object.entries(textsFor({})).filter(([, text]) => text.trim() === '')).to.deep.equal([]);
  });

  it('take single ones from the host', () => {
    const texts = textsFor({ 'start.button': 'Los geht’s' });
    expect(texts['start.button']).to.equal('Los geht’s');
    expect(texts['cancel.button']).to.equal('Cancel');
  });

  it('do not take a key for a text because objects have it', () => {
    expect(isTextKey('constructor')).to.equal(false);
  });
});
