import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inPackage } from './package-files.ts';

/** Runs a module in a Node of its own, where nothing has made the page's globals up before. */
const run = (source: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' }).trim();

const addressOf = (entry: string) => JSON.stringify(pathToFileURL(inPackage(`dist/${entry}`)).href);

describe('importing the package on a server', () => {
  it('gives the class and everything else from the main entry', () => {
    const names = run(`
      const { OkayLiveCapture, CaptureError, GUARD_IDS } = await import(${addressOf('index.js')});
      console.log(OkayLiveCapture.name.length > 0, CaptureError.name, GUARD_IDS[0]);`);
    assert.match(names, /^true \w+ FACE_NOT_FOUND$/);
  });

  for (const entry of ['define.js', 'define-id-card.js']) {
    it(`registers nothing, keeps no timer running and prints nothing: ${entry}`, () => {
      const printed = run(`
        await import(${addressOf(entry)});
        const tags = ['okay-live-capture', 'okay-id-card'];
        const timers = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name));
        console.log(JSON.stringify([tags.map((tag) => typeof globalThis.customElements?.get(tag)), timers]));`);
      assert.equal(printed, '[["undefined","undefined"],[]]');
    });
  }

  it('answers what keeps a page from capturing, although there is no page', () => {
    const obstacles = run(`
      const { OkayLiveCapture } = await import(${addressOf('index.js')});
      console.log(OkayLiveCapture.canCapture().join());`);
    assert.match(obstacles, /^INSECURE_CONTEXT,CAMERA_UNSUPPORTED/);
  });
});
