import type { AnalyserListener, AnalyserPort } from './analyser-port.js';
import { Analyser } from './analyser.js';
import { pageCanvases } from './page-canvases.js';

/**
 * Starts an analyser on the page's own thread, for browsers whose workers have no WebGL. Frames make the page
 * stutter.
 */
export function openPagePort({ onReply }: AnalyserListener): AnalyserPort {
  const analyser = new Analyser({
    canvases: pageCanvases,
    fetch: (...request) => globalThis.fetch(...request),
    reply: onReply,
  });
  return {
    where: 'page',
    post: (request) => analyser.handle(request),
    close: () => analyser.handle({ kind: 'close' }),
  };
}
