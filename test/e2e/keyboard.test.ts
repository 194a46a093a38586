import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Page } from 'playwright-core';
import { emptyRoom, goodFace } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { startDemo, type DemoServer } from './demo-server.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';

const PATIENCE_MS = 90_000;
let demo: DemoServer;
let filmed: FilmedBrowser;

before(async () => {
  demo = await startDemo();
  filmed = await browserWithCamera([
    { jpeg: await emptyRoom(), seconds: 8 },
    { jpeg: await goodFace(), seconds: 10 },
  ]);
});

after(async () => {
  await filmed.close();
  await demo.close();
});

it('the whole capture can be done by keyboard and screen reader', async () => {
  const page = await filmed.browser.newPage();
  await page.goto(demo.url);
  await page.evaluate(() => {
    const element = document.querySelector('okay-live-capture');
    if (!element?.shadowRoot) throw new Error('The demo has no element.');
    element.review = true;
    const spoken: { text: string; at: number }[] = [];
    Object.assign(window, { spoken });
    const region = element.shadowRoot.querySelector('[aria-live=polite]');
    if (!region) throw new Error('There is no live region.');
    new MutationObserver(() => {
      const text = region.textContent.trim();
      if (text) spoken.push({ text, at: performance.now() });
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await tabTo(page, 'Open the camera');
  await page.keyboard.press('Enter');
  await phase(page, 'review');
  assert.equal(await focused(page), 'Is the photo good?');
  await tabTo(page, 'Use this photo');
  await page.keyboard.press('Space');
  await phase(page, 'id-card');
  assert.equal(await focused(page), 'Photo of your ID card');
  const choosing = page.waitForEvent('filechooser', { timeout: PATIENCE_MS });
  await tabTo(page, '', 'input[type=file]');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(await cardFile());
  await phase(page, 'done');
  assert.equal(await focused(page), 'Checked');

  const spoken = await page.evaluate(
    () => (window as unknown as { spoken: { text: string; at: number }[] }).spoken,
  );
  const texts = spoken.map(({ text }) => text);
  assert.ok(texts.includes('Show your face'), texts.join(' | '));
  const gaps = spoken.slice(1).map(({ at }, index) => at - (spoken[index]?.at ?? 0));
  assert.ok(Math.min(...gaps) >= 1950, `spoken after ${gaps.join(', ')} ms`);
});

async function phase(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('okay-live-capture')?.phase === wanted,
    name,
    { timeout: PATIENCE_MS },
  );
  // The step takes the focus when it is rendered.
  await page.evaluate(() => document.querySelector('okay-live-capture')?.updateComplete);
}

/** The text of what has the focus, through every shadow root. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim() ?? '';
  });
}

/** Presses Tab until a control with this text, or of this kind, has the focus. */
async function tabTo(page: Page, text: string, selector = 'button'): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    const isThere = await page.evaluate(
      ([wanted = '', kind = '']) => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return Boolean(active?.matches(kind) && (active.textContent ?? '').trim() === wanted);
      },
      [text, selector],
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reached ${selector} "${text}".`);
}
