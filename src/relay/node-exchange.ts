import { createNodeBody } from './node-body.js';
import type { NodeRequest, NodeResponse } from './node-types.js';
import type { Relay } from './options.js';
import { refusal, refusalAnswer } from './refusal.js';

/** How much of a refused upload is let in before the refusal is sent: who is cut off never sees it. */
const MAX_DRAINED_BYTES = 20_000_000;
const MAX_DRAIN_MS = 10_000;
const UPLOAD_TIMEOUT_STATUS = 408;

/**
 * Carries one request from a Node server to the relay and the answer back. A client that leaves aborts the
 * request's signal, and with it the call to the vendor.
 *
 * @throws {TypeError} where the body was read before.
 * @throws what the relay's promise rejects with.
 */
export async function exchangeOverNode<Incoming extends NodeRequest>(
  relay: Relay<Incoming>,
  incoming: Incoming,
  outgoing: NodeResponse,
  path: string,
): Promise<void> {
  if (incoming.readableDidRead) {
    throw new TypeError(
      'The relay got a request whose body was read before. Mount it before express.json() and other body parsers.',
    );
  }
  const life = new AbortController();
  const leave = () => {
    if (!outgoing.writableFinished) life.abort();
  };
  outgoing.once('close', leave);
  const body = createNodeBody(incoming, leave);
  const request = requestOf(incoming, path, body.stream, life.signal);
  const answer = request ? await relay(request, incoming) : methodNotAllowed();
  if (answer.status !== UPLOAD_TIMEOUT_STATUS) await body.drain(MAX_DRAINED_BYTES, MAX_DRAIN_MS);
  await send(answer, incoming, outgoing);
}

/** Null where the request is one that the web does not allow: a `TRACE`, say. */
function requestOf(
  { method = 'GET', headers }: NodeRequest,
  path: string,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Request | null {
  const isBodiless = method === 'GET' || method === 'HEAD';
  const init: RequestInit & { duplex?: 'half' } = {
    method,
    headers: headersOf(headers),
    signal,
    ...(isBodiless ? {} : { body, duplex: 'half' }),
  };
  const url = urlOf(headers, path);
  try {
    return new Request(url, init);
  } catch {
    return null;
  }
}

function headersOf(record: NodeRequest['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(record)) {
    // HTTP/2 has its method and path among the headers, with a colon before their names.
    if (value === undefined || name.startsWith(':')) continue;
    for (const one of typeof value === 'string' ? [value] : value) headers.append(name, one);
  }
  return headers;
}

/** The host is what the client says it is, and is compared with `Origin` only. */
function urlOf(headers: NodeRequest['headers'], path: string): URL {
  const host = headers['host'] ?? headers[':authority'];
  const base = `http://${typeof host === 'string' ? host : ''}`;
  const known = URL.canParse(base) ? new URL(base) : new URL('http://relay.invalid');
  const url = new URL('/', known.origin);
  const [pathname = '/', ...query] = path.split('?');
  if (pathname.startsWith('/')) url.pathname = pathname;
  url.search = query.join('?');
  return url;
}

function methodNotAllowed(): Response {
  return refusalAnswer(refusal('RELAY_METHOD_NOT_ALLOWED', 'Only POST is answered.'), { allow: 'POST' });
}

async function send(answer: Response, incoming: NodeRequest, outgoing: NodeResponse): Promise<void> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (outgoing.destroyed) return;
  outgoing.statusCode = answer.status;
  for (const [name, value] of answer.headers) outgoing.setHeader(name, value);
  outgoing.setHeader('content-length', bytes.length);
  // What is still on its way must not be taken for the next request.
  if (!incoming.complete && incoming.httpVersionMajor === 1) outgoing.setHeader('connection', 'close');
  outgoing.end(bytes);
}
