import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/chromium-flags.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import { CHROMIUM_MJPEG_FPS, makeMjpeg, type StillScene } from '../../scripts/make-mjpeg.ts';

/** A Chromium whose camera plays a film. */
export interface FilmedBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Starts Chromium with a camera that plays the scenes one after the other, and then from the start again. */
export async function browserWithCamera(film: readonly StillScene[]): Promise<FilmedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'okay-camera-'));
  // Chromium tells the format by the ending.
  const file = join(folder, 'film.mjpeg');
  await writeFile(file, makeMjpeg(film, CHROMIUM_MJPEG_FPS));
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: cameraFlags(file),
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** @param film Ends in `.mjpeg` */
export function cameraFlags(film: string): string[] {
  return [
    ...CHROMIUM_FLAGS,
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}
