import { LocalizeController, registerTranslation, type Translation } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { CaptureError } from '../core/errors.js';
import { en } from './en.js';
import { languageOf, lineageOf } from './language-of.js';
import { LOCALES } from './locales.js';
import { matchLocale, type LocaleId } from './match-locale.js';
import { TEXT_KEYS, type Texts } from './texts.js';

/** An element that shows texts. */
export interface LocalisedHost extends ReactiveControllerHost, HTMLElement {
  /** Replace those of the locale. */
  readonly messages: Partial<Texts>;
}

export interface LocaleControllerOptions {
  /** @throws where the locale's chunk cannot be had */
  readonly load?: (locale: LocaleId) => Promise<Texts>;
  /** Takes the failure of a load, after which English is shown. Default: the page's `error` event. */
  readonly report?: (error: CaptureError) => void;
}

/**
 * Texts and direction of an element by its language: its own `lang`, or that of the nearest element around it.
 *
 * The library keeps the translations and updates every connected element when one arrives. What it does not know is
 * added here: languages inherited through the page, scripts (`zh-Hans`), and translations that are fetched when needed.
 * The texts before stay until the new ones are there. Make it in the host's constructor or as a field.
 */
export class LocaleController extends LocalizeController<Texts & Translation> {
  readonly #host: LocalisedHost;
  readonly #load: (locale: LocaleId) => Promise<Texts>;
  readonly #report: (error: CaptureError) => void;
  readonly #observer: MutationObserver;
  #locale: LocaleId = 'en';
  /** Null where nothing was asked for yet, or what failed may be tried again. */
  #wanted: LocaleId | null = null;
  #made: { readonly locale: LocaleId; readonly messages: Partial<Texts>; readonly texts: Texts } | null =
    null;

  constructor(host: LocalisedHost, options: LocaleControllerOptions = {}) {
    super(host);
    // The library's first translation is the one that it falls back to.
    if (!this.#isLoaded('en')) register('en', en);
    this.#host = host;
    this.#load = options.load ?? ((locale) => LOCALES[locale].load());
    this.#report = options.report ?? ((error) => reportError(error));
    this.#observer = new MutationObserver(() => this.#askAnew());
  }

  /** The locale whose texts are shown. */
  get locale(): LocaleId {
    return this.#locale;
  }

  /** Every text in the locale that is shown, with the host's `messages` on top. The same object until one changes. */
  get texts(): Texts {
    const { messages } = this.#host;
    const locale = this.#locale;
    if (this.#made?.locale !== locale || this.#made.messages !== messages) {
      this.#made = { locale, messages, texts: this.#makeTexts(messages) };
    }
    return this.#made.texts;
  }

  /** The locale as the library looks it up. */
  override lang(): string {
    return LOCALES[this.#locale].code;
  }

  /** The host's own direction, or that of the shown locale. */
  override dir(): 'ltr' | 'rtl' {
    const own = this.#host.dir;
    return own === 'ltr' || own === 'rtl' ? own : LOCALES[this.#locale].dir;
  }

  override hostConnected(): void {
    super.hostConnected();
    for (const element of lineageOf(this.#host)) {
      this.#observer.observe(element, { attributes: true, attributeFilter: ['lang', 'dir'] });
    }
    this.#askAnew();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#observer.disconnect();
  }

  /** Called by Lit before every rendering. */
  hostUpdate(): void {
    const wanted = matchLocale(languageOf(this.#host));
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (this.#isLoaded(wanted)) this.#locale = wanted;
    else void this.#fetch(wanted);
  }

  /** A locale that could not be had is tried again when the element is connected or a language around it is set. */
  #askAnew(): void {
    this.#wanted = null;
    this.#host.requestUpdate();
  }

  async #fetch(locale: LocaleId): Promise<void> {
    try {
      const texts = await this.#load(locale);
      if (this.#wanted === locale) this.#locale = locale;
      register(locale, texts);
    } catch (cause) {
      if (this.#wanted === locale) this.#locale = 'en';
      this.#host.requestUpdate();
      this.#report(
        new CaptureError(
          'ASSETS_MISSING',
          `The texts in ${LOCALES[locale].name} (${locale}) could not be loaded, so English is shown. ` +
            'Serve the chunks of the build beside its main file.',
          { cause, recoverable: true },
        ),
      );
    }
  }

  #isLoaded(locale: LocaleId): boolean {
    return this.exists('start.title', { lang: LOCALES[locale].code });
  }

  #makeTexts(messages: Partial<Texts>): Texts {
    const entries = TEXT_KEYS.map((key) => [key, messages[key] ?? this.term(key)]);
    return Object.fromEntries(entries) as Texts;
  }
}

/** Hands the texts to the library, which then updates every connected element. */
function register(locale: LocaleId, texts: Texts): void {
  const { code, name, dir } = LOCALES[locale];
  registerTranslation({ ...texts, $code: code, $name: name, $dir: dir });
}
