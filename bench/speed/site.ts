import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serveStatic, type StaticServer } from '../../test/e2e/static-server.ts';
import { brotliOf } from './brotli-files.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DIST = at('../../dist/');

/** Google's ready bundle is on no package registry: it is measured where somebody has put it beside the checkout. */
export const GOOGLE_BUNDLE = at('../../../shared/model/face_landmarker.google.task');
export const hasGoogleBundle = existsSync(GOOGLE_BUNDLE);

/** What a browser asked for, and how many bytes of body it got. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

export interface Site {
  readonly server: StaticServer;
  /** Emptied by whoever begins to count. */
  readonly sent: Sent[];
  /** When a request to a path arrived last, on the clock of `performance.timeOrigin` and `now()`. */
  readonly arrivedAt: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

export interface SiteOptions {
  /** Sends files as a host with brotli does; packing the engine takes half a minute the first time. */
  readonly isPacked: boolean;
}

const html = (body: string) =>
  `<!doctype html><html lang="en"><title>speed</title><link rel="icon" href="data:,"><body>${body}</body></html>`;
const module = (src: string) => `<script type="module" src="${src}"></script>`;
const ELEMENT = module('/okay/okay-live-capture.js') + module('/bench/element.js');

/** The built package and the bare pages on one origin, cacheable as on a static host. */
export async function openSite({ isPacked }: SiteOptions): Promise<Site> {
  if (!existsSync(join(DIST, 'okay-live-capture.js'))) {
    throw new Error('There is no dist/: run `npm run build` first.');
  }
  const pages = await buildPages();
  const sent: Sent[] = [];
  const arrivedAt = new Map<string, number>();
  const server = await serveStatic({
    folders: {
      '/okay/': DIST,
      '/bench/': pages,
      '/google/': dirname(GOOGLE_BUNDLE),
      '/tasks-vision/': at('../../node_modules/@mediapipe/tasks-vision/wasm'),
    },
    pages: {
      '/element': html(`${ELEMENT}<okay-live-capture></okay-live-capture>`),
      '/steps': html(`<video muted playsinline></video>${module('/bench/steps.js')}`),
      '/bare': html(`<video muted playsinline></video>${module('/bench/bare.js')}`),
    },
    // Isolated, since only such pages may ask how much memory they use.
    headers: {
      'cache-control': 'public, max-age=3600',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
    ...(isPacked ? { brotli: brotliOf } : {}),
    onRequest: (path) => arrivedAt.set(path, performance.timeOrigin + performance.now()),
    onSent: (path, bytes) => sent.push({ path, bytes }),
  });
  return {
    server,
    sent,
    arrivedAt,
    close: async () => {
      await server.close();
      await rm(pages, { recursive: true });
    },
  };
}

async function buildPages(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'okay-speed-'));
  const scripts = [
    'element.ts',
    'bare.ts',
    'bare.worker.ts',
    'timed.worker.ts',
    'steps.ts',
    'steps.worker.ts',
  ];
  for (const script of scripts) {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        lib: { entry: at(`page/${script}`), formats: ['es'], fileName: () => script.replace(/\.ts$/, '.js') },
        rolldownOptions: { output: { minify: true } },
      },
    });
  }
  return outDir;
}
