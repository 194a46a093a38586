import type { Browser } from 'playwright-core';
import type { Durations } from './page/step-answer.ts';
import type {} from './page/steps.ts';
import type { Site } from './site.ts';
import { quantile } from './statistics.ts';
import { within } from './within.ts';

/** One step of what the worker does with a frame, milliseconds. */
export interface StepRow {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
}

/** Frames until the browser has compiled what it runs. */
const WARM_UP = 60;
const FRAMES = 300;
const STEPS_MS = 120_000;

/** Times every step of a frame in a worker that does the same as the element's. */
export async function measureSteps(browser: Browser, site: Site): Promise<StepRow[]> {
  const page = await browser.newPage();
  try {
    await page.goto(`${site.server.origin}/steps`);
    const all: readonly Durations[] = await within(
      STEPS_MS,
      'The steps',
      page.evaluate((count) => window.steps(count), WARM_UP + FRAMES),
    );
    const frames = all.slice(WARM_UP);
    return Object.keys(frames[0] ?? {}).map((name) => {
      const values = frames.map((durations) => durations[name] ?? NaN);
      return { name, median: quantile(values, 0.5), p95: quantile(values, 0.95) };
    });
  } finally {
    await page.close();
  }
}
