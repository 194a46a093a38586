import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { writeAtomically } from '../../scripts/atomic-write.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okay-write-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writing atomically', () => {
  it('makes missing folders and replaces what was there', async () => {
    const path = join(folder, 'a/b/file');
    for (const content of ['first', 'second']) {
      await writeAtomically(path, Buffer.from(content));
      assert.equal(await readFile(path, 'utf8'), content);
    }
    assert.deepEqual(await readdir(join(folder, 'a/b')), ['file']);
  });

  it('leaves nothing behind where the file cannot be put in its place', async () => {
    const taken = join(folder, 'taken');
    await mkdir(taken);
    await assert.rejects(writeAtomically(taken, Buffer.from('x')), couldNotWrite(taken));
    assert.deepEqual(await readdir(folder), ['taken']);
  });

  it('names the file where its folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, 'file/inside');
    await assert.rejects(writeAtomically(path, Buffer.from('x')), couldNotWrite(path));
  });
});

function couldNotWrite(path: string) {
  return (error: Error) => {
    assert.ok(error.message.startsWith(`${path} could not be written: `), error.message);
    return true;
  };
}
