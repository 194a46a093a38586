import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install, isDebian, isRoot } from './debian-packages.ts';

/** Names this project's tests look for, in this order; the variable wins over all. */
const VARIABLE = 'OKAY_CHROMIUM';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What the search looks at; the real machine unless a test says otherwise. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly isDebian: boolean;
  readonly isExecutable: (path: string) => boolean;
  /** Installs Debian's `chromium`; true when it worked. */
  readonly install: () => boolean;
}

/**
 * Finds a Chromium for tests: `OKAY_CHROMIUM`, then the usual places; on Debian as root it installs the package.
 *
 * @returns the absolute path of the executable
 * @throws Error in one line that says what to install
 */
export function findBrowser(machine: Machine = thisMachine()): string {
  const named = machine.env[VARIABLE];
  if (named) {
    if (machine.isExecutable(named)) return named;
    throw new Error(`${VARIABLE} is ${named}, which is no executable file: point it at a Chromium.`);
  }
  const found = usualPlace(machine);
  if (found) return found;
  if (machine.isDebian && machine.isRoot && machine.install()) {
    const installed = usualPlace(machine);
    if (installed) return installed;
  }
  throw new Error(
    `No Chromium found: install it (Debian: apt-get install chromium) or set ${VARIABLE} to its path.`,
  );
}

function usualPlace({ env, isExecutable }: Machine): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...PLACES].filter(Boolean);
  return folders
    .flatMap((place) => [...NAMES.map((name) => join(place, name)), place])
    .find((path) => isExecutable(path));
}

function thisMachine(): Machine {
  return {
    env: process.env,
    isRoot: isRoot(),
    isDebian: isDebian(),
    isExecutable: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile() && /chrom|edge/i.test(path.split('/').at(-1) ?? '');
      } catch {
        return false;
      }
    },
    install: () => install(['chromium']),
  };
}
