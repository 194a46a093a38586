import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { captureTo } from '../consumers/capture-run.ts';
import { startTool } from '../consumers/tool-server.ts';
import { goodFace } from '../helpers/scenes.ts';
import { startDemo, type DemoServer } from './demo-server.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm pack` and the newcomer take from the folder. */
const TAKEN = ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'bin', 'dist', 'examples'];
/** What every run of the tests has behind it when it comes here. */
const DONE_BEFORE = 'npm ci && npm run build && ';

/** The lines that a newcomer types, from both blocks of the section. */
function typed(): string[] {
  const [, section = ''] = readFileSync(join(ROOT, 'README.md'), 'utf8').split('five minutes\n');
  const [path = ''] = section.split('\n## ');
  assert.ok(path.includes(`?journey=${DEMO_JOURNEY_ID}`));
  return [...path.matchAll(/```sh\n([\s\S]*?)\n```/g)].flatMap(([, lines = '']) => lines.split('\n'));
}

describe('the five minutes of README.md', () => {
  let folder: string;
  let demo: DemoServer;
  let filmed: FilmedBrowser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'okay-newcomer-'));
    demo = await startDemo();
    filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
  });
  after(async () => {
    for (const one of [filmed, demo]) await one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('end with a page that says Same person', async () => {
    const [pack = '', start, copy = '', install = '', serve = '', ...more] = typed();
    assert.deepEqual(more, []);
    assert.ok(pack.startsWith(DONE_BEFORE), pack);
    assert.equal(start, 'npm start');
    const [, relay = ''] = /^OKAYFACE_RELAY=(\S+) npm run dev$/.exec(serve) ?? [];
    assert.equal(relay, 'http://localhost:5173');
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'examples/vite/package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.equal(scripts['dev'], 'vite');

    const clone = join(folder, 'okay-live-capture');
    mkdirSync(clone);
    for (const name of TAKEN) cpSync(join(ROOT, name), join(clone, name), { recursive: true });
    const lines = [pack.slice(DONE_BEFORE.length), copy, install];
    execFileSync('bash', ['-euc', lines.join('\n')], { cwd: clone, stdio: 'pipe' });
    const installed = { folder: join(folder, 'my-page'), env: process.env };
    const words = ['--port', '0', '--host', 'localhost'];
    const site = await startTool(installed, 'vite/bin/vite.js', words, {
      OKAYFACE_RELAY: new URL(demo.url).origin,
    });
    try {
      await captureTo('Same person', filmed.browser, site.origin);
    } finally {
      await site.close();
    }
  });
});
