/**
 * Answers like the analyser without a model, so that a fault can be tried in every phase in little time: what it sees and
 * what befalls it comes over a channel. The faults with the real engine are in `landmarker-failures.test.ts`.
 */
import type { AnalyserReply, AnalyserRequest } from '../../src/types/messages.js';
import { goodObservation } from './observation.js';
import { WORKER_CHANNEL, type WorkerOrder } from './worker-orders.js';

declare const self: DedicatedWorkerGlobalScope;

const reply = (answer: AnalyserReply) => self.postMessage(answer);
const orders = new BroadcastChannel(WORKER_CHANNEL);
let isLoadingHeld = new URL(self.location.href).searchParams.has('held');
let isLoadRequested = false;
let seesFace = !new URL(self.location.href).searchParams.has('empty');
let isSilent = false;
let isOutOfMemory = false;
let isListening = false;

orders.addEventListener('message', ({ data }: MessageEvent<WorkerOrder>) => {
  switch (data) {
    case 'are-you-there':
      isListening = true;
      return;
    case 'see-face':
      seesFace = true;
      return;
    case 'finish-loading':
      isLoadingHeld = false;
      return becomeReady();
    case 'crash':
      setTimeout(() => {
        throw new Error('The worker crashed.');
      });
      return;
    case 'be-silent':
      isSilent = true;
      return;
    case 'lose-context':
      return reply({ kind: 'failed', id: null, code: 'ENGINE_FAILED', reason: 'The WebGL context is lost.' });
    case 'run-out-of-memory':
      isOutOfMemory = true;
      if (isLoadingHeld) fail(null);
      return;
    default:
      data satisfies never;
  }
});

self.addEventListener('message', ({ data }: MessageEvent<AnalyserRequest>) => {
  if (data.kind === 'frame') data.frame.close();
  if (isSilent || data.kind === 'keep' || data.kind === 'forget' || data.kind === 'close') return;
  if (data.kind === 'load') return void load();
  if (isOutOfMemory) return fail(data.id);
  const { id, at } = data;
  const observation = goodObservation({ at, ...(seesFace ? {} : { face: null }) });
  if (data.kind === 'frame') return reply({ kind: 'observed', id, observation });
  void photo().then((image) =>
    reply({ kind: 'still', id, image, width: 480, height: 640, quality: 0.95, observation }),
  );
});

async function load(): Promise<void> {
  await listening();
  isLoadRequested = true;
  reply({ kind: 'progress', loaded: 0, total: 14_000_000 });
  becomeReady();
}

/** A channel that was just made misses what the page sends: the browser joins the two by itself, some time later. */
async function listening(): Promise<void> {
  const channel = new BroadcastChannel(WORKER_CHANNEL);
  while (!isListening) {
    channel.postMessage('are-you-there' satisfies WorkerOrder);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  channel.close();
}

function becomeReady(): void {
  if (isLoadRequested && !isLoadingHeld && !isSilent) reply({ kind: 'ready', delegate: 'cpu' });
}

/** What the real analyser answers when an allocation throws. */
function fail(id: number | null): void {
  reply({ kind: 'failed', id, code: 'ENGINE_FAILED', reason: 'Array buffer allocation failed' });
}

function photo(): Promise<Blob> {
  const canvas = new OffscreenCanvas(480, 640);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  context.fillStyle = '#8f8a80';
  context.fillRect(0, 0, 480, 640);
  // No two photos are the same, so that it can be told which one was sent.
  context.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
  context.fillRect(Math.random() * 200, Math.random() * 200, 100 + Math.random() * 100, 140);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
}
