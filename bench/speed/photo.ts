import type { Browser } from 'playwright-core';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import type {} from './page/element.ts';
import { ELEMENT, start } from './side.ts';
import type { Site } from './site.ts';
import { within } from './within.ts';

/** What one capture tells, milliseconds. */
export interface PhotoRun {
  /** From the first frame that passed every guard, as the camera gave it, to the accepted photo. */
  readonly goodToPhoto: number;
  /** From the accepted photo to the request at the server. */
  readonly photoToRequest: number;
  readonly width: number;
  readonly height: number;
  readonly longTasks: number;
}

const PHOTO_MS = 30_000;
const ENDPOINT = '/api/ekyc/okaylive';

/** Lets the element take and post one photo. */
export async function measurePhoto(browser: Browser, site: Site): Promise<PhotoRun> {
  const page = await browser.newPage();
  try {
    await page.goto(`${site.server.origin}${ELEMENT.path}?upright`);
    const photo = page.evaluate(() => window.photo());
    const arrived = page.waitForResponse((response) => response.url().endsWith(ENDPOINT));
    const { firstHintAt } = await start(page, ELEMENT, { isEndless: false, posts: DEMO_JOURNEY_ID });
    const { timeOrigin, goodAt, photoAt, width, height } = await within(PHOTO_MS, 'the photo', photo);
    await within(PHOTO_MS, 'the request', arrived);
    const requestAt = site.arrivedAt.get(ENDPOINT) ?? NaN;
    const longTasks = await page.evaluate(
      ([from, to]) => window.longTasks.filter(({ startTime }) => startTime >= from && startTime < to).length,
      [firstHintAt, photoAt] as const,
    );
    return {
      goodToPhoto: photoAt - goodAt,
      photoToRequest: requestAt - (timeOrigin + photoAt),
      width,
      height,
      longTasks,
    };
  } finally {
    await page.close();
  }
}
