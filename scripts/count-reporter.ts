import { writeFileSync } from 'node:fs';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';

/** What a runner counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** One text for each failure: the file, the test and what it said. */
  failures: string[];
}

/** What a file of tests in the browser told. */
type Session = Pick<TestSession, 'testFile' | 'testResults' | 'errors'>;

/** A reporter of @web/test-runner that writes its counts to the file that `OKAY_COUNTS` names. */
export function countReporter(): Reporter {
  return {
    stop({ sessions }) {
      const file = process.env['OKAY_COUNTS'];
      if (file) writeFileSync(file, JSON.stringify(countsOf(sessions)));
    },
  };
}

export function countsOf(sessions: readonly Session[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const { testFile, testResults, errors } of sessions) {
    if (testResults) count(testResults, testFile, counts);
    // A file that could not be loaded has no tests to count, and is a failure all the same.
    if (errors.length === 0 && testResults) continue;
    counts.failed += 1;
    const said = errors.map(({ message }) => message).join('\n');
    counts.failures.push(`${testFile}\n${said || 'no test was run'}`);
  }
  return counts;
}

function count(suite: TestSuiteResult, place: string, counts: Counts): void {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else {
      counts.failed += 1;
      counts.failures.push(`${place} › ${test.name}\n${test.error?.message ?? 'no error was given'}`);
    }
  }
  for (const inner of suite.suites) count(inner, `${place} › ${inner.name}`, counts);
}
