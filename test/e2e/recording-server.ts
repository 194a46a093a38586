import { listen } from '../relay/relay-server.ts';

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly bytes: number;
}

/** A server that lets every page in the world send it anything, and writes all of it down. */
export interface RecordingServer {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Grows with every request; whoever has looked at it may empty it. */
  readonly arrivals: Arrival[];
  readonly close: () => Promise<void>;
}

export async function startRecordingServer(): Promise<RecordingServer> {
  const arrivals: Arrival[] = [];
  const { url: origin, close } = await listen((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      const { method = '', url = '', rawHeaders: headers } = request;
      arrivals.push({ method, url, headers, bytes });
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
        'content-type': 'application/json',
      });
      response.end('{"status":"success","messageCode":"api.success"}');
    });
  });
  return { origin, arrivals, close };
}
