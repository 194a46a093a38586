/** What a request waits for; a time limit that passes is the fault of whoever it waits for. */
export type Stage = 'host' | 'upload' | 'vendor';

/** How long one exchange may last: until its client leaves or its time is up. */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** Null while neither has happened. */
  readonly endedBy: () => 'client' | 'time' | null;
  /** The promise's own outcome, or a rejection as soon as the lifetime ends. */
  readonly within: <T>(work: Promise<T> | T) => Promise<T>;
  /** Must be called when the exchange is over. */
  readonly release: () => void;
}

/** @param client aborted when the client goes away */
export function startLifetime(
  client: AbortSignal,
  timeoutMs: number,
  schedule: (run: () => void, delayMs: number) => () => void,
): Lifetime {
  const controller = new AbortController();
  let endedBy: 'client' | 'time' | null = null;
  const end = (by: 'client' | 'time') => {
    endedBy ??= by;
    controller.abort();
  };
  const leave = () => end('client');
  if (client.aborted) leave();
  client.addEventListener('abort', leave, { once: true });
  const cancel = schedule(() => end('time'), timeoutMs);
  const { signal } = controller;
  return {
    signal,
    endedBy: () => endedBy,
    within: (work) => untilAborted(work, signal),
    release() {
      cancel();
      client.removeEventListener('abort', leave);
    },
  };
}

function untilAborted<T>(work: Promise<T> | T, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    Promise.resolve(work)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
