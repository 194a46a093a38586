import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { cardFile } from '../e2e/card-file.ts';
import { serveStatic, type StaticServer } from '../e2e/static-server.ts';
import { emptyRoom, farFace, goodFace } from '../helpers/scenes.ts';
import { pageScript } from '../page/page-script.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What the test's own script needs: itself, what the camera shows, and a card. */
export async function flowFiles(): Promise<Record<string, string | Buffer>> {
  const [script, empty, far, good, card] = await Promise.all([
    pageScript(new URL('../page/flow.ts', import.meta.url), 'flow'),
    emptyRoom(),
    farFace(),
    goodFace(),
    cardFile(),
  ]);
  return {
    '/flow.js': script,
    '/empty.jpg': empty,
    '/far.jpg': far,
    '/good.jpg': good,
    '/card.jpg': card.buffer,
  };
}

/** Where the package is built; served as `/okay/`. */
export function builtPackage(): string {
  assert.ok(existsSync(`${DIST}okay-live-capture.js`), 'There is no dist/: run `npm run build` first.');
  return DIST;
}

/** The scripts of a page: the test's own before the element's. */
export const FLOW_SCRIPTS = `<link rel="icon" href="data:,"><script src="/flow.js"></script>
  <script type="module" src="/okay/okay-live-capture.js"></script>`;

/** Serves a page with the built element, its emulator, and the test's own script in `flow`. */
export function serveFlow(files: Record<string, string | Buffer>, attributes = ''): Promise<StaticServer> {
  return serveStatic({
    folders: { '/okay/': builtPackage() },
    pages: {
      ...files,
      '/': `<!doctype html><title>page</title>${FLOW_SCRIPTS}
        <okay-live-capture endpoint="/api/ekyc/okayface/v1-1" journey-id="${DEMO_JOURNEY_ID}" ${attributes}>
        </okay-live-capture>`,
    },
  });
}
