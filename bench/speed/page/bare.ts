import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';
import { firstPicture, reached, recordPage, type Start, type StartOptions } from './page-start.js';
import { leaveMeasures, timeEngine, type BareAnswer } from './time-engine.js';

/** The smallest page that runs the engine: in a module worker or, the way most pages do it, on its own thread. */

const isOnPage = new URL(location.href).searchParams.has('on-page');
const OUR_MODEL = '/okay/mediapipe/face_landmarker.task';

recordPage();
window.begin = async ({ modelUrl = OUR_MODEL }: StartOptions): Promise<Start> => {
  const video = document.querySelector('video');
  if (!video) throw new Error('The page has no video.');
  const startedAt = performance.now();
  const preview = reached('preview', firstPicture(video));
  const firstAnswer = new Promise<number>((resolve, reject) => {
    const answered = () => resolve(performance.now());
    Promise.all([
      reached('camera', showCamera(video)),
      isOnPage ? onPage(video, modelUrl, answered) : inWorker(video, modelUrl, answered),
    ]).catch(reject);
  });
  return { startedAt, firstHintAt: await reached('first answer', firstAnswer), previewAt: await preview };
};

async function showCamera(video: HTMLVideoElement): Promise<void> {
  video.srcObject = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } },
  });
  await video.play();
}

/** null between two pictures, when a video may have none to give; the next one may have. */
function pictureOf(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video);
  } catch {
    return null;
  }
}

/** Rejects where the worker fails; does not end otherwise. */
function inWorker(video: HTMLVideoElement, modelUrl: string, answered: () => void): Promise<never> {
  const worker = new Worker('/bench/bare.worker.js', { type: 'module', name: modelUrl });
  let isBusy = false;
  const step = () => {
    video.requestVideoFrameCallback(step);
    if (isBusy) return;
    const frame = pictureOf(video);
    if (!frame) return;
    isBusy = true;
    worker.postMessage(frame, [frame]);
  };
  video.requestVideoFrameCallback(step);
  return new Promise((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The worker fell: ${message}`)));
    worker.addEventListener('messageerror', () => reject(new Error('An answer could not be read.')));
    worker.addEventListener('message', ({ data }: MessageEvent<BareAnswer>) => {
      isBusy = false;
      if ('failure' in data) reject(new Error(data.failure));
      else answered();
    });
  });
}

async function onPage(video: HTMLVideoElement, modelAssetPath: string, answered: () => void): Promise<void> {
  timeEngine();
  const landmarker = await FaceLandmarker.createFromOptions(
    await FilesetResolver.forVisionTasks('/tasks-vision'),
    { baseOptions: { modelAssetPath, delegate: 'CPU' }, runningMode: 'VIDEO' },
  );
  let last = -1;
  const step = () => {
    requestAnimationFrame(step);
    if (video.readyState < video.HAVE_CURRENT_DATA || video.currentTime === last) return;
    last = video.currentTime;
    landmarker.detectForVideo(video, performance.now());
    leaveMeasures(null);
    answered();
  };
  step();
}
