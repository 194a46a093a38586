import { readFileSync } from 'node:fs';

/** What of a lock file is looked at here. */
interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package of which something is in what users get. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** How it gets there. */
  readonly as: 'dependency' | 'built in';
}

/** Development tools whose code or data the build puts into `dist/`, with the packages that they were made from. */
const BUILT_IN = ['@mediapipe/tasks-vision', '@mediapipe/face_mesh', '@remix-run/multipart-parser'];

/** What may ship: each lets anybody use and pass on the package, in a closed product too. */
export const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-3-Clause',
  'BSD-2-Clause',
  'ISC',
  '0BSD',
]);

export function readLock(): Lock {
  return JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock;
}

/**
 * Every package of which something ships: the dependencies with theirs, and what is built in with its.
 *
 * @throws Error where the lock file lacks one, or its licence
 */
export function shippedPackages({ packages }: Lock): readonly Shipped[] {
  const found = new Map<string, Shipped>();
  const add = (name: string, as: Shipped['as']): void => {
    if (found.has(name)) return;
    const entry = packages[`node_modules/${name}`];
    if (!entry?.version) throw new Error(`package-lock.json lacks ${name}.`);
    const license = entry.license ?? licenceOf(name);
    if (!license) throw new Error(`${name} ${entry.version} names no licence.`);
    found.set(name, { name, version: entry.version, license, as });
    for (const inner of Object.keys(entry.dependencies ?? {})) {
      // Types are gone in what is built.
      if (!inner.startsWith('@types/')) add(inner, as);
    }
  };
  for (const name of Object.keys(packages['']?.dependencies ?? {})) add(name, 'dependency');
  for (const name of BUILT_IN) add(name, 'built in');
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** Entries that name no hash of what they install. */
export function withoutIntegrity({ packages }: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { link, integrity }]) => path !== '' && !link && !integrity?.startsWith('sha512-'))
    .map(([path]) => path);
}

/** Entries that come from an address of their own, a repository or somebody's server, instead of the registry. */
export function fromElsewhere({ packages }: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { link, resolved }]) => path !== '' && (link || resolved !== undefined))
    .map(([path]) => path);
}

/** Dependencies that ship and are not one exact version. */
export function inexactVersions(): readonly string[] {
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { dependencies: Readonly<Record<string, string>> };
  return Object.entries(dependencies)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} ${version}`);
}

function licenceOf(name: string): string | undefined {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { license?: string }).license;
}
