import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A file of the built package, by its path in the repository. */
export const inPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;

/** A built module and everything that it imports at once, without what it imports when needed. */
export function withStaticImports(path: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, specifier = ''] of read(file).matchAll(STATIC_IMPORT)) {
      visit(new URL(specifier, `file:///${file}`).pathname.slice(1));
    }
  };
  visit(path);
  return [...found];
}

/** Bytes on the wire, each file compressed by itself as a server does. */
export function gzipBytes(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);
}

function read(path: string): string {
  return readFileSync(inPackage(path), 'utf8');
}
