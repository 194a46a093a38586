import { Worker } from 'node:worker_threads';
import { MAX_INPUT_BYTES } from './mutate.ts';
import type { FuzzJob, FuzzNews } from './protocol.ts';

/** An input of 4 kB is read in well under a millisecond: what takes this long does not end. */
const HANG_MS = 5000;
const LOOK_MS = 500;
const HEAP_LIMIT_MB = 256;

/** Threads do not inherit the loader of TypeScript. */
const START = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => (register(), import(workerData.script)));
`;

export interface FuzzReport {
  readonly executions: number;
  /** Blocks that the seeds reached, and that were reached in the end. */
  readonly blocks: { readonly atFirst: number; readonly atLast: number };
  readonly corpus: number;
  readonly peakMB: { readonly rss: number; readonly heap: number; readonly buffers: number };
  /** What went wrong, with the input that did it; null where nothing did. */
  readonly finding: { readonly what: string; readonly input: Uint8Array } | null;
}

/** Fuzzes one target in a thread of its own, until the time is over or something is found. */
export function fuzzTarget(
  name: string,
  seconds: number,
  seed: number,
  onNews: (news: FuzzNews) => void,
): Promise<FuzzReport> {
  const shared = new SharedArrayBuffer(8 + MAX_INPUT_BYTES);
  const counter = new Int32Array(shared, 0, 2);
  const job: FuzzJob = { name, seconds, seed, shared };
  const worker = new Worker(START, {
    eval: true,
    workerData: { ...job, script: import.meta.resolve('./fuzz.worker.ts') },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
  const seen: FuzzNews[] = [];
  let [lastCount, changedAt] = [0, performance.now()];

  return new Promise((resolve) => {
    const finish = (what: string | null) => {
      clearInterval(watch);
      const input = new Uint8Array(shared, 8).slice(0, Atomics.load(counter, 1));
      void worker.terminate();
      resolve(reportOf(seen, what === null ? null : { what, input }));
    };
    const watch = setInterval(() => {
      const count = Atomics.load(counter, 0);
      if (count !== lastCount || seen.length === 0) [lastCount, changedAt] = [count, performance.now()];
      else if (performance.now() - changedAt > HANG_MS) finish(`no end after ${HANG_MS} ms`);
    }, LOOK_MS);
    worker.on('message', (news: FuzzNews) => {
      seen.push(news);
      onNews(news);
      if (news.kind === 'done') finish(null);
    });
    worker.on('error', (error) => finish(String(error.stack ?? error)));
  });
}

function reportOf(seen: readonly FuzzNews[], finding: FuzzReport['finding']): FuzzReport {
  const [first, last] = [seen[0], seen.at(-1)];
  const peakMB = (of: keyof FuzzNews['memory']) =>
    Math.round(Math.max(0, ...seen.map(({ memory }) => memory[of])) / 1e6);
  return {
    executions: last?.executions ?? 0,
    blocks: { atFirst: first?.blocks ?? 0, atLast: last?.blocks ?? 0 },
    corpus: last?.corpus ?? 0,
    peakMB: { rss: peakMB('rss'), heap: peakMB('heapUsed'), buffers: peakMB('arrayBuffers') },
    finding,
  };
}
