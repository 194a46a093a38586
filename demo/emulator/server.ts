import { createServer } from 'node:http';
import { withCors } from './cors.ts';
import type { Emulator, EmulatorOptions } from './emulator.ts';
import { createNodeEmulator, nodeMiddleware } from './node-middleware.ts';

export interface ServerOptions extends Omit<EmulatorOptions, 'decode'> {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Origins whose pages may call it. Default: none. */
  readonly cors?: readonly string[];
}

export interface RunningEmulator {
  /** Without a slash at its end. */
  readonly url: string;
  readonly emulator: Emulator;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the emulator as a server of its own on the loopback address.
 *
 * @throws where the port is taken
 */
export async function startEmulator({
  port,
  cors = [],
  ...options
}: ServerOptions): Promise<RunningEmulator> {
  const emulator = createNodeEmulator(options);
  const middleware = nodeMiddleware(withCors(emulator.handle, cors), () => true);
  const server = createServer((request, response) => {
    middleware(request, response, (error) => {
      console.error('The emulator failed on a request:', error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The emulator has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    emulator,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
