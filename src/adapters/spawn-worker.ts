import { trustedScriptUrl } from './trusted-script.js';

/**
 * Whether a worker may be started from its address as it is, or only from a `blob:` module that imports it.
 */
export type WorkerStart = 'direct' | 'blob';

/**
 * Browsers start workers from the page's own origin only. A script of another origin may be imported all the
 * same, where its server sends CORS headers, from a module of the page's own origin: such as a blob. The
 * page's Content-Security-Policy then needs `worker-src blob:`, which is why nothing else is started that
 * way.
 *
 * @param workerUrl Absolute.
 */
export function workerStart(workerUrl: string, pageOrigin: string): WorkerStart {
  const { origin, protocol } = new URL(workerUrl);
  return origin === pageOrigin || protocol === 'data:' ? 'direct' : 'blob';
}

/** A worker that knows where its script lies. */
export interface LandmarkerWorker extends Worker {
  readonly scriptUrl: string;
}

/**
 * Starts the landmark worker. This is the only place that names its script.
 *
 * @param workerUrl Another address of the same script, for bundlers that move modules and leave the worker
 *   behind. Relative to the document.
 */
export function spawnWorker(workerUrl?: string): LandmarkerWorker {
  // Bundlers know a worker by the words `new Worker(new URL('…', import.meta.url)`, and put the address of
  // what they built in their place. Under the same name stands a class that sees this address before the
  // browser refuses it.
  const Worker = workerOfAnyOrigin();
  return workerUrl === undefined
    ? new Worker(new URL('./landmarker.worker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL(workerUrl, document.baseURI), { type: 'module' });
}

/** Made at run time, since there is no `Worker` to extend where this module is imported on a server. */
function workerOfAnyOrigin(): new (url: URL | string, options: WorkerOptions) => LandmarkerWorker {
  return class extends globalThis.Worker {
    readonly scriptUrl: string;

    constructor(url: URL | string, options: WorkerOptions) {
      const { href } = new URL(url, document.baseURI);
      const isDirect = workerStart(href, location.origin) === 'direct';
      const start = isDirect ? href : URL.createObjectURL(importing(href));
      super(trustedScriptUrl(start), options);
      this.scriptUrl = href;
      if (!isDirect) {
        const release = () => URL.revokeObjectURL(start);
        this.addEventListener('message', release, { once: true });
        this.addEventListener('error', release, { once: true });
      }
    }
  };
}

function importing(url: string): Blob {
  return new Blob([`import ${JSON.stringify(url)};\n`], { type: 'text/javascript' });
}
