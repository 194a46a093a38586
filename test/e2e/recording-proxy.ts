import { createServer, request } from 'node:http';

/** A proxy that writes down whom a browser context calls: its pages, workers, service workers, and sockets. */
export interface RecordingProxy {
  /** `http://127.0.0.1:8080`, for example. */
  readonly url: string;
  /** Origins that were asked for anything, in the order of their first request. */
  readonly asked: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/** Starts a proxy that lets plain http through to this machine, and refuses everything else after writing it down. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const asked = new Set<string>();
  const server = createServer((asking, answering) => {
    const url = new URL(asking.url ?? '', 'http://nowhere.invalid');
    asked.add(url.origin);
    if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') {
      answering.writeHead(403).end();
      return;
    }
    const { method, headers } = asking;
    const forwarded = request(url, { method, headers }, (answer) => {
      answering.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answering);
    });
    forwarded.on('error', () => answering.destroy());
    answering.on('close', () => forwarded.destroy());
    asking.pipe(forwarded);
  });
  // What is encrypted, or is a socket, asks for a tunnel by the name of the host.
  server.on('connect', ({ url }, socket) => {
    asked.add(`https://${url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
