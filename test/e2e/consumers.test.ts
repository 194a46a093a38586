import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** The quick ones; `npm run test:consumers` takes all. */
const QUICK = ['vite', 'esbuild'] as const;

describe('the packed package in somebody’s project', () => {
  for (const example of QUICK) {
    it(`runs to the result, built by ${example}`, () => {
      const words = ['node_modules/tsx/dist/cli.mjs', 'test/consumers/run.ts', example];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.match(stdout, new RegExp(`^${example}: ran to the result`, 'm'));
    });
  }
});
