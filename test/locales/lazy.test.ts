import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { LOCALE_IDS } from '../../src/locales/match-locale.js';
import { until } from '../helpers/capture-harness.js';

/** The locales whose chunks this page has fetched. */
function fetched(): string[] {
  const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  return LOCALE_IDS.filter((id) => paths.some((path) => path.endsWith(`/locales/${id.toLowerCase()}.ts`)));
}

const titleOf = (element: OkayLiveCapture) => element.shadowRoot?.querySelector('h2')?.textContent;

describe('locale chunks', () => {
  it('are not fetched by an English page', async () => {
    const element = await fixture<OkayLiveCapture>(
      html`<okay-live-capture lang="en-MY"></okay-live-capture>`,
    );
    expect(titleOf(element)).to.equal('Take a photo of your face');
    // English stands beside the main code; its file is a chunk of its own only in the source.
    expect(fetched()).to.deep.equal(['en']);
  });

  it('are fetched for the language of the page only, and the ID-card step speaks it too', async () => {
    const page = await fixture(html`<main lang="zh-HK"><okay-live-capture></okay-live-capture></main>`);
    const element = page.querySelector('okay-live-capture');
    if (!element) throw new Error('The element is missing.');
    await until(() => titleOf(element) === '拍攝您的臉部照片', 'the Chinese title');
    const container = element.shadowRoot?.firstElementChild;
    expect([container?.getAttribute('lang'), container?.getAttribute('dir')]).to.deep.equal([
      'zh-Hant',
      'ltr',
    ]);
    const card = document.createElement('okay-id-card');
    container?.append(card);
    await until(() => card.shadowRoot?.textContent?.includes('選擇照片') ?? false, 'the Chinese button');
    expect(fetched()).to.deep.equal(['en', 'zh-Hant']);
  });
});
