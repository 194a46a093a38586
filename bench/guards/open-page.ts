import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { engineAssetsPlugin } from '../../demo/dev-server/engine-assets-plugin.ts';
import { CHROMIUM_FLAGS } from '../../scripts/chromium-flags.ts';
import { findBrowser } from '../../scripts/find-browser.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A benchmark's page in Chromium, served from the sources. */
export interface BenchPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export async function openBenchPage(path = '/bench/guards/page/index.html'): Promise<BenchPage> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'okay-bench-'));
  const server = await createServer({
    configFile: false,
    root: here('../..'),
    appType: 'mpa',
    logLevel: 'error',
    cacheDir,
    server: { port: 0, host: 'localhost', watch: null, hmr: false },
    optimizeDeps: { entries: [path.slice(1)], include: ['@mediapipe/tasks-vision'] },
    plugins: [engineAssetsPlugin(here('../../public/mediapipe'))],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('The bench server has no port.');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await page.goto(`http://localhost:${address.port}${path}`);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(cacheDir, { recursive: true });
    },
  };
}
