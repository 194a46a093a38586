import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install, isDebian, isRoot } from '../../scripts/debian-packages.ts';
import type { Engine } from './engine.ts';

/** What is looked at for an engine; the real machine unless a test says otherwise. */
export interface EngineMachine {
  readonly isRoot: boolean;
  readonly isDebian: boolean;
  readonly isProgram: (name: string) => boolean;
  /** @returns whether it worked */
  readonly install: (packages: readonly string[]) => boolean;
}

/**
 * Sees to it that an engine's programs are there, and installs their packages where that may be done.
 *
 * @returns null where it can start, else why it is skipped, in words
 */
export function whyUnavailable(
  { name, programs, packages }: Pick<Engine, 'name' | 'programs' | 'packages'>,
  machine: EngineMachine = thisMachine(),
): string | null {
  const missing = () => programs.filter((program) => !machine.isProgram(program));
  if (missing().length === 0) return null;
  const remedy = `apt-get install ${packages.join(' ')}`;
  if (!machine.isDebian || !machine.isRoot)
    return `${name} is skipped: ${missing().join(', ')} not found (Debian: ${remedy}).`;
  if (!machine.install(packages)) return `${name} is skipped: \`${remedy}\` failed.`;
  return missing().length === 0
    ? null
    : `${name} is skipped: no ${missing().join(', ')} after \`${remedy}\`.`;
}

function thisMachine(): EngineMachine {
  return { isRoot: isRoot(), isDebian: isDebian(), isProgram, install };
}

function isProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
