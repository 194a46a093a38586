import { CaptureError } from '../core/errors.js';
import type { AnalyserReply } from '../types/messages.js';
import type { AnalyserListener, AnalyserPort } from './analyser-port.js';
import { spawnWorker } from './spawn-worker.js';

/**
 * Starts an analyser in a worker.
 *
 * @param workerUrl See `spawnWorker`.
 * @throws {CaptureError} `ENGINE_FAILED` where the browser refuses to start a worker at all.
 */
export function openWorkerPort(
  { onReply, onCrash }: AnalyserListener,
  workerUrl: string | undefined,
): AnalyserPort {
  const worker = spawn(workerUrl);
  let isRunning = false;
  worker.addEventListener('message', ({ data }: MessageEvent<AnalyserReply>) => {
    isRunning = true;
    onReply(data);
  });
  worker.addEventListener('messageerror', () =>
    onCrash(failed(`The page could not read an answer of the face worker at ${worker.scriptUrl}.`)),
  );
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const what = isRunning ? 'crashed' : 'did not start';
    const why =
      event.message || 'the file is missing, or worker-src of the Content-Security-Policy forbids it';
    onCrash(failed(`The face worker at ${worker.scriptUrl} ${what}: ${why}.`, event.error));
  });
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
    throw failed(`The browser refused to start the face worker: ${String(cause)}.`, cause);
  }
}

function failed(message: string, cause?: unknown): CaptureError {
  return new CaptureError('ENGINE_FAILED', message, { cause, recoverable: true });
}
