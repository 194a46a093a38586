import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Connect, Plugin } from 'vite';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.task': 'application/octet-stream',
};

/**
 * `mediapipe/…` at the top, or beside the sources of the adapters under whichever prefix the dev server gives
 * them.
 */
const ASSET_PATH = /(?:^|\/adapters)\/mediapipe\/((?:\w[\w.-]*\/)*\w[\w.-]*)$/;

/**
 * Serves wasm and model from `public/mediapipe/`, also where the module looks for them: beside itself, as
 * they lie once it is built. Vite's own way would not do, since it refuses to hand out scripts of the public
 * folder to `import()`.
 *
 * @param folder absolute path of `public/mediapipe`
 */
export function engineAssetsPlugin(folder: string): Plugin {
  return {
    name: 'okay-engine-assets',
    configureServer({ middlewares }) {
      middlewares.use(engineAssets(folder));
    },
  };
}

/** The middleware by itself. A file that is missing is a 404 that says how to make it. */
export function engineAssets(folder: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '/').split('?', 1);
    const file = ASSET_PATH.exec(path)?.[1];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (file === undefined || !isRead) {
      next();
      return;
    }
    serveFile(join(folder, file), request.method === 'HEAD', response).catch(next);
  };
}

async function serveFile(path: string, headOnly: boolean, response: ServerResponse): Promise<void> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw cause;
  });
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('No such engine asset: run `npm run assets`.');
    return;
  }
  response.writeHead(200, {
    'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
  });
  if (headOnly) {
    response.end();
    return;
  }
  const stream = createReadStream(path);
  stream.once('error', () => response.destroy());
  response.once('close', () => stream.destroy());
  stream.pipe(response);
}
