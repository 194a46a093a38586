import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command to its end. Throws with its output where it fails. */
export function run(folder: string, command: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed.\n${stdout}\n${stderr}`);
  return stdout;
}

/** A temporary folder with the package as it would be published. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'okay-consumers-'));
  readonly tarball: string;

  constructor() {
    run(ROOT, 'npm', 'pack', '--ignore-scripts', '--pack-destination', this.folder);
    const file = readdirSync(this.folder).find((name) => name.endsWith('.tgz'));
    if (!file) throw new Error('npm pack left no tarball.');
    this.tarball = join(this.folder, file);
  }

  /** Copies an example and installs it with the tarball in the place of the published package. */
  install(example: string): string {
    const target = join(this.folder, example);
    cpSync(join(ROOT, 'examples', example), target, { recursive: true });
    const file = join(target, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
    manifest.dependencies['okay-live-capture'] = `file:${this.tarball}`;
    writeFileSync(file, JSON.stringify(manifest));
    run(target, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
    return target;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
