import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import { decodeWithBrowser } from './browser-decoder.ts';
import type { CaughtRequest, ClaimPages, PageAnswer, RequestAborted } from './messages.ts';

/** Beside the page, since a service worker sees what is in its own folder and below. */
const SCRIPT = 'emulator-worker.js';
/** Far longer than any browser needs to start a small script. */
const PATIENCE_MS = 15_000;

/**
 * Runs the emulator in this page, and has a service worker bring it what the page sends to the emulator's paths below
 * the page's own folder.
 *
 * @returns once every such request reaches the emulator
 * @throws Error that says why there can be none
 */
export async function hostEmulator(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('This browser runs no service worker here: leave the private window, and use https.');
  }
  const { serviceWorker } = navigator;
  const emulator = createEmulator({ decode: decodeWithBrowser });
  serviceWorker.addEventListener('message', ({ data, ports: [port] }: MessageEvent<CaughtRequest>) => {
    if (port) void answer(emulator, data, port);
  });
  serviceWorker.startMessages();
  await serviceWorker.register(new URL(SCRIPT, document.baseURI), { updateViaCache: 'none' });
  await controlled(serviceWorker);
}

/** A page that was there before the worker, or was reloaded past it, is not controlled until the worker claims it. */
function controlled(serviceWorker: ServiceWorkerContainer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (serviceWorker.controller) resolve();
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    void serviceWorker.ready.then(({ active }) =>
      active?.postMessage({ kind: 'claim' } satisfies ClaimPages),
    );
    setTimeout(() => reject(new Error('The service worker does not start: reload the page.')), PATIENCE_MS);
  });
}

async function answer(
  { handle }: Emulator,
  { path, method, headers, body }: CaughtRequest,
  port: MessagePort,
): Promise<void> {
  const life = new AbortController();
  port.onmessage = ({ data }: MessageEvent<RequestAborted>) => {
    if (data.kind === 'aborted') life.abort();
  };
  const response = await handle(
    new Request(new URL(path, location.origin), {
      method,
      headers,
      body,
      signal: life.signal,
    }),
  ).catch((cause: unknown) => {
    reportError(cause);
    return Response.error();
  });
  if (response.type === 'error') {
    port.postMessage({ kind: 'broken' } satisfies PageAnswer);
    return;
  }
  const bytes = await response.arrayBuffer();
  const told: PageAnswer = {
    kind: 'answer',
    status: response.status,
    headers: [...response.headers],
    body: bytes,
  };
  port.postMessage(told, [bytes]);
}
