import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

export interface DemoServer {
  /** With a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts what `npm start` starts, on a free port. */
export async function startDemo(): Promise<DemoServer> {
  const server = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    // A page that reloads because somebody saves a file would fail a test for nothing.
    server: { port: 0, strictPort: false, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('The demo server has no port.');
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}
