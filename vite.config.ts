import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { emulatorPlugin } from './demo/dev-server/emulator-plugin.ts';
import { engineAssetsPlugin } from './demo/dev-server/engine-assets-plugin.ts';
import { frontPagePlugin } from './demo/dev-server/front-page-plugin.ts';
import { policyPlugin } from './demo/hosted/policy-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PAGES = ['demo/index.html', 'demo/smallest.html'];

/** The demo's dev server and its build; the library is built by `scripts/build.ts`. */
export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  appType: 'mpa',
  clearScreen: false,
  // Nobody knows at which path the built demo will lie.
  base: './',
  server: {
    host: 'localhost',
    port: 5173,
    strictPort: true,
    watch: { ignored: ['**/dist/**', '**/dist-demo/**', '**/test/**', '**/public/mediapipe/**'] },
  },
  worker: { format: 'es' },
  build: {
    outDir: here('dist-demo'),
    emptyOutDir: true,
    // Flat, since the element looks for `mediapipe/` beside its module.
    assetsDir: '',
    target: 'es2022',
    rolldownOptions: { input: PAGES.map(here) },
  },
  // Vite looks for packages in pages only, and would find the worker's in mid-session and reload the page.
  optimizeDeps: {
    entries: PAGES,
    include: ['lit', 'lit/decorators.js', '@shoelace-style/localize', '@mediapipe/tasks-vision'],
  },
  plugins: [
    emulatorPlugin(),
    engineAssetsPlugin(here('public/mediapipe')),
    frontPagePlugin(),
    policyPlugin(),
  ],
});
