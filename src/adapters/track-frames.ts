/** A part of Insertable Streams for MediaStreamTrack (W3C); only Chromium has it on pages, and TypeScript's library has none. */
interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorConstructor = new (init: { readonly track: MediaStreamTrack }) => TrackProcessor;

/** The newest picture of the camera that each video shows, for the one who asks next. */
const newest = new WeakMap<HTMLVideoElement, VideoFrame>();

/**
 * Calls back for every picture of the camera itself. It is there before the video shows it, and the page's thread is spared
 * what it does for each frame of a page: styles, layout and painting, though nothing has changed.
 *
 * @returns false where there is no such way, and nothing is watched then
 */
export function watchTrack(video: HTMLVideoElement, onPicture: () => void, signal: AbortSignal): boolean {
  const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
  const reader = track && readerOf(track);
  if (!reader) return false;
  const letGo = () => newest.get(video)?.close();
  const end = () => {
    letGo();
    newest.delete(video);
    // It has ended by itself, where this fails.
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', end, { once: true });
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) value?.close();
      if (done || signal.aborted) return;
      letGo();
      newest.set(video, value);
      onPicture();
    }
  };
  // A camera that goes away is noticed by those who watch over its track.
  read().catch(() => undefined);
  return true;
}

/**
 * The newest picture, which is the caller's from then on; null where there is none that was not taken already, or where it is
 * not as large as what the video shows: a sensor that lies on its side is turned by the video alone.
 */
export function takeNewest(video: HTMLVideoElement): VideoFrame | null {
  const frame = newest.get(video) ?? null;
  newest.delete(video);
  if (frame?.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight) return frame;
  frame?.close();
  return null;
}

function readerOf(track: MediaStreamTrack): ReadableStreamDefaultReader<VideoFrame> | null {
  const { MediaStreamTrackProcessor: Processor } = globalThis as {
    MediaStreamTrackProcessor?: TrackProcessorConstructor;
  };
  try {
    return Processor ? new Processor({ track }).readable.getReader() : null;
  } catch {
    return null;
  }
}
