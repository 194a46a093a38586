import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { cardFile } from '../e2e/card-file.ts';

const PATIENCE_MS = 120_000;

/** Goes through a capture in an example's page, to what the page itself says of the result. */
export async function captureTo(
  expected: string | RegExp,
  browser: Browser,
  origin: string,
  query = '',
): Promise<void> {
  const tab = await browser.newPage();
  const troubles: string[] = [];
  tab.on('pageerror', (error) => troubles.push(error.message));
  tab.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  try {
    await tab.goto(`${origin}/?journey=${DEMO_JOURNEY_ID}${query}`);
    await tab.getByRole('button', { name: 'Open the camera' }).click();
    const output = tab.locator('output').filter({ hasText: /./ });
    const card = tab.locator('okay-id-card input');
    // Either the ID-card step or an error that the page shows.
    await card.or(output).first().waitFor({ state: 'attached', timeout: PATIENCE_MS });
    if ((await output.count()) === 0) await card.setInputFiles(await cardFile());
    await output.waitFor({ timeout: PATIENCE_MS });
    const said = await output.innerText();
    if (typeof expected === 'string') assert.equal(said, expected, troubles.join('\n'));
    else assert.match(said, expected);
  } catch (error) {
    throw new Error(`The capture did not come to its end. ${troubles.join('\n')}`, { cause: error });
  } finally {
    await tab.close();
  }
}
