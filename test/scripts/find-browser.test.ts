import assert from 'node:assert/strict';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';
import { findBrowser, type Machine } from '../../scripts/find-browser.ts';

const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A machine with these executables; installing adds `/usr/bin/chromium` unless it fails. */
function machine(
  executables: readonly string[],
  options: Partial<Machine> = {},
): Machine & { installs: number } {
  const present = new Set(executables);
  return {
    env: {},
    isRoot: false,
    isDebian: false,
    isExecutable: (path) => present.has(path),
    installs: 0,
    install() {
      this.installs += 1;
      present.add('/usr/bin/chromium');
      return true;
    },
    ...options,
  };
}

const path = (...folders: string[]) => folders.join(delimiter);

describe('finding a browser', () => {
  for (const [what, executables, env, expected] of [
    [
      'the variable wins over PATH',
      ['/mine/chrome', '/usr/bin/chromium'],
      { OKAY_CHROMIUM: '/mine/chrome' },
      '/mine/chrome',
    ],
    ['an empty variable counts as none', ['/usr/bin/chromium'], { OKAY_CHROMIUM: '' }, '/usr/bin/chromium'],
    [
      'PATH comes before the usual places',
      ['/usr/bin/chromium', '/opt/bin/google-chrome'],
      { PATH: '/opt/bin' },
      '/opt/bin/google-chrome',
    ],
    ['PATH goes in its order', ['/a/chromium', '/b/chromium'], { PATH: path('/b', '/a') }, '/b/chromium'],
    [
      'in one folder chromium comes before others',
      ['/a/microsoft-edge', '/a/google-chrome', '/a/chromium'],
      { PATH: '/a' },
      '/a/chromium',
    ],
    ['without PATH the usual places are searched', ['/snap/bin/chromium'], {}, '/snap/bin/chromium'],
    ['the distribution name with -browser', ['/usr/bin/chromium-browser'], {}, '/usr/bin/chromium-browser'],
    ['Chrome on a Mac', [MAC_CHROME], { PATH: '/bin' }, MAC_CHROME],
  ] as const) {
    it(`${what}: ${expected}`, () => {
      assert.equal(findBrowser(machine(executables, { env })), expected);
    });
  }

  it('does not look further where the variable names no executable', () => {
    const env = { OKAY_CHROMIUM: '/gone/chrome' };
    assert.throws(
      () => findBrowser(machine(['/usr/bin/chromium'], { env })),
      /OKAY_CHROMIUM is \/gone\/chrome/,
    );
  });

  it('takes no folder for a browser, though folders are executable', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
    const before = process.env['OKAY_CHROMIUM'];
    process.env['OKAY_CHROMIUM'] = folder;
    try {
      assert.throws(() => findBrowser(), /OKAY_CHROMIUM is .*chromium-.*, which is no executable file/);
    } finally {
      if (before === undefined) delete process.env['OKAY_CHROMIUM'];
      else process.env['OKAY_CHROMIUM'] = before;
      rmdirSync(folder);
    }
  });

  it('installs the package on Debian as root, and only where none is found', () => {
    const bare = machine([], { isRoot: true, isDebian: true });
    assert.equal(findBrowser(bare), '/usr/bin/chromium');
    assert.equal(bare.installs, 1);
    const equipped = machine(['/usr/bin/google-chrome'], { isRoot: true, isDebian: true });
    assert.equal(findBrowser(equipped), '/usr/bin/google-chrome');
    assert.equal(equipped.installs, 0);
  });

  for (const [isRoot, isDebian] of [
    [false, true],
    [true, false],
    [false, false],
  ] as const) {
    it(`installs nothing where root is ${isRoot} and Debian is ${isDebian}, and says what to install`, () => {
      const bare = machine([], { isRoot, isDebian });
      assert.throws(() => findBrowser(bare), isOneLineThatHelps);
      assert.equal(bare.installs, 0);
    });
  }

  for (const [what, worked] of [
    ['fails', false],
    ['leaves no browser', true],
  ] as const) {
    it(`says what to install where installing ${what}`, () => {
      const stuck = machine([], { isRoot: true, isDebian: true, install: () => worked });
      assert.throws(() => findBrowser(stuck), isOneLineThatHelps);
    });
  }
});

function isOneLineThatHelps(error: unknown): boolean {
  assert.ok(error instanceof Error);
  assert.match(error.message, /^No Chromium found: install it \(.*chromium\) or set OKAY_CHROMIUM/);
  assert.ok(!error.message.includes('\n'));
  return true;
}
