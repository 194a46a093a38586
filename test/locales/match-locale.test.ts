import { expect } from '@open-wc/testing';
import { LOCALE_IDS, matchLocale } from '../../src/locales/match-locale.js';

const TAGS = {
  // What nobody can read, and what nobody speaks here.
  '': 'en',
  ' ': 'en',
  'not a tag': 'en',
  x: 'en',
  'x-private': 'en',
  und: 'en',
  de: 'en',
  'pt-BR': 'en',
  'en-GB': 'en',
  // Regions, scripts and extensions do not matter where a language has one locale.
  'ms-MY': 'ms',
  ms_MY: 'ms',
  'ms-Arab-BN': 'ms',
  'MS-my': 'ms',
  ' ms ': 'ms',
  'id-ID': 'id',
  'th-TH-u-nu-thai': 'th',
  'ar-EG': 'ar',
  'ta-SG': 'ta',
  'my-MM': 'my',
  'vi-VN': 'vi',
  'km-KH': 'km',
  // Codes of old, and of single languages in a macrolanguage.
  in: 'id',
  'in-ID': 'id',
  tl: 'fil',
  'tl-PH': 'fil',
  'fil-PH': 'fil',
  zsm: 'ms',
  cmn: 'zh-Hans',
  // The script decides, else the region.
  zh: 'zh-Hans',
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-MY': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  zh_tw: 'zh-Hant',
  'zh-Hant': 'zh-Hant',
  'zh-Hant-MY': 'zh-Hant',
  'zh-hant-cn': 'zh-Hant',
  'zh-Hans-HK': 'zh-Hans',
  yue: 'zh-Hant',
  'yue-Hans': 'zh-Hans',
} as const;

describe('matchLocale', () => {
  for (const [tag, locale] of Object.entries(TAGS)) {
    it(`finds ${locale} for "${tag}"`, () => expect(matchLocale(tag)).to.equal(locale));
  }

  for (const locale of LOCALE_IDS) {
    it(`finds ${locale} by its own name`, () => expect(matchLocale(locale)).to.equal(locale));
  }
});
