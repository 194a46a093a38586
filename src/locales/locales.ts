import { en } from './en.js';
import type { LocaleId } from './match-locale.js';
import type { Texts } from './texts.js';

export interface Locale {
  /** The language's own name. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** By language and region, as the localisation library finds its translations; it knows no scripts. */
  readonly code: string;
  /** Fetches the locale's own chunk. Rejects where that cannot be had. */
  readonly load: () => Promise<Texts>;
}

/** Every locale; all but English stand in a chunk of their own. */
export const LOCALES: Readonly<Record<LocaleId, Locale>> = {
  en: { name: 'English', dir: 'ltr', code: 'en', load: async () => en },
  ms: { name: 'Bahasa Melayu', dir: 'ltr', code: 'ms', load: async () => (await import('./ms.js')).ms },
  'zh-Hans': {
    name: '简体中文',
    dir: 'ltr',
    code: 'zh-CN',
    load: async () => (await import('./zh-hans.js')).zhHans,
  },
  'zh-Hant': {
    name: '繁體中文',
    dir: 'ltr',
    code: 'zh-TW',
    load: async () => (await import('./zh-hant.js')).zhHant,
  },
  id: { name: 'Bahasa Indonesia', dir: 'ltr', code: 'id', load: async () => (await import('./id.js')).id },
  th: { name: 'ไทย', dir: 'ltr', code: 'th', load: async () => (await import('./th.js')).th },
  vi: { name: 'Tiếng Việt', dir: 'ltr', code: 'vi', load: async () => (await import('./vi.js')).vi },
  fil: { name: 'Filipino', dir: 'ltr', code: 'fil', load: async () => (await import('./fil.js')).fil },
  ta: { name: 'தமிழ்', dir: 'ltr', code: 'ta', load: async () => (await import('./ta.js')).ta },
  km: { name: 'ភាសាខ្មែរ', dir: 'ltr', code: 'km', load: async () => (await import('./km.js')).km },
  my: { name: 'မြန်မာ', dir: 'ltr', code: 'my', load: async () => (await import('./my.js')).my },
  ar: { name: 'العربية', dir: 'rtl', code: 'ar', load: async () => (await import('./ar.js')).ar },
};
