import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { OWN_ERROR_CODES } from '../../src/core/errors.ts';
import { en } from '../../src/locales/en.ts';
import { DIALECT_IDS } from '../../src/types/capture.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('docs', () => {
  const rows = read('docs/errors.md')
    .split('\n')
    .map((line) => /^\| `([A-Z_]+)` +\| ([^|;]+?)(?:;[^|]*)? *\|/.exec(line))
    .filter((row) => row !== null)
    .map(([, code = '', seen = '']) => ({ code, seen }));

  it('list every code of this package once', () => {
    assert.deepEqual(rows.map(({ code }) => code).sort(), [...OWN_ERROR_CODES].sort());
  });

  for (const { code, seen } of rows) {
    it(`quote what the person sees for ${code}`, () => {
      assert.equal(seen, (en as Readonly<Record<string, string>>)[`error.${code}`]);
    });
  }

  it('name every dialect in the README', () => {
    const readme = read('README.md');
    assert.deepEqual(
      DIALECT_IDS.filter((dialect) => !readme.includes(`\`${dialect}\``)),
      [],
    );
  });
});
