import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type InlineConfig, type Plugin } from 'vite';
import { ASSET_MANIFEST } from '../src/adapters/asset-manifest.ts';
import { vscodeData, type Manifest } from './vscode-data.ts';

/**
 * `npm run build`: `dist/` with the one-tag file (libraries inside), the modules for bundlers (libraries outside), a
 * chunk for each locale, the worker, the assets, the types and the manifest. Everything lies flat, since the assets are
 * found beside the running module.
 */
rmSync('dist', { recursive: true, force: true });
const modules = { index: 'src/index.ts', define: 'src/define.ts', 'define-id-card': 'src/define-id-card.ts' };
await build(library(modules, [/^lit($|\/)/, /^@shoelace-style\/localize$/]));
await build(library({ 'okay-live-capture': 'src/define.ts' }, []));
// The server half, its multipart parser inside: a page's bundler must not meet it, nor the page's installer.
await build(library({ 'relay/index': 'src/relay/index.ts' }, []));
// Webpack's minifier takes it for a script, and would make what is forbidden in modules.
const worker = 'dist/landmarker.worker.js';
writeFileSync(worker, `'use strict';\n${readFileSync(worker, 'utf8')}`);
checkAssets();
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
run('node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
writeFileSync('dist/vscode.html-custom-data.json', JSON.stringify(vscodeData(manifest), null, 2));

// Hand-written, since they speak of frameworks that are not installed here.
for (const file of readdirSync('src/frameworks').filter((name) => name.endsWith('.d.ts'))) {
  copyFileSync(`src/frameworks/${file}`, `dist/types/frameworks/${file}`);
}
// What stands behind entries of types only, and types of a script that exports nothing.
writeFileSync('dist/frameworks.js', 'export {};\n');
writeFileSync('dist/landmarker.worker.d.ts', 'export {};\n');

function library(entry: Record<string, string>, external: RegExp[]): InlineConfig {
  const isModules = external.length > 0;
  return {
    configFile: false,
    logLevel: 'warn',
    plugins: [assetsForBundlers()],
    // Relative, since nobody knows at which path a host serves the files.
    base: './',
    publicDir: isModules ? 'public' : false,
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: '[name].js' } } },
    build: {
      target: 'es2022',
      emptyOutDir: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        external,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // What the first picture needs, in one chunk: the bundler would make one for each set of sharers.
          codeSplitting: {
            groups: [{ name: 'element', test: /src[\\/]element[\\/]okay-live-capture\.ts$/ }],
          },
          // Vite leaves white space in libraries, for the sake of notes for bundlers; none reads the one-tag file.
          ...(isModules ? {} : { minify: true }),
        },
      },
    },
  };
}

/**
 * Notes that kept this build from inlining the engine would keep a host's bundler from taking it along, and so would the
 * address in an address that Vite makes of the worker's: Turbopack knows the plain form only.
 */
function assetsForBundlers(): Plugin {
  const note = /\/\* @vite-ignore \*\/\s*(?="\.\/mediapipe\/)/g;
  const worker =
    /new URL\(\s*(?:\/\* @vite-ignore \*\/)?\s*new URL\(["'`](landmarker\.worker\.js)["'`], import\.meta\.url\)\.href,\s*["'`]{2} \+ import\.meta\.url\s*\)/;
  return {
    name: 'okay-assets-for-bundlers',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        output.code = output.code.replace(note, '').replace(worker, 'new URL("./$1", import.meta.url)');
      }
    },
  };
}

/** What is shipped has the hashes by which the attribute `integrity` checks it. */
function checkAssets(): void {
  for (const { path, sha256 } of Object.values(ASSET_MANIFEST)) {
    const found = createHash('sha256')
      .update(readFileSync(`dist/mediapipe/${path}`))
      .digest('hex');
    if (found !== sha256)
      throw new Error(`dist/mediapipe/${path} has SHA-256 ${found} instead of ${sha256}.`);
  }
}

function run(...words: string[]): void {
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${words[0]} failed.`);
}
