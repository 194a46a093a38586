import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build, type InlineConfig } from 'vite';

/**
 * `npm run build`: `dist/` with the one-tag file (libraries inside), the modules for bundlers (libraries outside), a
 * chunk for each locale, the worker, the assets, the types and the manifest. Everything lies flat, since the assets are
 * found beside the running module.
 */
rmSync('dist', { recursive: true, force: true });
await build(
  library({ index: 'src/index.ts', define: 'src/define.ts' }, [/^lit($|\/)/, /^@shoelace-style\/localize$/]),
);
await build(library({ 'okay-live-capture': 'src/define.ts' }, []));
// The server half, its multipart parser inside: a page's bundler must not meet it, nor the page's installer.
await build(library({ 'relay/index': 'src/relay/index.ts' }, []));
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
run(
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--litelement',
  '--quiet',
  '--globs',
  'src/element/*.ts',
  'src/id-card/*.ts',
  '--outdir',
  'dist',
);

function library(entry: Record<string, string>, external: RegExp[]): InlineConfig {
  const isFirst = external.length > 0;
  return {
    configFile: false,
    logLevel: 'warn',
    // Relative, since nobody knows at which path a host serves the files.
    base: './',
    publicDir: isFirst ? 'public' : false,
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: '[name].js' } } },
    build: {
      target: 'es2022',
      emptyOutDir: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        external,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

function run(...words: string[]): void {
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${words[0]} failed.`);
}
