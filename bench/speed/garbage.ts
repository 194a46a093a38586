import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { framesOf } from './frames.ts';
import { start, type Side } from './side.ts';
import type { Site } from './site.ts';

/** What a worker leaves to the garbage collector. */
export interface GarbageRun {
  /** Kilobytes of the worker's JavaScript heap that a frame takes, engine and all. */
  readonly kilobytes: number;
}

interface Allocations {
  readonly selfSize: number;
  readonly children: readonly Allocations[];
}

/** Bytes between two samples. */
const SAMPLING = 512;

/**
 * Samples what the worker allocates, garbage or not, once the browser has compiled what it runs: code that is not compiled well
 * makes an object of each number.
 *
 * @param warmUpMs Some 10 s are needed for all of it.
 */
export async function measureGarbage(
  browser: Browser,
  site: Site,
  side: Side,
  { warmUpMs, measureMs }: { readonly warmUpMs: number; readonly measureMs: number },
): Promise<GarbageRun> {
  const page = await browser.newPage();
  try {
    await page.goto(site.server.origin + side.path);
    await start(page, side, { isTimed: true });
    const ask = await workerOf(page);
    await sleep(warmUpMs);
    const before = (await framesOf(page, side)).length;
    await ask('HeapProfiler.startSampling', {
      samplingInterval: SAMPLING,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    await sleep(measureMs);
    const { profile } = (await ask('HeapProfiler.stopSampling')) as { profile: { head: Allocations } };
    const frames = (await framesOf(page, side)).length - before;
    if (frames === 0) throw new Error(`${side.name}: no frame was analysed in ${measureMs} ms.`);
    return { kilobytes: bytesOf(profile.head) / frames / 1024 };
  } finally {
    await page.close();
  }
}

function bytesOf({ selfSize, children }: Allocations): number {
  return children.reduce((sum, child) => sum + bytesOf(child), selfSize);
}

type Ask = (method: string, params?: object) => Promise<unknown>;

interface Answer {
  /** Of the question. */
  readonly id: number;
  readonly result?: unknown;
  readonly error?: object;
}

/** Talks to the debugger of the page's worker. */
async function workerOf(page: Page): Promise<Ask> {
  const debug = await page.context().newCDPSession(page);
  const sessionId = await attached(debug);
  const pending = new Map<number, (answer: Answer) => void>();
  debug.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    pending.get(answer.id)?.(answer);
  });
  let lastId = 0;
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, ({ result, error }) => {
        if (error) reject(new Error(`The worker's debugger refused ${method}: ${JSON.stringify(error)}`));
        else resolve(result);
      });
      const message = JSON.stringify({ id, method, params });
      debug.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

function attached(debug: CDPSession): Promise<string> {
  return new Promise((resolve, reject) => {
    debug.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
    // Not flattened: Playwright itself listens to those that are.
    const how = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
    debug.send('Target.setAutoAttach', how).catch(reject);
  });
}
