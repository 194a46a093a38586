import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { emulatorPlugin } from './demo/dev-server/emulator-plugin.ts';
import { engineAssetsPlugin } from './demo/dev-server/engine-assets-plugin.ts';
import { frontPagePlugin } from './demo/dev-server/front-page-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The dev server of the demo; the library is built by `scripts/build.ts`. */
export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  clearScreen: false,
  server: {
    host: 'localhost',
    port: 5173,
    strictPort: true,
    watch: { ignored: ['**/dist/**', '**/test/**', '**/public/mediapipe/**'] },
  },
  worker: { format: 'es' },
  // Vite looks for packages in pages only, and would find the worker's in mid-session and reload the page.
  optimizeDeps: {
    entries: ['demo/index.html'],
    include: ['lit', 'lit/decorators.js', '@shoelace-style/localize', '@mediapipe/tasks-vision'],
  },
  plugins: [emulatorPlugin(), engineAssetsPlugin(here('./public/mediapipe')), frontPagePlugin()],
});
