/** A reporter of node:test that writes how many tests passed, failed and were skipped, and what the failed ones said. */
export default async function* countNodeTests(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    const isTest = type === 'test:pass' || type === 'test:fail';
    if (!isTest || data.details?.type === 'suite') continue;
    // With several files, each file is a test of its own around the real ones.
    if (data.nesting === 0 && data.file === undefined && data.name.endsWith('.test.ts')) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else {
      counts.failed += 1;
      const { cause, message } = data.details.error;
      counts.failures.push(`${data.file} › ${data.name}\n${cause?.message ?? cause ?? message}`);
    }
  }
  yield JSON.stringify(counts);
}
