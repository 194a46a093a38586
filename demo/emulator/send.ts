import type { Answer } from './answer.ts';

/** On every answer, so that nobody takes it for the vendor's. */
const MARK = { 'x-okayface-emulator': 'scores are constants, not measurements' } as const;

/**
 * Turns an answer into a `Response`, after its delay.
 *
 * @param signal the request's: a client that has gone away ends the wait
 * @returns a network error (`Response.error()`) where the connection is to break
 */
export async function send(answer: Answer, signal: AbortSignal): Promise<Response> {
  if (answer.kind === 'hang') {
    await aborted(signal);
    return Response.error();
  }
  if (answer.delayMs > 0) await elapsed(answer.delayMs, signal);
  if (answer.kind === 'drop') return Response.error();
  if (signal.aborted) return Response.error();
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      ...MARK,
      'content-type': answer.contentType,
      'cache-control': 'no-store',
      ...(answer.reason === null ? {} : { 'x-okayface-emulator-reason': answer.reason }),
    },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function elapsed(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, delayMs);
    signal.addEventListener('abort', finish, { once: true });
    if (signal.aborted) finish();
  });
}
