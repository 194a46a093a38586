import { createReadStream, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { withMaximumPages } from './small-memory.ts';

/** Addresses under here are broken on purpose: `endpoint/<fault>` and `assets/<fault>/<path>`. */
export const BROKEN = '/__broken/';

const ASSETS = fileURLToPath(new URL('../../public/mediapipe/', import.meta.url));
const SLOW_BYTES_A_SECOND = 50_000;
const LARGE_ANSWER_BYTES = 20_000_000;

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** What an endpoint can do beside what the emulator's switches say. */
const ENDPOINTS: Readonly<Record<string, Serve>> = {
  'cut-upload': (request) => void request.once('data', () => request.socket.destroy()),
  'busy-429': answer(429, { 'content-type': 'text/plain', 'retry-after': '7' }, 'Too many requests'),
  'busy-503': answer(503, { 'content-type': 'text/html' }, '<h1>Service unavailable</h1>'),
  'wrong-type': answer(200, { 'content-type': 'image/png' }, '\x89PNG\r\n\x1a\n'),
  'large-answer': (request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      Readable.from(blanks(LARGE_ANSWER_BYTES)).pipe(response);
    });
  },
};

/** How files of the engine can arrive. */
const ASSET_FAULTS: Readonly<Record<string, (path: string) => Uint8Array | 'slow' | 'missing'>> = {
  'wasm-404': (path) => (path.endsWith('.wasm') ? 'missing' : whole(path)),
  'model-404': (path) => (path.endsWith('.task') ? 'missing' : whole(path)),
  'wasm-truncated': (path) => (path.endsWith('.wasm') ? half(path) : whole(path)),
  'model-truncated': (path) => (path.endsWith('.task') ? half(path) : whole(path)),
  'wasm-altered': (path) => (path.endsWith('.wasm') ? altered(path) : whole(path)),
  'model-altered': (path) => (path.endsWith('.task') ? altered(path) : whole(path)),
  'loader-altered': (path) => (path.endsWith('.js') ? altered(path) : whole(path)),
  // Enough for neither loading the model nor, the second, for frames with a face.
  'memory-for-nothing': (path) => (path.endsWith('.wasm') ? withMaximumPages(whole(path), 300) : whole(path)),
  'memory-for-loading': (path) => (path.endsWith('.wasm') ? withMaximumPages(whole(path), 419) : whole(path)),
  slow: () => 'slow',
  whole: (path) => whole(path),
};

/** Answers requests under `BROKEN`. */
export const serveBroken: Serve = (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://localhost');
  const [kind = '', fault = '', ...path] = pathname.slice(BROKEN.length).split('/');
  const endpoint = kind === 'endpoint' ? ENDPOINTS[fault] : undefined;
  const assets = kind === 'assets' ? ASSET_FAULTS[fault] : undefined;
  if (endpoint) return endpoint(request, response);
  if (assets) return serveAsset(path.join('/'), assets, response);
  response.writeHead(404).end();
};

function serveAsset(
  path: string,
  fault: (path: string) => Uint8Array | 'slow' | 'missing',
  response: ServerResponse,
) {
  const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  const found = fault(path);
  if (found === 'missing') return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  if (found === 'slow') Readable.from(trickle(path)).pipe(response);
  else response.end(found);
}

const whole = (path: string): Buffer => readFileSync(ASSETS + path);
const half = (path: string): Buffer => whole(path).subarray(0, whole(path).length / 2);

/** One bit in the middle is another one. */
function altered(path: string): Buffer {
  const bytes = whole(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}

async function* trickle(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(ASSETS + path, { highWaterMark: SLOW_BYTES_A_SECOND / 10 })) {
    yield chunk as Buffer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function* blanks(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(100_000, ' ');
  for (let left = bytes; left > 0; left -= chunk.length) yield chunk;
}

function answer(status: number, headers: Record<string, string>, body: string): Serve {
  return (request, response) => {
    request.resume().once('end', () => response.writeHead(status, headers).end(body));
  };
}
