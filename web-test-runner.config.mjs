import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_FLAGS } from './scripts/chromium-flags.ts';
import { findBrowser } from './scripts/find-browser.ts';
import { createNodeEmulator, nodeMiddleware } from './demo/emulator/node-middleware.ts';
import { BROKEN, serveBroken } from './test/helpers/broken-server.ts';
import { countReporter } from './scripts/count-reporter.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const emulator = createNodeEmulator();
const emulate = nodeMiddleware(emulator.handle, emulator.owns);

/** Run by `tsx`, since the configuration imports TypeScript. */
export default {
  rootDir: here('.'),
  files: ['test/{core,okayface,adapters,element,id-card,locales}/**/*.test.ts'],
  nodeResolve: true,
  // One file at a time: the engine takes both cores, and the emulator is one for all.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: '60000', ui: 'bdd' } },
  plugins: [esbuildPlugin({ ts: true, tsconfig: here('./tsconfig.json'), target: 'es2022' })],
  // Lit tells every page that it is a development build.
  filterBrowserLogs: ({ args }) => !args.some((text) => String(text).includes('lit.dev/msg/dev-mode')),
  middleware: [
    /** The other side of every request in the tests: a real one, parsed and checked. */
    (context, next) => {
      if (!emulator.owns(context.path)) return next();
      // Answered past the test server, which would otherwise report its own default of 404.
      context.status = 200;
      context.respond = false;
      emulate(context.req, context.res, (error) => context.res.destroy(error));
      return undefined;
    },
    (context, next) => {
      if (!context.path.startsWith(BROKEN)) return next();
      context.respond = false;
      serveBroken(context.req, context.res);
      return undefined;
    },
    /** Assets stand beside the built module; from source, the folder is `public/mediapipe/`. */
    (context, next) => {
      context.url = context.url.replace(/^\/(?:src\/adapters\/)?mediapipe\//, '/public/mediapipe/');
      return next();
    },
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: findBrowser(),
        args: [...CHROMIUM_FLAGS, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
      },
    }),
  ],
  reporters: [defaultReporter(), countReporter()],
};
