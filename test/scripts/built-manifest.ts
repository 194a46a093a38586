import { readFileSync } from 'node:fs';
import { inPackage } from './package-files.ts';

export interface Named {
  readonly name: string;
  readonly fieldName?: string;
  readonly default?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

export interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly members: readonly Named[];
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

/** Every class in `dist/custom-elements.json`. */
export function builtDeclarations(): readonly Declaration[] {
  const manifest = JSON.parse(readFileSync(inPackage('dist/custom-elements.json'), 'utf8')) as {
    modules: { path: string; declarations: Declaration[] }[];
  };
  return manifest.modules.flatMap(({ declarations }) => declarations);
}

/** @throws where no class has this tag */
export function elementOf(tag: string): Declaration {
  const found = builtDeclarations().find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`The manifest has no <${tag}>.`);
  return found;
}
