/** The locales that the element speaks, as BCP 47 tags. */
export const LOCALE_IDS = [
  'en',
  'ms',
  'zh-Hans',
  'zh-Hant',
  'id',
  'th',
  'vi',
  'fil',
  'ta',
  'km',
  'my',
  'ar',
] as const;
export type LocaleId = (typeof LOCALE_IDS)[number];

/** Where Chinese without a named script is written in traditional characters; Malaysia and Singapore write simplified. */
const TRADITIONAL_REGIONS: ReadonlySet<string> = new Set(['TW', 'HK', 'MO']);

/**
 * The locale for a language tag. Old and long codes count (`in`, `tl`, `zsm`, `ms-Latn-MY`), and so do underscores.
 *
 * @param tag BCP 47, of a `lang` attribute for example
 * @returns `en` for a language that is not spoken here, and for what is no language tag
 */
export function matchLocale(tag: string): LocaleId {
  const locale = parse(tag);
  if (!locale) return 'en';
  const { language, script, region } = locale;
  // Written Cantonese uses the same characters.
  if (language === 'yue') return script === 'Hans' ? 'zh-Hans' : 'zh-Hant';
  if (language === 'zh') {
    const isTraditional = script ? script === 'Hant' : TRADITIONAL_REGIONS.has(region ?? '');
    return isTraditional ? 'zh-Hant' : 'zh-Hans';
  }
  return LOCALE_IDS.find((id) => id === language) ?? 'en';
}

/** `Intl` makes canonical: `in` becomes `id`, `tl` becomes `fil`. It throws for what is no tag, an empty one too. */
function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch {
    return null;
  }
}
