import { expect } from '@open-wc/testing';
import { en } from '../../src/locales/en.js';
import { LOCALES } from '../../src/locales/locales.js';
import { LOCALE_IDS } from '../../src/locales/match-locale.js';
import { TEXT_KEYS, type Texts } from '../../src/locales/texts.js';

/** Words that stay in Latin letters in every language. */
const NAMES = new Set(
  `OkayFace OkayLive JPEG PNG HEIC WebGL iPhone https Chrome Edge Firefox Safari ID x
  Settings Camera Formats Most Compatible`.split(/\s+/),
);

const SCRIPTS: Partial<Record<string, RegExp>> = {
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
  th: /\p{Script=Thai}/u,
  ta: /\p{Script=Tamil}/u,
  km: /\p{Script=Khmer}/u,
  my: /\p{Script=Myanmar}/u,
  ar: /\p{Script=Arabic}/u,
};

/** Wide letters count twice, marks over and under letters not at all: about how wide a line is in Latin letters. */
function widthOf(line: string): number {
  const marks = line.match(/\p{M}/gu)?.length ?? 0;
  const wide = line.match(/[\p{Script=Han}\p{Script=Tamil}\p{Script=Myanmar}]/gu) ?? [];
  const wideLetters = wide.filter((letter) => !/\p{M}/u.test(letter)).length;
  return line.length - marks + wideLetters * 0.5;
}

/** What must be the same in every language: figures but those that may be words, file types and names of programs. */
const factsOf = (text: string) =>
  (text.match(/\{\w+\}|\d{2,}|JPEG|PNG|HEIC|WebGL|iPhone|https|Chrome|Edge|Firefox|Safari/g) ?? []).sort();

const shortKeys = TEXT_KEYS.filter((key) => key.startsWith('line.') || key.endsWith('.line'));

for (const id of LOCALE_IDS) {
  describe(`texts in ${LOCALES[id].name}`, () => {
    let texts: Texts;

    before(async () => (texts = await LOCALES[id].load()));

    const keysWhere = (isWrong: (key: (typeof TEXT_KEYS)[number]) => boolean) => TEXT_KEYS.filter(isWrong);

    it('have every key and no other', () => {
      expect(Object.keys(texts).sort()).to.deep.equal([...TEXT_KEYS].sort());
    });

    it('are none of them empty or ragged', () => {
      const isRagged = (text: string) => text === '' || text !== text.trim() || /\s{2}/.test(text);
      expect(keysWhere((key) => isRagged(texts[key]))).to.deep.equal([]);
    });

    it('keep figures, file types, names and placeholders', () => {
      const differs = (key: (typeof TEXT_KEYS)[number]) =>
        factsOf(texts[key]).join() !== factsOf(en[key]).join();
      expect(keysWhere(differs)).to.deep.equal([]);
    });

    it('are short where they must be read at arm’s length', () => {
      expect(shortKeys.filter((key) => widthOf(texts[key]) > 27).map((key) => texts[key])).to.deep.equal([]);
    });

    it('tell directions apart', () => {
      const pairs = [
        ['line.left', 'line.right'],
        ['line.up', 'line.down'],
        ['line.turn-left', 'line.turn-right'],
        ['line.chin-up', 'line.chin-down'],
        ['line.tilt-left', 'line.tilt-right'],
        ['line.closer', 'line.back'],
      ] as const;
      expect(pairs.filter(([one, other]) => texts[one] === texts[other])).to.deep.equal([]);
    });

    if (id === 'en') return;

    it('are in no other language', () => {
      expect(keysWhere((key) => texts[key] === en[key])).to.deep.equal([]);
    });

    const script = SCRIPTS[id];
    if (!script) return;

    it('hold no Latin words but names', () => {
      const hasStranger = (text: string) =>
        (text.match(/[A-Za-z]+/g) ?? []).some((word) => !NAMES.has(word)) || !script.test(text);
      expect(keysWhere((key) => hasStranger(texts[key]))).to.deep.equal([]);
    });
  });
}
