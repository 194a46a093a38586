/** A part of Insertable Streams for MediaStreamTrack (W3C); only Chromium has it on pages, and TypeScript's library has none. */
interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorConstructor = new (init: { readonly track: MediaStreamTrack }) => TrackProcessor;

/**
 * The pictures of the camera itself. They are there before the video shows them, and the page's thread is spared what it does
 * for each frame of a page: styles, layout and painting, though nothing has changed.
 */
export class TrackFrames {
  readonly #video: HTMLVideoElement;
  #newest: VideoFrame | null = null;

  /**
   * Calls back for every picture until the signal aborts.
   *
   * @returns null where there is no such way, and nothing is watched then
   */
  static watch(video: HTMLVideoElement, onPicture: () => void, signal: AbortSignal): TrackFrames | null {
    const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
    const reader = track && readerOf(track);
    return reader ? new TrackFrames(video, reader, onPicture, signal) : null;
  }

  private constructor(
    video: HTMLVideoElement,
    reader: ReadableStreamDefaultReader<VideoFrame>,
    onPicture: () => void,
    signal: AbortSignal,
  ) {
    this.#video = video;
    const end = () => {
      this.#replace(null);
      // It has ended by itself, where this fails.
      reader.cancel().catch(() => undefined);
    };
    signal.addEventListener('abort', end, { once: true });
    const read = async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (signal.aborted) value?.close();
        if (done || signal.aborted) return;
        this.#replace(value);
        onPicture();
      }
    };
    // A camera that goes away is noticed by those who watch over its track.
    read().catch(() => undefined);
  }

  /**
   * The newest picture, which is the caller's from then on; null where there is none that was not taken already, or where it is
   * not as large as what the video shows: a sensor that lies on its side is turned by the video alone.
   */
  takeNewest(): VideoFrame | null {
    const frame = this.#newest;
    this.#newest = null;
    const { videoWidth, videoHeight } = this.#video;
    if (frame?.displayWidth === videoWidth && frame.displayHeight === videoHeight) return frame;
    frame?.close();
    return null;
  }

  #replace(frame: VideoFrame | null): void {
    this.#newest?.close();
    this.#newest = frame;
  }
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
