/** Says that it is ready, and breaks at the first frame. */
import type { AnalyserReply, AnalyserRequest } from '../../src/types/messages.js';

self.addEventListener('message', ({ data }: MessageEvent<AnalyserRequest>) => {
  if (data.kind !== 'load') throw new Error('out of memory');
  const reply: AnalyserReply = { kind: 'ready', delegate: 'cpu' };
  self.postMessage(reply);
});
