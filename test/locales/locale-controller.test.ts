import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as litHtml } from 'lit';
import { en } from '../../src/locales/en.js';
import { LocaleController, type LocaleControllerOptions } from '../../src/locales/locale-controller.js';
import { LOCALES } from '../../src/locales/locales.js';
import type { LocaleId } from '../../src/locales/match-locale.js';
import type { Texts } from '../../src/locales/texts.js';
import type { CaptureError } from '../../src/core/errors.js';
import { until } from '../helpers/capture-harness.js';

/** Loads by hand: the test says when a chunk arrives, and whether it does. */
class Chunks {
  readonly asked: LocaleId[] = [];
  readonly reported: CaptureError[] = [];
  readonly #waiting = new Map<LocaleId, PromiseWithResolvers<Texts>>();

  readonly options: LocaleControllerOptions = {
    load: (locale) => {
      this.asked.push(locale);
      const answer = withResolvers<Texts>();
      this.#waiting.set(locale, answer);
      return answer.promise;
    },
    report: (error) => this.reported.push(error),
  };

  async arrive(locale: LocaleId): Promise<void> {
    this.#waiting.get(locale)?.resolve(await LOCALES[locale].load());
  }

  fail(locale: LocaleId): void {
    this.#waiting.get(locale)?.reject(new TypeError('Failed to fetch dynamically imported module'));
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let settle: Omit<PromiseWithResolvers<T>, 'promise'> = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}

let chunks = new Chunks();

class SpeakingElement extends LitElement {
  messages: Partial<Texts> = {};
  readonly locale = new LocaleController(this, chunks.options);

  protected override render() {
    return litHtml`<p dir=${this.locale.dir()}>${this.locale.texts['cancel.button']}</p>`;
  }

  get said(): string {
    return this.shadowRoot?.textContent?.trim() ?? '';
  }

  get textDirection(): string {
    return this.shadowRoot?.querySelector('p')?.dir ?? '';
  }
}
customElements.define('speaking-element', SpeakingElement);

const CANCEL = {
  ms: 'Batal',
  id: 'Batal',
  th: 'ยกเลิก',
  vi: 'Hủy',
  ar: 'إلغاء',
  'zh-Hant': '取消',
  km: 'បោះបង់',
  fil: 'Kanselahin',
} as const;

const speaking = (root: Element) => {
  const found = root.matches('speaking-element') ? root : root.querySelector('speaking-element');
  if (!(found instanceof SpeakingElement)) throw new Error('There is no speaking element.');
  return found;
};

const says = (element: SpeakingElement, words: string) =>
  until(() => element.said === words, `"${words}" instead of "${element.said}"`);

// The library keeps what it was given for the whole page, so each test that loads has a language of its own.
describe('LocaleController', () => {
  beforeEach(() => (chunks = new Chunks()));

  it('speaks English without asking for a chunk, whatever the browser speaks', async () => {
    const element = speaking(await fixture(html`<speaking-element></speaking-element>`));
    expect(element.said).to.equal('Cancel');
    expect(element.locale.texts).to.deep.equal({ ...en });
    expect(chunks.asked).to.deep.equal([]);
  });

  it('asks for the chunk of its language, and keeps the old texts until it is there', async () => {
    const element = speaking(await fixture(html`<speaking-element lang="ms-MY"></speaking-element>`));
    expect(chunks.asked).to.deep.equal(['ms']);
    expect([element.said, element.locale.locale]).to.deep.equal(['Cancel', 'en']);
    await chunks.arrive('ms');
    await says(element, CANCEL.ms);
    expect(element.locale.locale).to.equal('ms');
    element.lang = 'th';
    await until(() => chunks.asked.includes('th'), 'the question for Thai');
    expect(element.said).to.equal(CANCEL.ms);
    await chunks.arrive('th');
    await says(element, CANCEL.th);
    element.lang = 'ms';
    await says(element, CANCEL.ms);
    expect(chunks.asked).to.deep.equal(['ms', 'th']);
  });

  it('takes the last language asked for, not the last that arrives', async () => {
    const element = speaking(await fixture(html`<speaking-element lang="vi"></speaking-element>`));
    element.lang = 'fil';
    await until(() => chunks.asked.length === 2, 'the question for Filipino');
    await chunks.arrive('fil');
    await says(element, CANCEL.fil);
    await chunks.arrive('vi');
    await element.updateComplete;
    expect(element.said).to.equal(CANCEL.fil);
  });

  it('follows the language of what is around it, through shadow roots', async () => {
    const around = await fixture(html`<div lang="ar"><section></section></div>`);
    const root = (around.querySelector('section') ?? around).attachShadow({ mode: 'open' });
    const element = document.createElement('speaking-element') as SpeakingElement;
    root.append(element);
    await until(() => chunks.asked.includes('ar'), 'the question for Arabic');
    await chunks.arrive('ar');
    await says(element, CANCEL.ar);
    around.setAttribute('lang', 'en');
    await says(element, 'Cancel');
    around.removeAttribute('lang');
    document.documentElement.lang = 'ar';
    await says(element, CANCEL.ar);
    document.documentElement.lang = 'en';
    await says(element, 'Cancel');
  });

  it('lets elements of several languages stand in one page', async () => {
    const page = await fixture(
      html`<div>
        <speaking-element lang="id"></speaking-element><speaking-element lang="zh-HK"></speaking-element>
        <speaking-element lang="de"></speaking-element>
      </div>`,
    );
    await chunks.arrive('id');
    await chunks.arrive('zh-Hant');
    const said = () => [...page.querySelectorAll('speaking-element')].map((one) => speaking(one).said);
    await until(() => said().join() === [CANCEL.id, CANCEL['zh-Hant'], 'Cancel'].join(), said().join());
  });

  it('puts the texts of the host on top', async () => {
    const element = speaking(await fixture(html`<speaking-element></speaking-element>`));
    element.messages = JSON.parse('{ "cancel.button": "Stop", "unknown.key": "x" }');
    element.requestUpdate();
    await element.updateComplete;
    expect(element.said).to.equal('Stop');
    expect(element.locale.texts['again.button']).to.equal(en['again.button']);
    expect(element.locale.texts).not.to.have.property('unknown.key');
    expect(element.locale.texts).to.equal(element.locale.texts);
  });

  it('writes in the direction of the shown locale, unless the host has its own', async () => {
    const element = speaking(await fixture(html`<speaking-element lang="ar"></speaking-element>`));
    await until(() => element.textDirection === 'rtl', 'right to left');
    element.dir = 'ltr';
    await until(() => element.textDirection === 'ltr', 'left to right');
    element.removeAttribute('dir');
    element.lang = 'en';
    await says(element, 'Cancel');
    expect(element.textDirection).to.equal('ltr');
  });

  it('falls back to English when a chunk cannot be had, tells it, and tries again next time', async () => {
    const element = speaking(await fixture(html`<speaking-element lang="km"></speaking-element>`));
    chunks.fail('km');
    await until(() => chunks.reported.length === 1, 'the report');
    expect(chunks.reported[0]).to.include({ code: 'ASSETS_MISSING', recoverable: true });
    expect(chunks.reported[0]?.message).to.contain('km');
    element.requestUpdate();
    await element.updateComplete;
    expect([element.said, chunks.asked.length]).to.deep.equal(['Cancel', 1]);
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await until(() => chunks.asked.length === 2, 'the second question');
    await chunks.arrive('km');
    await says(element, CANCEL.km);
  });

  it('leaves the page alone when it is gone', async () => {
    const element = speaking(await fixture(html`<speaking-element></speaking-element>`));
    element.remove();
    element.lang = 'my';
    await new Promise(requestAnimationFrame);
    expect(chunks.asked).to.deep.equal([]);
  });
});
