import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { start, type Side } from './side.ts';
import type { Site } from './site.ts';
import { quantile } from './statistics.ts';

/** What one run of a side tells about frames, milliseconds each unless said otherwise. */
export interface FrameRun {
  /** Analysed frames in each second. */
  readonly fps: number;
  /** Median length of the landmark library's own call. */
  readonly engine: number;
  /** Median time of a frame in the worker and on the page together; the engine's call alone on a bare page. */
  readonly frame: number;
  /** What the worker does beside the engine's call. */
  readonly beyond: number;
  readonly beyondP95: number;
  /** Time that the page's thread is at work, and that scripts take of it, for each analysed frame. */
  readonly mainTask: number;
  readonly mainScript: number;
  /** Tasks of the page's thread over 50 ms. */
  readonly longTasks: number;
}

export interface Period {
  readonly warmUpMs: number;
  readonly measureMs: number;
}

interface Measure {
  readonly name: string;
  readonly startTime: number;
  readonly duration: number;
}

/** Runs a side for a while and measures every frame in it. */
export async function measureFrames(
  browser: Browser,
  site: Site,
  side: Side,
  period: Period,
): Promise<FrameRun> {
  const page = await browser.newPage();
  try {
    await page.goto(site.server.origin + side.path);
    await start(page, side, { isTimed: true });
    return await watchFrames(page, side, period);
  } finally {
    await page.close();
  }
}

/** Measures the frames of a page that has been started. */
export async function watchFrames(
  page: Page,
  side: Side,
  { warmUpMs, measureMs }: Period,
): Promise<FrameRun> {
  await sleep(warmUpMs);
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable', { timeDomain: 'threadTicks' });
  await clearMeasures(page);
  const since = await page.evaluate(() => performance.now());
  const before = await busySeconds(debug);
  const from = performance.now();
  await sleep(measureMs);
  const after = await busySeconds(debug);
  const seconds = (performance.now() - from) / 1000;
  const frames = await framesOf(page, side);
  const longTasks = await page.evaluate(
    (start) => window.longTasks.filter(({ startTime }) => startTime >= start).length,
    since,
  );
  const count = frames.length;
  if (count === 0) throw new Error(`${side.name}: no frame was analysed in ${seconds} s.`);
  const beyond = frames.map(({ whole, engine }) => whole - engine);
  const mainScript = (1000 * (after.script - before.script)) / count;
  const whole = quantile(
    frames.map((frame) => frame.whole),
    0.5,
  );
  return {
    fps: count / seconds,
    engine: quantile(
      frames.map(({ engine }) => engine),
      0.5,
    ),
    frame: side.where === 'worker' ? whole + mainScript : whole,
    beyond: quantile(beyond, 0.5),
    beyondP95: quantile(beyond, 0.95),
    mainTask: (1000 * (after.task - before.task)) / count,
    mainScript,
    longTasks,
  };
}

type Debug = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>;

async function busySeconds(debug: Debug): Promise<{ task: number; script: number }> {
  const { metrics } = await debug.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { task: valueOf('TaskDuration'), script: valueOf('ScriptDuration') };
}

/** Something that runs a function in the browser: a page or a worker. */
interface Realm {
  evaluate<Result>(run: () => Result): Promise<Result>;
}

function realmsOf(page: Page): Realm[] {
  return [page, ...page.workers()];
}

async function clearMeasures(page: Page): Promise<void> {
  for (const realm of realmsOf(page)) await realm.evaluate(() => performance.clearMeasures());
}

export interface FrameTimes {
  readonly whole: number;
  readonly engine: number;
}

/** Times of the frames that were analysed so far. */
export async function framesOf(page: Page, { where }: Side): Promise<FrameTimes[]> {
  const measured = await Promise.all(realmsOf(page).map((realm) => realm.evaluate(readMeasures)));
  return measured.flatMap((measures) => {
    const engine = measures.filter(({ name }) => name === 'engine');
    if (where === 'page') return engine.map(({ duration }) => ({ whole: duration, engine: duration }));
    return measures
      .filter(({ name }) => name === 'frame')
      .map(({ startTime, duration: whole }) => {
        const call = engine.find((one) => one.startTime >= startTime && one.startTime < startTime + whole);
        return { whole, engine: call?.duration ?? 0 };
      });
  });
}

/** Runs in the browser. */
function readMeasures(): Measure[] {
  return performance
    .getEntriesByType('measure')
    .map(({ name, startTime, duration }) => ({ name, startTime, duration }));
}
