import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fuzzTarget } from '../fuzz/fuzz-target.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** A short run of `npm run fuzz`, always with the same chances. */
const SECONDS = 3;
const SEED = 1;
/** A thread with the loader of TypeScript alone takes some 60 MB of heap. */
const MOST_HEAP_MB = 200;

describe('the short fuzz', () => {
  for (const { name } of TARGETS) {
    it(`finds no crash, no hang and no unbounded memory in ${name}`, async () => {
      const { executions, blocks, peakMB, finding } = await fuzzTarget(name, SECONDS, SEED, () => undefined);
      assert.equal(
        finding,
        null,
        finding ? `${finding.what}: ${Buffer.from(finding.input).toString('hex')}` : '',
      );
      // Had it stood still or seen no coverage, it could find nothing.
      assert.ok(executions > 1000, `${executions} inputs`);
      assert.ok(blocks.atLast > blocks.atFirst, JSON.stringify(blocks));
      assert.ok(peakMB.heap < MOST_HEAP_MB, JSON.stringify(peakMB));
    });
  }
});
