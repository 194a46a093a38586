import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a module into one classic script for a test's page.
 *
 * @param module where it is, `new URL('flow.ts', import.meta.url)` for example
 * @param name global variable of the page that holds what the module exports
 */
export async function pageScript(module: URL, name: string): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: fileURLToPath(module),
        formats: ['iife'],
        name,
        fileName: name,
      },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!result || !('output' in result)) throw new Error(`${module.href} was not bundled.`);
  return result.output[0].code;
}
