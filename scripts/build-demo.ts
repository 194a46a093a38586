import { build } from 'vite';

/**
 * `npm run build:demo`: the demo as static files in `dist-demo/`, and beside the pages the service worker that brings
 * their requests to the emulator in the page.
 */
// Its root is the pages' folder, so that they lie at the top; the dev server's holds the sources too.
await build({ configFile: 'vite.config.ts', root: 'demo', logLevel: 'warn' });
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist-demo',
    emptyOutDir: false,
    // A script and no module: older browsers start no modules as service workers.
    lib: {
      entry: 'demo/hosted/service-worker.ts',
      formats: ['iife'],
      name: 'emulatorWorker',
      fileName: () => 'emulator-worker.js',
    },
  },
});
console.log('dist-demo/: serve it over https (or on localhost), at any path.');
