import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LIMIT_SPECS } from '../../src/core/limits.ts';

const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');

/** First five cells of each row of the table: name, fails, fails beyond, passes again from, allowed. */
const ROWS = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').slice(1, 6))
  .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')));

describe('docs/limits.md', () => {
  it('has a row for every limit, in their order, with the values that are built in', () => {
    const built = Object.entries(LIMIT_SPECS).map(([name, { fails, enter, leave, range }]) => [
      name,
      fails,
      String(enter),
      String(leave),
      range.join(' to '),
    ]);
    assert.deepEqual(ROWS, built);
  });
});
