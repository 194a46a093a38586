import type { Page } from 'playwright-core';
import type { Start, StartOptions } from './page/page-start.ts';
import { hasGoogleBundle } from './site.ts';

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
const BARE_GOOGLE: Side = { ...BARE_WORKER, name: 'bare engine, worker, Google’s model', modelUrl: GOOGLES };

/** All that are there to be measured: those with Google's model only where its bundle is. */
export const SIDES: readonly Side[] = [
  ELEMENT,
  BARE_WORKER,
  BARE_PAGE,
  ...(hasGoogleBundle ? [ELEMENT_GOOGLE, BARE_GOOGLE] : []),
];

/** Starts camera and engine on an opened page and waits for the first word about a frame. */
export function start(page: Page, { modelUrl }: Side, options: Partial<StartOptions> = {}): Promise<Start> {
  const all: StartOptions = {
    modelUrl,
    isTimed: false,
    isEndless: true,
    isReviewed: false,
    posts: null,
    ...options,
  };
  return page.evaluate((given) => window.begin(given), all);
}
