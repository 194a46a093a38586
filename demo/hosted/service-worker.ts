import { ownsPath } from '../emulator/owned-paths.ts';
import type { CaughtRequest, ClaimPages, PageAnswer, RequestAborted } from './messages.ts';

/**
 * Catches what the page sends to the emulator's paths, so that no server is needed, and hands it to the emulator in that
 * page. The emulator does not live here: browsers end a worker that was idle for half a minute, and would forget what it
 * was told to answer next.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { kind } = event.data as ClaimPages;
  if (kind === 'claim') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const path = pathInFolder(event.request.url, self.registration.scope);
  if (path !== null && ownsPath(path)) event.respondWith(askPage(event, path));
});

/** Null where the address is not in the folder that the demo is served from. */
function pathInFolder(address: string, folder: string): string | null {
  return address.startsWith(folder)
    ? new URL(address).pathname.slice(new URL(folder).pathname.length - 1)
    : null;
}

async function askPage({ clientId, request }: FetchEvent, path: string): Promise<Response> {
  const page = await self.clients.get(clientId);
  if (!page) {
    return new Response('The emulator runs in the page of the demo and answers that page only.', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const isBodiless = request.method === 'GET' || request.method === 'HEAD';
  const body = isBodiless ? null : await request.arrayBuffer();
  const caught: CaughtRequest = {
    kind: 'request',
    path,
    method: request.method,
    headers: [...request.headers],
    body,
  };
  const { port1: port, port2: pagePort } = new MessageChannel();
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<PageAnswer>) => {
      port.close();
      resolve(responseOf(data));
    };
    request.signal.addEventListener('abort', () => {
      port.postMessage({ kind: 'aborted' } satisfies RequestAborted);
      port.close();
      resolve(Response.error());
    });
    page.postMessage(caught, body ? [pagePort, body] : [pagePort]);
  });
}

function responseOf(answer: PageAnswer): Response {
  switch (answer.kind) {
    case 'answer': {
      const { status, headers, body } = answer;
      return new Response(body.byteLength > 0 ? body : null, { status, headers });
    }
    case 'broken':
      return Response.error();
    default:
      return answer satisfies never;
  }
}
