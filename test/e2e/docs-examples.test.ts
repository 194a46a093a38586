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
const TAG = '<okay-live-capture id-card="none"></okay-live-capture>';

/** The page that a block of code makes: what is no page of its own goes beside the tag. */
const PAGES: Readonly<Record<string, (code: string) => string>> = {
  html: (code) => HEAD + code,
  css: (code) => `${HEAD}<style>${code}</style>${TAG}`,
  js: (code) => `${HEAD}${TAG}<script type="module">
    await customElements.whenDefined('okay-live-capture');
    const capture = document.querySelector('okay-live-capture');
    ${code}</script>`,
};

/** The code under a note that says where it ends: a phase of the capture, or `card` for an ID-card step alone. */
const EXAMPLES = documents().flatMap(({ name, text }) => {
  const blocks = [...text.matchAll(/<!-- runs to (\S+) -->\n\n```(\w+)\n([\s\S]*?)\n```/g)];
  return blocks.map(([, end = '', language = '', code = ''], index) => {
    const page = PAGES[language];
    assert.ok(page, `${name} has an example in ${language}, which no page is made of.`);
    return { path: `/${name}/${index + 1}`, end, page: page(code) };
  });
});

describe('the examples in README.md and docs/', () => {
  let filmed: FilmedBrowser;
  let site: StaticServer;

  before(async () => {
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
    site = await serveStatic({
      folders: { '/okay/': root('dist/') },
      pages: Object.fromEntries(EXAMPLES.map(({ path, page }) => [path, page])),
    });
  });
  after(async () => {
    for (const one of [filmed, site]) await one.close();
  });

  it('say of each block whether it runs, what shows it, or that it is a part of something', () => {
    const silent = documents().flatMap(({ name, text }) =>
      [...text.matchAll(/([^\n]*)\n\n```(?:html|css|js|ts|tsx|vue|svelte)\n([^\n]*)/g)]
        // A whole file has its name in its first line, and test/relay runs those.
        .filter(([, above = '', first = '']) => !above.startsWith('<!-- ') && !/^\/\/ \S+\.mjs$/.test(first))
        .map(([, , first = '']) => `${name}: ${first}`),
    );
    assert.deepEqual(silent, []);
  });

  for (const { path, end } of EXAMPLES) {
    it(`${path} runs to ${end}`, async () => {
      const tab = await filmed.browser.newPage();
      const troubles: string[] = [];
      tab.on('pageerror', ({ message }) => troubles.push(message));
      const { buffer, mimeType } = await cardFile();
      await tab.route('**/my/card.jpg', (route) => route.fulfill({ body: buffer, contentType: mimeType }));
      await tab.goto(`${site.origin}${path}?journey=${DEMO_JOURNEY_ID}`);
      if (end === 'card') {
        const told = tab.waitForEvent('console', (message) => /×.*image\/jpeg/.test(message.text()));
        await tab.locator('okay-id-card input').setInputFiles(await cardFile());
        await told;
      } else {
        if (end !== 'idle') await tab.getByRole('button', { name: 'Open the camera' }).click();
        await tab.waitForFunction(
          (wanted) => document.querySelector('okay-live-capture')?.phase === wanted,
          end,
          { timeout: 60_000 },
        );
      }
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }
});

function documents(): { name: string; text: string }[] {
  const pages = readdirSync(root('docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...pages.map((name) => `docs/${name}`)].map((name) => ({
    name,
    text: readFileSync(root(name), 'utf8'),
  }));
}
