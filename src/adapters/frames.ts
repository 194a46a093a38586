import type { CameraFrame } from '../types/messages.js';
import { TrackFrames } from './track-frames.js';

/** The pictures of a camera that a video shows. */
export interface CameraPictures {
  /**
   * The newest picture of the camera, or else what the video shows now, as a `VideoFrame` without a copy where there is one. The
   * caller closes it.
   */
  grab(): Promise<CameraFrame>;
}

/**
 * Calls back once for every new picture of the camera that the video shows, until the signal aborts. Some browsers stop this
 * by themselves while the page is hidden, others go on.
 */
export function watchFrames(
  video: HTMLVideoElement,
  onPicture: () => void,
  signal: AbortSignal,
): CameraPictures {
  const ofTrack = TrackFrames.watch(video, onPicture, signal);
  if (!ofTrack) {
    const watch = 'requestVideoFrameCallback' in video ? watchByCallback : watchByTime;
    watch(video, onPicture, signal);
  }
  return { grab: async () => ofTrack?.takeNewest() ?? shownBy(video) };
}

async function shownBy(video: HTMLVideoElement): Promise<CameraFrame> {
  return typeof VideoFrame === 'function' ? new VideoFrame(video) : createImageBitmap(video);
}

function watchByCallback(video: HTMLVideoElement, onPicture: () => void, signal: AbortSignal): void {
  const step = () => {
    if (signal.aborted) return;
    handle = video.requestVideoFrameCallback(step);
    onPicture();
  };
  let handle = video.requestVideoFrameCallback(step);
  signal.addEventListener('abort', () => video.cancelVideoFrameCallback(handle), { once: true });
}

/** Firefox before 132 and WebKitGTK tell of no new picture, but `currentTime` moves with it. */
function watchByTime(video: HTMLVideoElement, onPicture: () => void, signal: AbortSignal): void {
  let shownAt = -1;
  const step = () => {
    if (signal.aborted) return;
    handle = requestAnimationFrame(step);
    if (video.currentTime === shownAt || video.readyState < video.HAVE_CURRENT_DATA) return;
    shownAt = video.currentTime;
    onPicture();
  };
  let handle = requestAnimationFrame(step);
  signal.addEventListener('abort', () => cancelAnimationFrame(handle), { once: true });
}
