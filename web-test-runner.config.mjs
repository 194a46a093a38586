import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_FLAGS } from './scripts/chromium-flags.ts';
import { findBrowser } from './scripts/find-browser.ts';
import { countReporter } from './scripts/count-reporter.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Run by `tsx`, since the configuration imports TypeScript. */
export default {
  rootDir: here('.'),
  files: ['test/{core,okayface,adapters,element,id-card,locales}/**/*.test.ts'],
  nodeResolve: true,
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: '60000', ui: 'bdd' } },
  plugins: [esbuildPlugin({ ts: true, tsconfig: here('./tsconfig.json'), target: 'es2022' })],
  middleware: [
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
