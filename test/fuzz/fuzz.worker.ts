import { parentPort, workerData } from 'node:worker_threads';
import { Coverage } from './coverage.ts';
import { MAX_INPUT_BYTES, mutate } from './mutate.ts';
import { seededRandom } from './random.ts';
import type { FuzzJob, FuzzNews } from './protocol.ts';
import { TARGETS, type FuzzTarget } from './targets.ts';

/** Counting coverage takes as long as trying hundreds of inputs, so that it is counted for many at once; for the more,
 * the rarer something new becomes. */
const BATCH = { smallest: 32, largest: 4096 };
const NEWS_MS = 1000;

const { name, seconds, seed, shared } = workerData as FuzzJob;
const target = TARGETS.find((one) => one.name === name);
if (!target) throw new RangeError(`There is no target ${name}.`);
fuzz(target);

function fuzz({ run, sources, seeds, words }: FuzzTarget): void {
  const random = seededRandom(seed);
  const coverage = new Coverage(sources);
  const [counter, current] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, 8)];
  const corpus = seeds().map((bytes) => bytes.subarray(0, MAX_INPUT_BYTES));
  let executions = 0;

  const execute = (input: Uint8Array) => {
    // Where the parent finds it, should this call not come back.
    current.set(input);
    counter[1] = input.length;
    Atomics.add(counter, 0, 1);
    executions += 1;
    run(input);
  };
  const tell = (kind: FuzzNews['kind']) => {
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const memory = { rss, heapUsed, arrayBuffers };
    parentPort?.postMessage({ kind, executions, blocks: coverage.blocks, corpus: corpus.length, memory });
  };

  /** Finds the inputs that reach something new, by halves. */
  const keepNew = (inputs: readonly Uint8Array[]): boolean => {
    inputs.forEach(execute);
    if (coverage.peek() === 0) return false;
    const [first, ...others] = inputs;
    if (first && others.length === 0) {
      execute(first);
      coverage.take();
      corpus.push(first);
    } else {
      keepNew(inputs.slice(0, inputs.length / 2));
      keepNew(inputs.slice(inputs.length / 2));
    }
    return true;
  };

  corpus.forEach(execute);
  coverage.take();
  tell('news');
  const end = performance.now() + seconds * 1000;
  let toldAt = performance.now();
  let size = BATCH.smallest;
  while (performance.now() < end) {
    const batch = Array.from({ length: size }, () => mutate(random.of(corpus), { corpus, words, random }));
    size = keepNew(batch) ? BATCH.smallest : Math.min(2 * size, BATCH.largest);
    if (performance.now() - toldAt < NEWS_MS) continue;
    toldAt = performance.now();
    tell('news');
  }
  tell('done');
}
