import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for the kernel to keep it, short against a frame on a slow device. */
const PERIOD_MS = 24;

/**
 * Slows a process with all its threads by stopping it for most of the time. Chromium's own CPU throttling slows the
 * page's thread alone, and the engine runs in a worker.
 *
 * @param factor 6 leaves the process a sixth of its time
 * @returns ends it
 */
export function slowDown(processId: number, factor: number): () => Promise<void> {
  let isOver = false;
  const throttling = (async () => {
    while (!isOver) {
      process.kill(processId, 'SIGSTOP');
      await sleep(PERIOD_MS - PERIOD_MS / factor);
      process.kill(processId, 'SIGCONT');
      await sleep(PERIOD_MS / factor);
    }
  })();
  return async () => {
    isOver = true;
    await throttling;
  };
}
