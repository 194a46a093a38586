import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inPackage } from './package-files.ts';

const ROOT = inPackage('');
const folder = mkdtempSync(join(tmpdir(), 'okay-pack-'));
const run = (command: string, ...words: readonly string[]) =>
  spawnSync(command, words, { cwd: ROOT, encoding: 'utf8' });

describe('the tarball that npm would publish', () => {
  let tarball = '';

  before(() => {
    const packed = run('npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
    assert.equal(packed.status, 0, packed.stderr);
    const [file] = readdirSync(folder);
    assert.ok(file, 'npm pack left no file');
    tarball = join(folder, file);
  });

  after(() => rmSync(folder, { recursive: true }));

  it('has no fault that publint knows', () => {
    const { status, stdout } = run(process.execPath, 'node_modules/publint/src/cli.js', '--strict', tarball);
    assert.equal(status, 0, stdout);
  });

  it('gives every entry its types, for bundlers and for modules of Node', () => {
    const attw = 'node_modules/@arethetypeswrong/cli/dist/index.js';
    const { status, stdout } = run(process.execPath, attw, '--profile', 'esm-only', tarball);
    assert.equal(status, 0, stdout);
  });

  it('holds what is built, the command and the licences, and no sources', () => {
    const { stdout } = run('tar', '--list', '--gzip', '--file', tarball);
    const tops = new Set(
      stdout
        .trim()
        .split('\n')
        .map((path) => path.split('/')[1]),
    );
    assert.deepEqual([...tops].sort(), ['LICENSE', 'NOTICE', 'README.md', 'bin', 'dist', 'package.json']);
  });
});
