import type { Plugin } from 'vite';

/** The pages of the demo and what they name, as it lies beside them once it is built. */
const OF_THE_DEMO = /^\/(?=$|\?|(?:index|smallest)\.html|(?:page|styles|themes)\/)/;

/**
 * Shows the demo at the address of the server itself, while modules keep the paths that they have in the
 * repository.
 */
export function frontPagePlugin(): Plugin {
  return {
    name: 'okay-front-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = (request.url ?? '/')
          .replace(OF_THE_DEMO, '/demo/')
          .replace(/^\/demo\/(?=$|\?)/, '/demo/index.html');
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
