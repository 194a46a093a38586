import { isCaptureError, type CaptureError } from '../core/errors.js';
import { retryWait } from '../okayface/retry.js';
import type { Answer } from '../okayface/response.js';
import type { Services } from './services.js';

/** What keeps the answer waiting, while the request is tried by itself. */
export type SendingTrouble = 'offline' | 'retrying' | null;

export interface PersistentOptions {
  readonly services: Pick<Services, 'sleep' | 'isOffline' | 'whenOnline' | 'random'>;
  readonly signal: AbortSignal;
  readonly onTrouble: (trouble: SendingTrouble) => void;
  /** A try failed and another one follows; `maybeSent` says whether the server may have taken it all the same. */
  readonly onRetry: (error: CaptureError) => void;
}

/**
 * Sends until there is an answer: waits for the network, and tries again what passes by itself.
 *
 * @throws what the last try threw; the abort reason when the signal aborts
 */
export async function sendPersistently(
  send: () => Promise<Answer>,
  { services, signal, onTrouble, onRetry }: PersistentOptions,
): Promise<Answer> {
  for (let retry = 0; ; retry += 1) {
    if (services.isOffline()) {
      onTrouble('offline');
      await services.whenOnline(signal);
    }
    onTrouble(retry > 0 ? 'retrying' : null);
    try {
      return await send();
    } catch (error) {
      signal.throwIfAborted();
      const wait = isCaptureError(error) ? retryWait(error, retry, services.random()) : null;
      if (wait === null || !isCaptureError(error)) throw error;
      onRetry(error);
      onTrouble('retrying');
      await services.sleep(wait, signal);
    }
  }
}
