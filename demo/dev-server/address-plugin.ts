import type { Plugin } from 'vite';

/** Says where the demo and its emulator are. */
export function addressPlugin(): Plugin {
  return {
    name: 'okay-address',
    configureServer(server) {
      server.printUrls = () => {
        const address = server.resolvedUrls?.local[0] ?? 'http://localhost:5173/';
        const emulator = new URL('/api/okayface', address).href;
        server.config.logger.info(`Demo at ${address} with an OkayFace emulator behind it at ${emulator}`);
      };
    },
  };
}
