import { reached, recordPage } from './page-start.js';
import type { Durations, StepAnswer } from './step-answer.js';

declare global {
  interface Window {
    /** Sends so many pictures of the camera, one after the other, and tells how long each step took. */
    steps(count: number): Promise<readonly Durations[]>;
  }
}

recordPage();
window.steps = async (count) => {
  const video = document.querySelector('video');
  if (!video) throw new Error('The page has no video.');
  video.srcObject = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } },
  });
  await reached('camera', video.play());
  const worker = new Worker('/bench/steps.worker.js', { type: 'module' });
  const frames: Durations[] = [];
  while (frames.length < count) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    frames.push(await stepsOf(worker, new VideoFrame(video)));
  }
  worker.terminate();
  return frames;
};

function stepsOf(worker: Worker, frame: VideoFrame): Promise<Durations> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<StepAnswer>) =>
        'failure' in data ? reject(new Error(data.failure)) : resolve(data.durations),
      { once: true },
    );
    worker.postMessage(frame, [frame]);
  });
}
