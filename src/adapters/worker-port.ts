import { CaptureError } from '../core/errors.js';
import type { AnalyserReply } from '../types/messages.js';
import type { AnalyserListener, AnalyserPort } from './analyser-port.js';
import { COPY_REMEDY } from './packaged-assets.js';
import { spawnWorker } from './spawn-worker.js';
import type { StartedWorker } from './started-worker.js';

/** The worker's script was not there, or the browser refused it: another address may do. */
export class WorkerStartError extends CaptureError {
  constructor(what: string, cause: unknown) {
    super('ENGINE_FAILED', `${what}. ${COPY_REMEDY}`, { cause, recoverable: true });
  }
}

/**
 * Starts an analyser in a worker.
 *
 * @param workerUrl See `spawnWorker`.
 * @param started The worker, where it was started already.
 * @throws {WorkerStartError} where the browser refuses to start a worker at all.
 */
export function openWorkerPort(
  { onReply, onCrash }: AnalyserListener,
  workerUrl: string | undefined,
  started: StartedWorker | null = null,
): AnalyserPort {
  const worker = started?.worker ?? spawn(workerUrl);
  let isRunning = false;
  worker.addEventListener('message', ({ data }: MessageEvent<AnalyserReply>) => {
    isRunning = true;
    onReply(data);
  });
  worker.addEventListener('messageerror', () =>
    onCrash(failed(`The page could not read an answer of the face worker at ${worker.scriptUrl}.`)),
  );
  const fail = (event: ErrorEvent) => {
    event.preventDefault();
    const which = `The face worker at ${worker.scriptUrl}`;
    if (isRunning) return onCrash(failed(`${which} crashed: ${event.message}.`, event.error));
    const why =
      event.message || 'the file is missing, or worker-src of the Content-Security-Policy forbids it';
    onCrash(new WorkerStartError(`${which} did not start: ${why}`, event.error));
  };
  worker.addEventListener('error', fail);
  const { failure = null } = started ?? {};
  if (failure) queueMicrotask(() => fail(failure));
  return {
    where: 'worker',
    post: (request, transfer) => worker.postMessage(request, transfer),
    close: () => worker.terminate(),
  };
}

function spawn(workerUrl: string | undefined): ReturnType<typeof spawnWorker> {
  try {
    return spawnWorker(workerUrl);
  } catch (cause) {
    throw new WorkerStartError(`The browser refused to start the face worker: ${String(cause)}`, cause);
  }
}

function failed(message: string, cause?: unknown): CaptureError {
  return new CaptureError('ENGINE_FAILED', message, { cause, recoverable: true });
}
