import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { MAX_RETRIES } from '../../src/okayface/retry.ts';
import { farFace, goodFace } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = '/some/deep/path/';
const PATIENCE_MS = 90_000;
const PHONE = { width: 390, height: 844 };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the demo as static files at a path of a static host', () => {
  let host: StaticServer;
  let filmed: FilmedBrowser;
  const asked: string[] = [];
  const complaints: string[] = [];

  before(async () => {
    const built = spawnSync('npm', ['run', '--silent', 'build:demo'], { cwd: ROOT, stdio: 'inherit' });
    assert.equal(built.status, 0);
    host = await serveStatic({ folders: { [FOLDER]: `${ROOT}dist-demo/` } });
    filmed = await browserWithCamera([
      { jpeg: await farFace(), seconds: 4 },
      { jpeg: await goodFace(), seconds: 8 },
    ]);
  });

  after(async () => {
    await filmed.close();
    await host.close();
  });

  async function open(path = ''): Promise<Page> {
    // Storage of its own, so that the service worker is new to it.
    const context = await filmed.browser.newContext({ viewport: { width: 1280, height: 800 } });
    // Tells of the requests of workers and of the service worker too.
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.origin + FOLDER + path);
    // Held back until the emulator answers.
    await page.locator('okay-live-capture[endpoint]').waitFor();
    return page;
  }

  it('goes through the whole form at the first visit, and shows what the form would send', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Open my account' }).click();
    for (const problem of [
      'Please fill this in.',
      'Please agree, or stop here.',
      'Take a photo of your face',
    ]) {
      assert.ok(await page.locator('.problem', { hasText: problem }).first().isVisible(), problem);
    }
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'full-name');
    await page.getByLabel('Full name').fill('Siti Example');
    await page.getByLabel('ID number').fill('900101-14-5678');
    await page.getByLabel('Mobile number').fill('+60 12-345 6789');
    await page.getByLabel('My selfie may be compared').check();
    await captureFace(page);
    await giveCard(page);
    await page.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });
    assert.equal(await page.locator('.steps [data-state=done]').count(), 3);

    await page.getByRole('button', { name: 'Open my account' }).click();
    const receipt = page.getByRole('region', { name: 'Thank you' });
    const rows = await receipt.getByRole('row').allInnerTexts();
    const sent = Object.fromEntries(rows.map((row) => row.split('\t').map((cell) => cell.trim())));
    assert.deepEqual(Object.keys(sent), [
      'full-name',
      'id-number',
      'mobile',
      'selfie',
      'okayface-request-id',
      'consent',
    ]);
    assert.match(String(sent['selfie']), /selfie\.jpg · image\/jpeg · \d+ kB/);
    assert.equal(sent['okayface-request-id'], 'emulator-1');

    await page.getByText('What arrived').click();
    await page.getByAltText('The selfie as it arrived').evaluate((image: HTMLImageElement) => image.decode());
    assert.match(await page.locator('#panel').innerText(), /imageBest[\s\S]*imageIdCard[\s\S]*DESKTOP/);
    await page.context().close();
  });

  it('gives the refusal that was chosen, even where the browser ended the service worker since', async () => {
    const page = await open();
    await page.getByLabel('Next answer').selectOption('FACE_TOO_CLOSE');
    await page.getByText('Next answer: FACE_TOO_CLOSE.').waitFor();
    await stopServiceWorkers(page);
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document
            .querySelector('okay-live-capture')
            ?.addEventListener('okay-error', ({ error }) => resolve(error.hint?.code ?? error.code)),
        ),
    );
    await captureFace(page);
    await giveCard(page);
    assert.equal(await refused, 'FACE_TOO_CLOSE');
    await page.getByText('Move back').first().waitFor();
    // The photo that is taken next is accepted, and the card is still there.
    await page.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });
    await page.context().close();
  });

  it('keeps the photo where the connection breaks each time, and sends it when the person asks', async () => {
    const page = await open();
    await page.getByLabel('How many times').fill(String(1 + MAX_RETRIES));
    await page.getByLabel('Next answer').selectOption('drop');
    await page.getByText('Next answer: drop.').waitFor();
    await captureFace(page);
    await giveCard(page);
    await page.getByRole('heading', { name: 'No connection' }).waitFor({ timeout: PATIENCE_MS });
    await page.getByText('Your photo is kept.').waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });
    await page.context().close();
    // The browser's own words about each broken request.
    assert.equal(complaints.splice(0).filter((words) => !words.includes('ERR_FAILED')).length, 0);
  });

  it('says so where no emulator can be had, and takes photos without it', async () => {
    const context = await filmed.browser.newContext();
    await context.route('**/emulator-worker.js', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(host.origin + FOLDER);
    await page.getByText('No emulator.').waitFor();
    await page.getByRole('button', { name: 'Open the camera' }).click();
    await page.getByText('Photo taken').waitFor({ timeout: PATIENCE_MS });
    assert.equal(await page.locator('okay-live-capture[endpoint]').count(), 0);
    await context.close();
  });

  it('is answered in the page after a reload that goes past the service worker', async () => {
    const page = await open();
    const debug = await page.context().newCDPSession(page);
    const loaded = page.waitForEvent('load');
    await debug.send('Page.reload', { ignoreCache: true });
    await loaded;
    await page.getByLabel('Next answer').selectOption('mismatch');
    await page.getByText('Next answer: mismatch.').waitFor();
    await page.context().close();
  });

  it('runs the smallest use without the page around it', async () => {
    const page = await open('smallest.html');
    await captureFace(page);
    await giveCard(page);
    await page.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });
    await page.context().close();
  });

  it('asked nobody but its own host, for nothing but its files, and left no error in the console', () => {
    const origins = new Set(
      asked
        .map((url) => new URL(url))
        .filter(isHttp)
        .map(({ origin }) => origin),
    );
    assert.deepEqual([...origins], [host.origin]);
    assert.ok(
      asked.some((url) => new URL(url).pathname.endsWith('.wasm')),
      'the recording does not see workers',
    );
    assert.equal(host.emulator.received.length, 0);
    assert.deepEqual(complaints, []);
  });

  it('has a control for every attribute and property that the README lists, and sets it', async () => {
    const page = await open();
    await openGroups(page);
    for (const { attribute, property } of documented()) {
      if (attribute === null) {
        const controls = page.locator(
          `#panel [name="${property}"], #panel fieldset:has(code:text-is("${property}"))`,
        );
        const isLimits = property === 'limits';
        assert.ok(isLimits || (await controls.count()) > 0, `${property} has no control`);
        continue;
      }
      const control = page.locator(`#panel [name="${attribute}"]`);
      assert.equal(await control.count(), 1, `${attribute} has no control`);
      assert.ok(await changes(page, attribute), `${attribute} does not change`);
    }
    await page.context().close();
  });

  it('sets limits, and says which one is wrong', async () => {
    const page = await open();
    await page.locator('#panel summary', { hasText: 'Limits' }).click();
    const field = page.locator('#panel [name=maxYawDeg]');
    await field.fill('40');
    await field.press('Tab');
    assert.deepEqual(await limits(page), { maxYawDeg: 40 });
    await field.fill('400');
    await field.press('Tab');
    assert.match(await page.locator('#panel .status').innerText(), /limits\.maxYawDeg: enter is 400/);
    assert.deepEqual(await limits(page), { maxYawDeg: 40 });
    await page.context().close();
  });

  it('has nothing that axe finds, in any theme, light or dark, on a desktop or a phone', async () => {
    const page = await open();
    await openGroups(page);
    await page.locator('#submit').click();
    const themes = await page
      .locator('[name=theme] option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    assert.equal(themes.length, 4);
    for (const theme of themes) {
      await page.locator('[name=theme]').selectOption(theme);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], `${theme}, ${colorScheme}`);
      }
    }
    await page.setViewportSize(PHONE);
    assert.deepEqual(await violations(page), [], 'phone');
    await page.context().close();
  });

  it('shows the panel over a phone’s page and lets it go by the keyboard', async () => {
    const page = await open();
    await page.setViewportSize(PHONE);
    await page.reload();
    const toggle = page.getByRole('button', { name: 'Developer panel' });
    const panel = page.getByRole('complementary', { name: 'Developer panel' });
    await toggle.waitFor();
    await page.locator('okay-live-capture:defined').waitFor();
    assert.equal(await panel.isVisible(), false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await panel.isVisible(), true);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel');
    await page.keyboard.press('Escape');
    assert.equal(await panel.isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel-toggle');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
    await page.context().close();
  });
});

async function captureFace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the camera' }).click();
  await page.getByText('Photo of your ID card').waitFor({ timeout: PATIENCE_MS });
}

async function giveCard(page: Page): Promise<void> {
  await page.locator('okay-id-card input').setInputFiles(await cardFile());
}

async function openGroups(page: Page): Promise<void> {
  await page
    .locator('#panel details')
    .evaluateAll((all) => all.forEach((each) => each.toggleAttribute('open', true)));
}

async function stopServiceWorkers(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('ServiceWorker.enable');
  await debug.send('ServiceWorker.stopAllWorkers');
}

function isHttp({ protocol }: URL): boolean {
  return protocol.startsWith('http');
}

/** The rows of the README's table of attributes and properties. */
function documented(): readonly { readonly attribute: string | null; readonly property: string }[] {
  const section = readFileSync(`${ROOT}README.md`, 'utf8')
    .split('## Attributes and properties')[1]
    ?.split('\n## ')[0];
  const rows = [...(section ?? '').matchAll(/^\| (\S.*?) +\| (`\S.*?) +\|/gm)];
  assert.ok(rows.length > 15, 'the table is not where it was');
  return rows.flatMap(([, attributes = '', properties = '']) => {
    const names = [...attributes.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    return [...properties.matchAll(/`([^`]+)`/g)].map(([, property = ''], index) => ({
      attribute: names[index] ?? null,
      property,
    }));
  });
}

/** Whether using the control changes the attribute. */
async function changes(page: Page, attribute: string): Promise<boolean> {
  const read = () =>
    page.locator('okay-live-capture').evaluate((element, name) => element.getAttribute(name), attribute);
  const before = await read();
  await page.locator(`#panel [name="${attribute}"]`).evaluate((control) => {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.click();
    else if (control instanceof HTMLSelectElement) {
      control.selectedIndex = control.selectedIndex === 1 ? 2 : 1;
      control.dispatchEvent(new Event('change'));
    } else if (control instanceof HTMLInputElement) {
      control.value = 'changed';
      control.dispatchEvent(new Event('change'));
    }
  });
  return (await read()) !== before;
}

function limits(page: Page): Promise<unknown> {
  return page.evaluate(() => document.querySelector('okay-live-capture')?.limits);
}

/** What axe finds, with where it is. A string is evaluated past the page's policy. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`);
  });
}
