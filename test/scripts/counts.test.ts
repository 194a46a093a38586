import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countsOf, type Counts } from '../../scripts/count-reporter.ts';

const TESTS = `
import { describe, it } from 'node:test';
describe('a suite', () => {
  it('holds', () => undefined);
  it('breaks', () => {
    throw new Error('one is not two');
  });
  it('is left out', { skip: true }, () => undefined);
});
`;

const HOLDS = { name: 'holds', passed: true, skipped: false };
const BREAKS = { name: 'breaks', passed: false, skipped: false, error: { message: 'one is not two' } };

describe('what a run counts, and tells again at its end', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'okay-counts-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('of tests in Node: each failure with its file, its name and what it said', () => {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(file, TESTS);
    const reporter = ['--test-reporter=./scripts/count-node-tests.mjs', '--test-reporter-destination=stdout'];
    // The runner of this very test would be told of the failure otherwise.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { stdout } = spawnSync(process.execPath, ['--test', ...reporter, file], { encoding: 'utf8', env });
    const { failures, ...counts } = JSON.parse(stdout) as Counts;
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.deepEqual(failures, [`${file} › breaks\none is not two`]);
  });

  it('of tests in the browser: each failure with its suites, and files that did not run', () => {
    const counts = countsOf([
      {
        testFile: 'a.test.ts',
        errors: [],
        testResults: {
          name: '',
          tests: [],
          suites: [{ name: 'a suite', tests: [HOLDS, BREAKS], suites: [] }],
        },
      },
      { testFile: 'b.test.ts', errors: [{ message: 'no such module' }] },
      { testFile: 'c.test.ts', errors: [] },
    ]);
    assert.deepEqual(counts, {
      passed: 1,
      failed: 3,
      skipped: 0,
      failures: [
        'a.test.ts › a suite › breaks\none is not two',
        'b.test.ts\nno such module',
        'c.test.ts\nno test was run',
      ],
    });
  });
});
