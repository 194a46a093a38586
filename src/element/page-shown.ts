import type { Services } from './services.js';

/**
 * Waits until the page is seen: no camera runs behind another tab.
 *
 * @throws the reason of the signal's abort
 */
export async function pageShown({ isHidden }: Services, signal: AbortSignal): Promise<void> {
  while (isHidden()) {
    await new Promise<void>((resolve, reject) => {
      document.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  }
}
