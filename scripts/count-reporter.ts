import { writeFileSync } from 'node:fs';
import type { Reporter, TestSuiteResult } from '@web/test-runner-core';

/** What a runner counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A reporter of @web/test-runner that writes its counts to the file that `OKAY_COUNTS` names. */
export function countReporter(): Reporter {
  return {
    stop({ sessions }) {
      const file = process.env['OKAY_COUNTS'];
      if (!file) return;
      const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        // A file that could not be loaded has no tests to count, and is a failure all the same.
        if (session.testResults) count(session.testResults, counts);
        if (session.errors.length > 0 || !session.testResults) counts.failed += 1;
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function count(suite: TestSuiteResult, counts: Counts): void {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const inner of suite.suites) count(inner, counts);
}
