import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './count-reporter.js';
import { findBrowser } from './find-browser.js';

/**
 * `npm test`: makes the assets, finds a browser, then runs types, lint, the tests in the browser and those in Node.
 * Every part runs even where one before it failed, so that one run tells everything.
 */
const TSX = ['node_modules/tsx/dist/cli.mjs'];
const NODE_TESTS = ['test/scripts', 'test/emulator', 'test/relay', 'test/e2e', 'test/engines'];
/** Installers and films leave one of two cores idle half of the time. */
const SIDE_BY_SIDE = 'test/e2e';
/** They compare speeds and memory, and need the machine for themselves. */
const ALONE = ['test/e2e/speed.test.ts', 'test/e2e/soak.test.ts'];

const folder = mkdtempSync(join(tmpdir(), 'okay-tests-'));
const total: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
/** Of one failure; a difference of two large objects would bury the others. */
const FAILURE_LENGTH = 2000;

if (!run('npm', ['run', '--silent', 'assets'])) stop('The assets could not be made.');
let browser = '';
try {
  browser = findBrowser();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

check('types', 'npm', ['run', '--silent', 'types']);
check('lint', 'npm', ['run', '--silent', 'lint']);
check('build', 'npm', ['run', '--silent', 'build']);
counted('browser', process.execPath, [...TSX, 'node_modules/@web/test-runner/dist/bin.js']);
for (const place of NODE_TESTS) {
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(place, name));
  if (place !== SIDE_BY_SIDE) {
    nodeTests(place, files, 1);
    continue;
  }
  nodeTests(
    place,
    files.filter((file) => !ALONE.includes(file)),
    2,
  );
  nodeTests(`${place}, alone`, ALONE, 1);
}

rmSync(folder, { recursive: true, force: true });
// Told again at the end, since what a run prints may reach its reader by its last part alone.
if (total.failures.length > 0) heading('failed');
for (const failure of total.failures) console.log(`\n${failure.slice(0, FAILURE_LENGTH)}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param atOnce files; browsers and the compiler share two cores */
function nodeTests(name: string, files: readonly string[], atOnce: number): void {
  counted(name, process.execPath, [
    ...TSX,
    '--test',
    `--test-concurrency=${atOnce}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/count-node-tests.mjs',
    `--test-reporter-destination=${countsFile(name)}`,
    ...files,
  ]);
}

function countsFile(name: string): string {
  return join(folder, `${name.replaceAll(/[/, ]+/g, '-')}.json`);
}

function run(command: string, words: readonly string[], env: Record<string, string> = {}): boolean {
  return spawnSync(command, words, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** A check that has no tests of its own counts as one. */
function check(name: string, command: string, words: readonly string[]): void {
  heading(name);
  if (run(command, words)) {
    total.passed += 1;
    return;
  }
  total.failed += 1;
  total.failures.push(name);
}

function counted(name: string, command: string, words: readonly string[]): void {
  heading(name);
  const file = countsFile(name);
  const succeeded = run(command, words, { OKAY_COUNTS: file, OKAY_CHROMIUM: browser });
  const counts = read(file);
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  total.failed += counts.failed;
  total.failures.push(...counts.failures);
  if (succeeded || counts.failed > 0) return;
  total.failed += 1;
  total.failures.push(`${name}\nThe runner fell without counting a failure.`);
}

function read(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`The runner left no counts in ${file}.`] };
  }
}

function heading(name: string): void {
  console.log(`\n== ${name}`);
}

function stop(why: string): never {
  console.error(why);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
