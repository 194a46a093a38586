import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DEMO_ACCOUNT } from '../../demo/emulator/demo-credentials.ts';
import { captureTo } from '../consumers/capture-run.ts';
import { startTool } from '../consumers/tool-server.ts';
import { run, Workspace, type Installed } from '../consumers/workspace.ts';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

/**
 * `npm run test:consumers`: packs what was built, installs the tarball into a copy of each example, builds it with its own
 * tool and runs the capture in Chromium to the answer of the emulator. `CONSUMER=vue npm run test:consumers` takes one.
 */
let workspace: Workspace;
let filmed: FilmedBrowser;
/** Where relays and dev servers pass requests on to. */
let vendor: StaticServer;

before(async () => {
  workspace = new Workspace();
  filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
  vendor = await serveStatic({});
});
after(async () => {
  await filmed.close();
  await vendor.close();
  workspace.remove();
});

/** Runs the capture in a served example to what its page says in the end. */
async function captures(site: { origin: string; close: () => Promise<void> }, says = SAME, query = '') {
  try {
    await captureTo(says, filmed.browser, site.origin, query);
  } finally {
    await site.close();
  }
}

const SAME: string | RegExp = 'Same person';
const { CONSUMER } = process.env;
const unlessAsked = (example: string) => ({ skip: CONSUMER !== undefined && CONSUMER !== example });
const builtSite = ({ folder }: Installed) => serveStatic({ root: join(folder, 'dist') });

/** An example that needs nothing but its build. */
function built(example: string, ways: Readonly<Record<string, string>> = { 'runs to the result': '' }): void {
  describe(example, unlessAsked(example), () => {
    let installed: Installed;
    before(() => {
      installed = workspace.install(example);
      run(installed, 'npm', 'run', 'build');
    });
    for (const [what, query] of Object.entries(ways)) {
      it(what, async () => captures(await builtSite(installed), SAME, query));
    }
  });
}

describe('the packed package in somebody’s project', () => {
  it('runs from one script tag, served as plain files', unlessAsked('static'), async () => {
    const { folder } = workspace.install('static');
    cpSync(join(folder, 'node_modules/okay-live-capture/dist'), join(folder, 'okay'), { recursive: true });
    await captures(await serveStatic({ root: folder }));
  });

  describe('vite', unlessAsked('vite'), () => {
    let installed: Installed;
    before(() => {
      installed = workspace.install('vite');
    });
    for (const [bundled, config] of [
      ['with pre-bundling', 'vite.config.js'],
      ['without pre-bundling', 'no-pre-bundling.config.js'],
    ] as const) {
      it(`runs on the dev server ${bundled}`, async () => {
        const words = ['--config', config, '--port', '0', '--host', 'localhost'];
        const settings = { OKAYFACE_RELAY: vendor.origin };
        await captures(await startTool(installed, 'vite/bin/vite.js', words, settings));
      });
      it(`runs when built ${bundled}`, async () => {
        run(installed, 'npx', 'vite', 'build', '--config', config);
        await captures(await builtSite(installed));
      });
    }
  });

  built('react', { 'runs with the typed tag': '', 'runs with the wrapper of @lit/react': '&wrapped' });
  built('preact');
  built('vue');
  built('svelte');
  built('webpack');

  describe('next', unlessAsked('next'), () => {
    let installed: Installed;
    before(() => {
      installed = workspace.install('next');
      run(installed, 'npm', 'run', 'build');
    });
    it('renders the tag on the server, and captures in the browser by the relay', async () => {
      const settings = {
        OKAYFACE_URL: vendor.origin,
        OKAYFACE_USERNAME: DEMO_ACCOUNT.username,
        OKAYFACE_PASSWORD: DEMO_ACCOUNT.password,
      };
      const site = await startTool(installed, 'next/dist/bin/next', ['start', '--port', '0'], settings);
      const page = await (await fetch(site.origin)).text();
      assert.match(page, /<okay-live-capture/);
      await captures(site);
    });
  });

  describe('angular', unlessAsked('angular'), () => {
    let installed: Installed;
    before(() => {
      installed = workspace.withNewNode(workspace.install('angular'));
      run(installed, 'npm', 'run', 'build');
    });
    it('runs with copied assets', async () => captures(await builtSite(installed)));
  });

  describe('esbuild', unlessAsked('esbuild'), () => {
    let installed: Installed;
    before(() => {
      installed = workspace.install('esbuild');
      run(installed, 'npm', 'run', 'build');
    });
    it('runs with copied assets', async () => captures(await builtSite(installed)));
    it('names the command that was forgotten', async () => {
      rmSync(join(installed.folder, 'dist/okay'), { recursive: true });
      const says = /npx okay-live-capture copy-assets <folder>.*asset-base/;
      await captures(await builtSite(installed), says);
    });
  });
});
