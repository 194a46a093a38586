import { CaptureError } from '../core/errors.js';
import type { PhaseName } from '../types/capture.js';
import type { OkayPhaseEvent } from './events.js';
import type { Session } from './session.js';

/** Phases that end a wait, well or badly. */
export interface Awaited {
  readonly good: readonly PhaseName[];
  readonly bad: readonly PhaseName[];
}

/**
 * Resolves when the phase becomes a good one.
 *
 * @throws CaptureError that stopped the flow where it becomes a bad one; an `AbortError` where the element was stopped,
 *   or the signal aborts
 */
export function waitForPhase(
  target: EventTarget,
  session: Session,
  { good, bad }: Awaited,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController();
    const settle = (done: () => void) => {
      heard.abort();
      done();
    };
    const look = (phase: PhaseName) => {
      if (good.includes(phase)) settle(resolve);
      else if (bad.includes(phase)) settle(() => reject(reason(session)));
    };
    signal?.addEventListener('abort', () => settle(() => reject(signal.reason as Error)), {
      signal: heard.signal,
    });
    const onPhase = (event: Event) => {
      // Another capture inside the host's own content would send the same event through here.
      if (event.target === target) look((event as OkayPhaseEvent).phase);
    };
    target.addEventListener('okay-phase', onPhase, { signal: heard.signal });
    if (signal?.aborted) settle(() => reject(signal.reason as Error));
  });
}

function reason({ now: { state, hint } }: Session): Error {
  if (state.phase === 'failed' || state.phase === 'blocked') return state.error;
  if (state.phase === 'idle') return new DOMException('The capture was stopped.', 'AbortError');
  if (state.phase === 'review') return new DOMException('Sending was cancelled.', 'AbortError');
  return new CaptureError('PHOTO_FAILED', 'The photo was refused: see `hint` for what the person can do.', {
    ...(hint ? { hint } : {}),
    recoverable: true,
  });
}
