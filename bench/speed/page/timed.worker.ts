import { Analyser } from '../../../src/adapters/analyser.js';
import { offScreenCanvases } from '../../../src/adapters/off-screen-canvases.js';
import type { AnalyserReply, AnalyserRequest } from '../../../src/types/messages.js';
import { leaveMeasures, timeEngine } from './time-engine.js';

declare const self: DedicatedWorkerGlobalScope;

/** The element's own worker, with a clock: given to it by `worker-url`, so that the product has none. */
timeEngine();
let start = 0;
const analyser = new Analyser({
  canvases: offScreenCanvases,
  fetch: (...request) => self.fetch(...request),
  reply(answer: AnalyserReply) {
    self.postMessage(answer);
    if (answer.kind === 'observed') leaveMeasures(start);
  },
});
self.addEventListener('message', ({ data }: MessageEvent<AnalyserRequest>) => {
  if (data.kind === 'frame') start = performance.now();
  analyser.handle(data);
});
