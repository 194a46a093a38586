import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';
import { leaveMeasures, timeEngine, type BareAnswer } from './time-engine.js';

declare const self: DedicatedWorkerGlobalScope;

/** The bare engine in a module worker: nothing but a frame in and landmarks out. Its name is the model's address. */
timeEngine();
const opening = FilesetResolver.forVisionTasks('/okay/mediapipe/wasm', true).then((files) =>
  FaceLandmarker.createFromOptions(files, {
    baseOptions: { modelAssetPath: self.name, delegate: 'CPU' },
    runningMode: 'VIDEO',
  }),
);

self.addEventListener('message', async ({ data: frame }: MessageEvent<VideoFrame>) => {
  try {
    const landmarker = await opening;
    const start = performance.now();
    const { faceLandmarks: faces } = landmarker.detectForVideo(frame, start);
    self.postMessage({ faces } satisfies BareAnswer);
    leaveMeasures(start);
  } catch (error) {
    self.postMessage({ failure: String(error) } satisfies BareAnswer);
  } finally {
    frame.close();
  }
});
