import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import { createNodeEmulator, nodeMiddleware } from '../../demo/emulator/node-middleware.ts';
import type { Emulator } from '../../demo/emulator/emulator.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
};

export interface StaticServer {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly emulator: Emulator;
  readonly close: () => Promise<void>;
}

export interface StaticOptions {
  /** Folder of a built site: `/` is its `index.html`. What the emulator owns goes there. */
  readonly root?: string;
  /** Folders by the path they are served under, `/okay/` for example. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Pages by their path, and other content where the path has an ending. */
  readonly pages?: Readonly<Record<string, string | Buffer>>;
  /** Paths that are answered with a redirect, after the preflight: status and address. */
  readonly redirects?: Readonly<Record<string, readonly [status: number, location: string]>>;
  /** Sent with everything, the CORS headers of a company's static host for example. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in place of a file, compressed by brotli; null sends the file as it is. */
  readonly brotli?: (file: string) => Promise<Buffer | null>;
  /** What a file goes through on its way, a slow line for example. */
  readonly through?: (file: Readable) => Readable;
  /** Hears of every request as its head arrives. */
  readonly onRequest?: (path: string) => void;
  /** Hears of every file or page that is sent, with the bytes of its body. */
  readonly onSent?: (path: string, bytes: number) => void;
}

/** A plain web server on a free port of the loopback address, with the emulator behind it. */
export async function serveStatic({
  root,
  folders = {},
  pages = {},
  redirects = {},
  headers = {},
  brotli = async () => null,
  through = (file) => file,
  onRequest,
  onSent,
}: StaticOptions): Promise<StaticServer> {
  const emulator = createNodeEmulator();
  const emulate = nodeMiddleware(emulator.handle, emulator.owns);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    onRequest?.(path);
    const redirect = redirects[path];
    if (redirect) {
      const [status, location] = request.method === 'OPTIONS' ? [204] : redirect;
      request.resume().once('end', () => {
        response.writeHead(status, { ...headers, ...(location ? { location } : {}) }).end();
      });
      return;
    }
    const page = pages[path];
    if (page !== undefined) {
      onSent?.(path, Buffer.byteLength(page));
      const type = TYPES[extname(path) || '.html'] ?? 'application/octet-stream';
      response.writeHead(200, { ...headers, 'content-type': type }).end(page);
      return;
    }
    const places = root === undefined || emulator.owns(path) ? folders : { ...folders, '/': root };
    const prefix = Object.keys(places).find((start) => path.startsWith(start));
    const folder = prefix === undefined ? undefined : places[prefix];
    if (prefix === undefined || folder === undefined) {
      emulate(request, response, () => response.writeHead(404, headers).end());
      return;
    }
    const file = join(folder, normalize(`/${path.slice(prefix.length) || 'index.html'}`));
    Promise.all([stat(file), brotli(file)]).then(
      ([{ size }, packed]) => {
        const bytes = packed?.length ?? size;
        onSent?.(path, bytes);
        response.writeHead(200, {
          ...headers,
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-length': bytes,
          ...(packed ? { 'content-encoding': 'br' } : {}),
        });
        if (packed) response.end(packed);
        else through(createReadStream(file)).pipe(response);
      },
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    emulator,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
