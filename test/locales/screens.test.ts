import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { CaptureError, OWN_ERROR_CODES } from '../../src/core/errors.js';
import { STEP_TEXTS, stepsHere } from '../../src/locales/camera-advice.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { browserServices } from '../../src/element/services.js';
import { styles } from '../../src/element/styles.js';
import { pictureStyles } from '../../src/id-card/picture-styles.js';
import { cardStyles } from '../../src/id-card/styles.js';
import { LOCALES } from '../../src/locales/locales.js';
import { LOCALE_IDS, type LocaleId } from '../../src/locales/match-locale.js';
import { isTextKey, TEXT_KEYS, type Texts } from '../../src/locales/texts.js';
import { until } from '../helpers/capture-harness.js';

/** CSS pixels: the narrowest phone in use, and a usual one. */
const WIDTHS_PX = [320, 390] as const;

const TEXT_BLOCKS = 'h2, p, button, label, strong, span, summary, legend, li';

/** Blocks whose text is cut, or that reach over an edge of the element. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return blocksIn(element.shadowRoot)
    .filter((block) => {
      const box = block.getBoundingClientRect();
      const isInline = block.clientWidth === 0;
      const isCut = !isInline && block.scrollWidth > block.clientWidth;
      const isTooLow = block.matches('button, label') && block.scrollHeight > block.clientHeight;
      // Hidden words for screen readers are one pixel wide.
      const isShown = box.width > 1 && box.height > 1;
      return isShown && (isCut || isTooLow || box.left < left - 0.5 || box.right > right + 0.5);
    })
    .map((block) => `${block.localName}: ${block.textContent?.trim()}`);
}

function blocksIn(root: ShadowRoot | null): HTMLElement[] {
  const own = [...(root?.querySelectorAll<HTMLElement>(TEXT_BLOCKS) ?? [])];
  const nested = [...(root?.querySelectorAll('okay-id-card') ?? [])].flatMap((one) =>
    blocksIn(one.shadowRoot),
  );
  return [...own, ...nested].filter(({ textContent }) => textContent?.trim());
}

/** An element in a language, in a box that the test makes narrow. */
async function open(locale: LocaleId): Promise<{ box: HTMLElement; element: OkayLiveCapture; texts: Texts }> {
  const box = await fixture<HTMLElement>(
    html`<div lang=${locale}><okay-live-capture></okay-live-capture></div>`,
  );
  const element = box.querySelector('okay-live-capture');
  if (!element) throw new Error('The element is missing.');
  const texts = await LOCALES[locale].load();
  await until(() => textOf(element).includes(texts['start.title']), `the start screen in ${locale}`);
  return { box, element, texts };
}

const textOf = (element: Element) =>
  blocksIn(element.shadowRoot)
    .map((block) => block.textContent)
    .join('\n');

const stepsOf = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent.trim());

function overflowingAtAnyWidth(box: HTMLElement, element: Element): string[] {
  return WIDTHS_PX.flatMap((width) => {
    box.style.width = `${width}px`;
    return overflowing(element).map((what) => `${width}px ${what}`);
  });
}

describe('the look for what overflows', () => {
  it('finds a title that does not break', async () => {
    const { box, element } = await open('en');
    const title = element.shadowRoot?.querySelector('h2');
    if (!title) throw new Error('The title is missing.');
    title.style.whiteSpace = 'nowrap';
    title.textContent = 'word '.repeat(20);
    const found = overflowingAtAnyWidth(box, element).filter((what) => what.includes('h2: word'));
    expect(found).to.have.lengthOf(WIDTHS_PX.length);
  });
});

for (const id of LOCALE_IDS) {
  describe(`screens in ${LOCALES[id].name}`, () => {
    it('hold the start screen', async () => {
      const { box, element } = await open(id);
      expect(overflowingAtAnyWidth(box, element)).to.deep.equal([]);
    });

    it('hold every line with every sentence', async () => {
      const { box, element, texts } = await open(id);
      element.services = { ...browserServices, openCamera: () => new Promise(() => {}) };
      element.start().catch(() => undefined);
      await until(() => textOf(element).includes(texts['preparing.permission']), 'the stage');
      const keysOf = (start: string) => TEXT_KEYS.filter((key) => key.startsWith(start));
      const lines = [...keysOf('line.'), 'holding.line', 'taking.line'] as const;
      const sentences = keysOf('sentence.');
      for (const [index, line] of lines.entries()) {
        const sentence = sentences[index % sentences.length] ?? 'card.suspect';
        element.messages = {
          'preparing.camera': texts[line],
          'preparing.permission': texts[sentence],
        };
        await element.updateComplete;
        expect(textOf(element)).to.contain(texts[sentence]);
        expect(overflowingAtAnyWidth(box, element)).to.deep.equal([]);
      }
      element.stop();
    });

    it('hold every error', async () => {
      const { box, element, texts } = await open(id);
      for (const code of OWN_ERROR_CODES) {
        const error = new CaptureError(code, 'Made by the test.');
        element.services = { ...browserServices, openCamera: () => Promise.reject(error) };
        await element.start().catch(() => undefined);
        await element.updateComplete;
        const key = `error.${code}.text`;
        if (isTextKey(key)) expect(textOf(element)).to.contain(texts[key]);
        expect(overflowingAtAnyWidth(box, element), code).to.deep.equal([]);
      }
      element.stop();
    });

    it('hold the steps of every browser', async () => {
      const { box, element } = await open(id);
      const denied = new CaptureError('CAMERA_DENIED', 'Made by the test.');
      element.services = { ...browserServices, openCamera: () => Promise.reject(denied) };
      await element.start().catch(() => undefined);
      await until(() => stepsOf(element).length > 0, 'the steps of this browser');
      const here = stepsHere(denied);
      const all = Object.values(await STEP_TEXTS[id]());
      for (let first = 0; first < all.length; first += here.length) {
        const shown = all.slice(first, first + here.length);
        element.messages = Object.fromEntries(here.map((key, index) => [key, shown[index] ?? '']));
        await element.updateComplete;
        expect(stepsOf(element).slice(0, shown.length)).to.deep.equal(shown);
        expect(overflowingAtAnyWidth(box, element)).to.deep.equal([]);
      }
      element.stop();
    });

    it('hold what is wrong with a card', async () => {
      const box = await fixture<HTMLElement>(html`<div lang=${id}><okay-id-card></okay-id-card></div>`);
      const card = box.querySelector('okay-id-card');
      if (!card) throw new Error('The element is missing.');
      const texts = await LOCALES[id].load();
      await until(() => textOf(card).includes(texts['card.button']), 'the button');
      for (const code of OWN_ERROR_CODES.filter((one) => one.startsWith('CARD_'))) {
        card.normalise = () => Promise.reject(new CaptureError(code, 'Made by the test.'));
        await card.take(new Blob());
        await card.updateComplete;
        const key = `error.${code}.text`;
        if (isTextKey(key)) expect(textOf(card)).to.contain(texts[key]);
        expect(overflowingAtAnyWidth(box, card), code).to.deep.equal([]);
      }
    });
  });
}

describe('styles', () => {
  for (const [index, { cssText }] of [...styles, cardStyles, pictureStyles].entries()) {
    it(`of sheet ${index + 1} know no left and right, which scripts turn round`, () => {
      const physical =
        /\b(?:margin|padding|border|inset)-(?:left|right)\b|(?:^|[\s;{])(?:left|right|float):|text-align:\s*(?:left|right)/;
      expect(cssText).not.to.match(physical);
    });
  }
});
