import type { Page } from 'playwright-core';
import type { Start, StartOptions } from './page/page-start.ts';
import { hasGoogleBundle } from './site.ts';
import { within } from './within.ts';

/** Who finds the face. */
export interface Side {
  readonly name: string;
  readonly path: string;
  /** Where frames are analysed. */
  readonly where: 'worker' | 'page';
  /** Default: our own */
  readonly modelUrl?: string;
}

const GOOGLES = '/google/face_landmarker.google.task';

export const ELEMENT: Side = { name: 'element', path: '/element', where: 'worker' };
export const BARE_WORKER: Side = { name: 'bare engine, worker', path: '/bare', where: 'worker' };
export const BARE_PAGE: Side = { name: 'bare engine, main thread', path: '/bare?on-page', where: 'page' };
const ELEMENT_GOOGLE: Side = { ...ELEMENT, name: 'element, Google’s model', modelUrl: GOOGLES };
export const BARE_GOOGLE: Side = {
  ...BARE_WORKER,
  name: 'bare engine, worker, Google’s model',
  modelUrl: GOOGLES,
};

/** All that are there to be measured: those with Google's model only where its bundle is. */
export const SIDES: readonly Side[] = [
  ELEMENT,
  BARE_WORKER,
  BARE_PAGE,
  ...(hasGoogleBundle ? [ELEMENT_GOOGLE, BARE_GOOGLE] : []),
];

/** A slowed device takes its time. */
const START_MS = 40_000;

/**
 * Starts camera and engine on an opened page and waits for the first word about a frame.
 *
 * @throws {Error} that says how far it got, where that word does not come
 */
export async function start(
  page: Page,
  { name, modelUrl }: Side,
  options: Partial<StartOptions> = {},
): Promise<Start> {
  const all: StartOptions = {
    modelUrl,
    isTimed: false,
    isEndless: true,
    isReviewed: false,
    posts: null,
    ...options,
  };
  // A page in the back gets no pictures.
  await page.bringToFront();
  const begun = page.evaluate((given) => window.begin(given), all);
  try {
    return await within(START_MS, 'the first word about a frame', begun);
  } catch (cause) {
    const reached = await within(
      1000,
      'the page',
      page.evaluate(() => window.reached),
    ).catch(() => ['nothing is known']);
    throw new Error(`${name} did not start; it got as far as: ${reached.join(', ') || 'nothing'}.`, {
      cause,
    });
  }
}
