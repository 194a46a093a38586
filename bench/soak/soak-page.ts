import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.ts';
import { CHROMIUM_MJPEG_FPS, makeMjpeg, type StillScene } from '../../scripts/make-mjpeg.ts';
import { cameraFlags } from '../../test/e2e/fake-camera.ts';
import { serveStatic } from '../../test/e2e/static-server.ts';
import { pageScript } from '../../test/page/page-script.ts';
import { weigh, type Memory } from './memory.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
/** The built worker, with a count of the frames that it was given and has not closed. */
const WORKER = `
  import '/okay/landmarker.worker.js';
  const frames = new Set();
  self.addEventListener('message', ({ data }) => data.frame && frames.add(data.frame));
  self.heldFrames = () => {
    for (const frame of frames) if ((frame.codedWidth ?? frame.width) === 0) frames.delete(frame);
    return frames.size;
  };`;

/** A worker without a line of this project, see `mountBare`. */
const BARE_WORKER = `
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  self.onmessage = async ({ data: frame }) => {
    canvas.width = frame.displayWidth;
    canvas.height = frame.displayHeight;
    context.drawImage(frame, 0, 0);
    frame.close();
    const picture = await createImageBitmap(await canvas.convertToBlob({ type: 'image/jpeg' }));
    context.drawImage(picture, 0, 0);
    picture.close();
    self.postMessage(null);
  };`;

/** The page of a soak in Chromium, whose camera plays a film. */
export interface SoakPage {
  /** Runs an expression of the page. */
  readonly run: <Result>(expression: string) => Promise<Result>;
  readonly weigh: () => Promise<Memory>;
  /** Frames that workers hold. */
  readonly framesInWorkers: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openSoakPage(film: readonly StillScene[]): Promise<SoakPage> {
  const folder = await mkdtemp(join(tmpdir(), 'okay-soak-'));
  const file = join(folder, 'film.mjpeg');
  await writeFile(file, makeMjpeg(film, CHROMIUM_MJPEG_FPS));
  const site = await serveStatic({
    folders: { '/okay/': DIST },
    pages: {
      '/': `<!doctype html><title>soak</title><link rel="icon" href="data:,">
        <script src="/soak.js"></script><script type="module" src="/okay/okay-live-capture.js"></script>`,
      '/soak.js': await pageScript(new URL('page.ts', import.meta.url), 'soak'),
      '/soak-worker.js': WORKER,
      '/bare-worker.js': BARE_WORKER,
    },
  });
  const browser = await launch({
    executablePath: findBrowser(),
    // One call may wait for a photo, and the heap is weighed while the engine is busy.
    protocolTimeout: 240_000,
    args: cameraFlags(file),
  });
  const page: Page = await browser.newPage();
  await page.goto(site.origin);
  const session = await page.createCDPSession();
  return {
    run: async (expression) => (await page.evaluate(expression)) as never,
    weigh: () => weigh(page, session),
    framesInWorkers: async () => {
      const counts = await Promise.all(page.workers().map((worker) => worker.evaluate('heldFrames()')));
      return counts.reduce<number>((sum, count) => sum + Number(count), 0);
    },
    close: async () => {
      await browser.close();
      await site.close();
      await rm(folder, { recursive: true });
    },
  };
}
