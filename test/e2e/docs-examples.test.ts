import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { goodFace } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const HEAD = `<!doctype html><title>example</title><link rel="icon" href="data:,">
  <script type="module" src="/okay/okay-live-capture.js"></script>`;

/** The examples in docs/ under a note that says in which phase they end. */
const EXAMPLES = readdirSync(root('docs'))
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const page = readFileSync(root(`docs/${name}`), 'utf8');
    const blocks = [...page.matchAll(/<!-- runs to (\w+) -->\n\n```html\n([\s\S]*?)\n```/g)];
    return blocks.map(([, phase = '', code = ''], index) => ({ path: `/${name}/${index + 1}`, phase, code }));
  });

describe('the examples in docs/', () => {
  let filmed: FilmedBrowser;
  let site: StaticServer;

  before(async () => {
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    site = await serveStatic({
      folders: { '/okay/': root('dist/') },
      pages: Object.fromEntries(EXAMPLES.map(({ path, code }) => [path, HEAD + code])),
    });
  });
  after(async () => {
    for (const one of [filmed, site]) await one.close();
  });

  for (const { path, phase } of EXAMPLES) {
    it(`${path} runs to ${phase}`, async () => {
      const tab = await filmed.browser.newPage();
      const troubles: string[] = [];
      tab.on('pageerror', ({ message }) => troubles.push(message));
      const { buffer, mimeType } = await cardFile();
      await tab.route('**/my/card.jpg', (route) => route.fulfill({ body: buffer, contentType: mimeType }));
      await tab.goto(`${site.origin}${path}?journey=${DEMO_JOURNEY_ID}`);
      await tab.getByRole('button', { name: 'Open the camera' }).click();
      await tab.waitForFunction(
        (wanted) => document.querySelector('okay-live-capture')?.phase === wanted,
        phase,
        { timeout: 60_000 },
      );
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }
});
