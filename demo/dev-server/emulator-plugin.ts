import type { Plugin } from 'vite';
import { createNodeEmulator, nodeMiddleware } from '../emulator/node-middleware.ts';

/** Puts the emulator in front of the dev server. */
export function emulatorPlugin(): Plugin {
  return {
    name: 'okayface-emulator',
    configureServer({ middlewares }) {
      const { handle, owns } = createNodeEmulator();
      middlewares.use(nodeMiddleware(handle, owns));
    },
  };
}
