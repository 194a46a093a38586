import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inPackage } from './package-files.ts';

const page = readFileSync(inPackage('docs/frameworks.md'), 'utf8');
/** A note that names a file, and the block of code under it. */
const SNIPPETS = [...page.matchAll(/<!-- (examples\/\S+) -->\n\n```\w+\n([\s\S]*?)\n```/g)];

describe('docs/frameworks.md', () => {
  it('shows a file under each note', () => {
    assert.equal(SNIPPETS.length, [...page.matchAll(/<!-- examples\//g)].length);
    assert.ok(SNIPPETS.length > 0);
  });

  for (const [, path = '', code = ''] of SNIPPETS) {
    it(`shows ${path} as it is`, () => {
      assert.ok(existsSync(inPackage(path)));
      assert.equal(code, readFileSync(inPackage(path), 'utf8').trimEnd());
    });
  }
});
