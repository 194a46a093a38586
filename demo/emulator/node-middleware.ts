import type { IncomingMessage, ServerResponse } from 'node:http';
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
import { decodeWithSharp } from './node-decoder.ts';

/** Larger than any limit that the emulator itself minds, so that its own refusals can be seen. */
const MAX_BODY_BYTES = 20_000_000;

type Next = (error?: unknown) => void;
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** An emulator that decodes images with `sharp`. */
export function createNodeEmulator(options: Omit<EmulatorOptions, 'decode'> = {}): Emulator {
  return createEmulator({ ...options, decode: decodeWithSharp });
}

/**
 * Puts a web-standard handler in front of a Node server.
 *
 * A body over 20 MB is answered with 413 and a web page, as a proxy does; a method that the web forbids with
 * 400. A client that goes away in mid-upload is forgotten; one that goes away later aborts the request's
 * signal.
 *
 * @param handle given every request whose path `owns` claims; others go to `next`, as does an error
 */
export function nodeMiddleware(
  handle: (request: Request) => Promise<Response>,
  owns: (path: string) => boolean,
): Middleware {
  return (incoming, outgoing, next) => {
    const url = urlOf(incoming);
    if (!owns(url.pathname)) {
      next();
      return;
    }
    serve(handle, url, incoming, outgoing).catch(next);
  };
}

async function serve(
  handle: (request: Request) => Promise<Response>,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await bodyOf(incoming);
  if (body === 'gone') return;
  if (body === 'too-large') {
    plain(outgoing, 413, 'Request Entity Too Large');
    return;
  }
  const life = new AbortController();
  outgoing.once('close', () => life.abort());
  const request = requestOf(url, incoming, body, life.signal);
  if (!request) {
    plain(outgoing, 400, 'Bad Request');
    return;
  }
  await respond(await handle(request), outgoing);
}

/** The host does not matter to the emulator, and what the client calls it may be anything. */
function urlOf({ url = '/' }: IncomingMessage): URL {
  return new URL(`http://emulator.invalid${url.startsWith('/') ? '' : '/'}${url}`);
}

type Body = Buffer<ArrayBuffer> | 'gone' | 'too-large';

function bodyOf(incoming: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) chunks.length = 0;
      else chunks.push(chunk);
    });
    // Answering before the end would break the upload, and the client would see that instead of the answer.
    incoming.once('end', () => resolve(length > MAX_BODY_BYTES ? 'too-large' : Buffer.concat(chunks)));
    incoming.once('error', () => resolve('gone'));
    incoming.once('close', () => resolve('gone'));
  });
}

/** Null where the request is one that the web does not allow: a `TRACE`, say. */
function requestOf(
  url: URL,
  { method = 'GET', headersDistinct }: IncomingMessage,
  body: Buffer<ArrayBuffer>,
  signal: AbortSignal,
): Request | null {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const bodiless = method === 'GET' || method === 'HEAD';
  try {
    return new Request(url, { method, headers, signal, ...(bodiless ? {} : { body }) });
  } catch {
    return null;
  }
}

async function respond(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    // Browsers quietly send a request again when a connection that was used before breaks without a byte.
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': 2 });
    outgoing.write('{', () => outgoing.destroy());
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  if (outgoing.destroyed) return;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(body);
}

function plain(outgoing: ServerResponse, status: number, title: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  outgoing.end(`<!doctype html><title>${status} ${title}</title><h1>${status} ${title}</h1>`);
}
