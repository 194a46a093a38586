import type { AnalyserReply, AnalyserRequest } from '../types/messages.js';
import { Analyser } from './analyser.js';
import { offScreenCanvases } from './off-screen-canvases.js';

declare const self: DedicatedWorkerGlobalScope;

const reply = (answer: AnalyserReply) => self.postMessage(answer);
const analyser = new Analyser({
  canvases: offScreenCanvases,
  fetch: (...request) => self.fetch(...request),
  reply,
});

self.addEventListener('message', ({ data }: MessageEvent<AnalyserRequest>) => analyser.handle(data));
self.addEventListener('messageerror', () =>
  reply({
    kind: 'failed',
    id: null,
    code: 'ENGINE_FAILED',
    reason: 'The worker could not read a message of the page.',
  }),
);
