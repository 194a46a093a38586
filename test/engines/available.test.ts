import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { whyUnavailable, type EngineMachine } from './available.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENGINE = { name: 'Fox', programs: ['fox', 'screen'], packages: ['fox-esr', 'screen'] };

describe('an engine that may be missing', () => {
  for (const [what, machine, why] of [
    ['is there', { there: ['fox', 'screen'] }, null],
    [
      'cannot be installed by this user',
      { there: ['fox'], isRoot: false },
      'screen not found (Debian: apt-get install fox-esr screen)',
    ],
    ['cannot be installed on this system', { there: [], isDebian: false }, 'fox, screen not found'],
    ['is installed', { there: [], comes: ['fox', 'screen'] }, null],
    ['fails to be installed', { there: [] }, '`apt-get install fox-esr screen` failed'],
    [
      'is not what its package brings',
      { there: [], comes: ['fox'] },
      'no screen after `apt-get install fox-esr screen`',
    ],
  ] satisfies [string, Given, string | null][]) {
    it(`${what}: ${why ?? 'it runs'}`, () => {
      const said = whyUnavailable(ENGINE, machineOf(machine));
      if (why === null) assert.equal(said, null);
      else assert.ok(said?.startsWith(`Fox is skipped: ${why}`), String(said));
    });
  }

  it('is counted as skipped, and the page that the run writes says which and why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'okay-engines-'));
    const page = join(folder, 'browsers.md');
    try {
      await copyFile(join(ROOT, 'docs/browsers.md'), page);
      const { status, stdout } = spawnSync(
        process.execPath,
        [
          '--import',
          'tsx',
          '--test',
          '--test-reporter=spec',
          '--test-name-pattern=Firefox',
          'test/engines/flow.test.ts',
        ],
        // Without `PATH` there is neither a browser nor a way to install one.
        { cwd: ROOT, encoding: 'utf8', env: { OKAY_BROWSERS_PAGE: page, PATH: '' } },
      );
      assert.equal(status, 0, stdout);
      assert.match(stdout, /the whole flow in Firefox.*# Firefox is skipped: /);
      assert.match(
        await readFile(page, 'utf8'),
        /^Skipped: .*Firefox is skipped: .*apt-get install .*firefox-esr/m,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

interface Given {
  readonly there: readonly string[];
  readonly isRoot?: boolean;
  readonly isDebian?: boolean;
  /** What an installation brings; without it, it fails. */
  readonly comes?: readonly string[];
}

function machineOf({ there, isRoot = true, isDebian = true, comes }: Given): EngineMachine {
  const programs = new Set(there);
  return {
    isRoot,
    isDebian,
    isProgram: (name) => programs.has(name),
    install: () => {
      for (const name of comes ?? []) programs.add(name);
      return comes !== undefined;
    },
  };
}
