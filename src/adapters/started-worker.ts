import { spawnWorker, type LandmarkerWorker } from './spawn-worker.js';

/** A worker that was started before anybody listens to it. */
export interface StartedWorker {
  readonly worker: LandmarkerWorker;
  /** What it failed with until now. */
  readonly failure: ErrorEvent | null;
}

/**
 * Starts the landmark worker, which takes some time, while what talks to it is still being fetched.
 *
 * @param workerUrl See `spawnWorker`.
 * @param signal Ends it.
 * @returns null where the browser refuses to: whoever starts it anew is told why
 */
export function startWorker(workerUrl: string | undefined, signal: AbortSignal): StartedWorker | null {
  try {
    const started = { worker: spawnWorker(workerUrl), failure: null as ErrorEvent | null };
    started.worker.addEventListener('error', (event) => {
      event.preventDefault();
      started.failure ??= event;
    });
    signal.addEventListener('abort', () => started.worker.terminate(), { once: true });
    return started;
  } catch {
    return null;
  }
}
