/** Where tests tell the scripted worker what happens. */
export const WORKER_CHANNEL = 'scripted-worker';

export type WorkerOrder =
  | 'are-you-there'
  | 'see-face'
  | 'finish-loading'
  | 'crash'
  | 'be-silent'
  | 'lose-context'
  | 'run-out-of-memory';

/** Tells every scripted worker of this page. */
export function orderWorkers(order: WorkerOrder): void {
  const channel = new BroadcastChannel(WORKER_CHANNEL);
  channel.postMessage(order);
  channel.close();
}
