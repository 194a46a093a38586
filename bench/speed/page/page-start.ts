/** When a start got how far, milliseconds on the page's clock. */
export interface Start {
  readonly startedAt: number;
  /** When the first hint came, or the bare engine's first answer. */
  readonly firstHintAt: number;
  /** When the camera's first picture was on screen. */
  readonly previewAt: number;
}

export interface StartOptions {
  /** Another FaceLandmarker bundle. */
  readonly modelUrl?: string | undefined;
  /** Analyses in a worker with a clock, whose measures tell how long each frame took. */
  readonly isTimed: boolean;
  /** Lets no frame pass, so that no photo ends the run. */
  readonly isEndless: boolean;
  /** Stops at the photo for the person to look at it. */
  readonly isReviewed: boolean;
  /** The journey to post the photo for; null does not post. */
  readonly posts: string | null;
}

/** A task of the page's thread of 50 ms and more. */
export interface LongTask {
  readonly startTime: number;
  readonly duration: number;
}

declare global {
  interface Window {
    /** Starts camera and engine; each page of the benchmark has its own. */
    begin(options: StartOptions): Promise<Start>;
    /** Since the page was opened. */
    longTasks: LongTask[];
    /** Steps of the start that are done. */
    reached: string[];
    /** Every camera track that the page was given. */
    tracks: MediaStreamTrack[];
  }
}

/** Notes what the benchmark asks for later. */
export function recordPage(): void {
  window.longTasks = [];
  window.tracks = [];
  window.reached = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const isUpright = new URL(location.href).searchParams.has('upright');
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(isUpright ? upright(constraints) : constraints);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
}

/** A phone that is held upright takes width for height, which Chromium's film does not. */
function upright(constraints: MediaStreamConstraints | undefined): MediaStreamConstraints {
  const video = typeof constraints?.video === 'object' ? constraints.video : {};
  const { width, height, ...others } = video;
  return {
    ...constraints,
    video: { ...others, ...(height && { width: height }), ...(width && { height: width }) },
  };
}

/** When the video shows its first picture, or at the latest when its clock moves: a page in the back draws none. */
export function firstPicture(video: HTMLVideoElement): Promise<number> {
  return new Promise((resolve) => {
    const shown = () => resolve(performance.now());
    video.requestVideoFrameCallback(shown);
    video.addEventListener('timeupdate', () => video.currentTime > 0 && shown());
  });
}

/** Notes that a start got so far, for the error of one that gets no further. */
export async function reached<Result>(step: string, awaited: Promise<Result>): Promise<Result> {
  const result = await awaited;
  window.reached.push(step);
  return result;
}
