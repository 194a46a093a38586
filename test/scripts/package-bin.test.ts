import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.ts';
import { inPackage } from './package-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'okay-assets-'));
const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [inPackage('bin/okay-live-capture.js'), ...words], { encoding: 'utf8' });

describe('okay-live-capture copy-assets', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('fills a new folder with what asset-base expects, and tells what to do with it', () => {
    const target = join(folder, 'public', 'okay');
    const { status, stdout } = run('copy-assets', target);
    assert.equal(status, 0);
    assert.ok(stdout.includes(target) && stdout.includes('asset-base'), stdout);
    for (const { path } of Object.values(ASSET_MANIFEST)) {
      const copied = readFileSync(join(target, path));
      assert.ok(copied.equals(readFileSync(inPackage(`dist/mediapipe/${path}`))), path);
    }
    assert.ok(existsSync(join(target, 'landmarker.worker.js')));
  });

  it('brings older copies up to date', () => {
    const target = join(folder, 'again');
    run('copy-assets', target);
    writeFileSync(join(target, 'landmarker.worker.js'), 'old');
    assert.equal(run('copy-assets', target).status, 0);
    assert.notEqual(readFileSync(join(target, 'landmarker.worker.js'), 'utf8'), 'old');
  });

  for (const words of [
    [],
    ['copy-assets'],
    ['copy'],
    ['copy-assets', '--force'],
    ['copy-assets', 'a', 'b'],
  ]) {
    it(`shows its use and fails, given ${JSON.stringify(words)}`, () => {
      const { status, stderr } = run(...words);
      assert.equal(status, 2);
      assert.match(stderr, /^Usage: npx okay-live-capture copy-assets <folder>/);
    });
  }

  it('shows its use where that is asked for', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.match(stdout, /^Usage:/);
  });

  it('names the folder that it could not fill', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { status, stderr } = run('copy-assets', file);
    assert.equal(status, 1);
    assert.ok(stderr.includes(file), stderr);
  });
});
