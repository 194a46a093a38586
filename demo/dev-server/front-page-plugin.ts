import type { Plugin } from 'vite';

/**
 * Shows the demo at the address of the server itself, while modules keep the paths that they have in the
 * repository.
 */
export function frontPagePlugin(): Plugin {
  return {
    name: 'okay-front-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = (request.url ?? '/').replace(/^\/(?:index\.html)?(?=$|\?)/, '/demo/index.html');
        next();
      });
      server.printUrls = () => {
        const address = server.resolvedUrls?.local[0] ?? 'http://localhost:5173/';
        const emulator = new URL('/api/okayface', address).href;
        server.config.logger.info(`Demo at ${address} with an OkayFace emulator behind it at ${emulator}`);
      };
    },
  };
}
