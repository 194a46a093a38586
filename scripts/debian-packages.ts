import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Debian, or what is made of it. */
export function isDebian(): boolean {
  return existsSync('/etc/debian_version');
}

/**
 * Installs Debian packages without what they recommend. Only root may.
 *
 * @returns whether it worked
 */
export function install(packages: readonly string[]): boolean {
  console.log(`Installing the Debian package ${packages.join(', ')}.`);
  const run = (...words: readonly string[]) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
