import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What Angular 22 asks for at least; this project itself runs in older ones. */
const NEW_NODE = '22.23.3';
const QUICKLY = ['--no-audit', '--no-fund', '--prefer-offline'];
/** Tools that report home are told not to. */
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };

/** An example in a folder of its own, with the packed package installed. */
export interface Installed {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a command to its end. Throws with its output where it fails. */
export function run({ folder, env }: Installed, command: string, ...words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed.\n${stdout}\n${stderr}`);
}

/** A temporary folder with the package as it would be published. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'okay-consumers-'));
  readonly tarball: string;

  constructor() {
    const here = { folder: ROOT, env: process.env };
    run(here, 'npm', 'pack', '--ignore-scripts', '--pack-destination', this.folder);
    const file = readdirSync(this.folder).find((name) => name.endsWith('.tgz'));
    if (!file) throw new Error('npm pack left no tarball.');
    this.tarball = join(this.folder, file);
  }

  /** Copies an example and installs it with the tarball in the place of the published package. */
  install(example: string): Installed {
    const installed = this.#folder(example);
    cpSync(join(ROOT, 'examples', example), installed.folder, { recursive: true });
    const file = join(installed.folder, 'package.json');
    if (existsSync(file)) {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
      manifest.dependencies['okay-live-capture'] = `file:${this.tarball}`;
      writeFileSync(file, JSON.stringify(manifest));
      run(installed, 'npm', 'install', ...QUICKLY);
    } else {
      run(installed, 'npm', 'install', ...QUICKLY, this.tarball);
    }
    return installed;
  }

  /** Where this Node is too old for what is installed, a newer one in front of it on the path. */
  withNewNode(installed: Installed): Installed {
    if (Number.parseInt(process.versions.node) >= Number.parseInt(NEW_NODE)) return installed;
    const name = `node-${process.platform}-${process.arch}`;
    const node = this.#folder(name);
    run(node, 'npm', 'install', ...QUICKLY, `${name}@${NEW_NODE}`);
    const bin = join(node.folder, 'node_modules', name, 'bin');
    return {
      ...installed,
      env: { ...installed.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #folder(name: string): Installed {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    return { folder, env: { ...process.env, ...QUIET } };
  }
}
