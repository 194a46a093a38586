/** What a scripted camera shows; drawn anew for every picture. */
export type Scene = (context: CanvasRenderingContext2D, size: { width: number; height: number }) => void;

/** A camera whose pictures a test paints: a canvas behind `getUserMedia`. */
export interface CanvasCamera {
  /** What it shows from the next picture on. */
  show(scene: Scene): void;
  /** What the page asked for, in order. */
  readonly requests: readonly MediaStreamConstraints[];
  /** Tracks that were given out and still run. */
  readonly liveTracks: number;
  /** Ends the tracks as unplugging does. */
  unplug(): void;
  /** Keeps the pictures back and says so, as a switch on the camera does; false gives them again. */
  mute(isMuted: boolean): void;
  /** Stops giving pictures without saying so. */
  freeze(isFrozen: boolean): void;
  /** Gives pictures of the other orientation, as a phone that is turned. */
  turn(): void;
  /** Makes the next requests fail, null makes them work again. */
  failWith(error: DOMException | null): void;
  /** Gives the page its own camera back. */
  uninstall(): void;
}

const FRAMES_A_SECOND = 30;

/**
 * Replaces `navigator.mediaDevices.getUserMedia` by a canvas of the given size.
 *
 * Call `uninstall` after the test.
 */
export function installCanvasCamera({ width, height } = { width: 1280, height: 720 }): CanvasCamera {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas.');
  const requests: MediaStreamConstraints[] = [];
  const tracks: MediaStreamTrack[] = [];
  const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  let scene: Scene = emptyRoom;
  let failure: DOMException | null = null;
  let isStill = false;
  let isMuted = false;

  const paint = () => {
    if (!isStill && !isMuted) scene(context, canvas);
  };
  // A canvas stream gives a picture only when the canvas was painted.
  const clock = setInterval(paint, 1000 / FRAMES_A_SECOND);
  navigator.mediaDevices.getUserMedia = async (constraints = {}) => {
    requests.push(constraints);
    if (failure) throw failure;
    paint();
    const stream = canvas.captureStream(FRAMES_A_SECOND);
    for (const track of stream.getTracks()) {
      tracks.push(track);
      Object.defineProperty(track, 'muted', { get: () => isMuted });
    }
    return stream;
  };

  return {
    requests,
    get liveTracks() {
      return tracks.filter(({ readyState }) => readyState === 'live').length;
    },
    show: (next) => (scene = next),
    unplug() {
      for (const track of tracks) {
        track.stop();
        // Stopping by script tells nobody; a device that goes away does.
        track.dispatchEvent(new Event('ended'));
      }
    },
    mute(next) {
      isMuted = next;
      for (const track of tracks) track.dispatchEvent(new Event(next ? 'mute' : 'unmute'));
    },
    turn() {
      [canvas.width, canvas.height] = [canvas.height, canvas.width];
      paint();
    },
    freeze: (next) => (isStill = next),
    failWith: (error) => (failure = error),
    uninstall() {
      clearInterval(clock);
      tracks.forEach((track) => track.stop());
      navigator.mediaDevices.getUserMedia = original;
    },
  };
}

/** A lit wall and nobody in front of it. */
export const emptyRoom: Scene = (context, { width, height }) => {
  const wall = context.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, '#b9b3a8');
  wall.addColorStop(1, '#8f8a80');
  context.fillStyle = wall;
  context.fillRect(0, 0, width, height);
};

export interface PersonOptions {
  /** Where the middle of the face is, in shares of the frame. Default: the middle. */
  readonly at?: { readonly x: number; readonly y: number };
  /** Height of the face, hairline to chin, over the frame's height. Default: 0.5. */
  readonly faceHeight?: number;
  /** Canvas filter, `brightness(0.2)` for example. */
  readonly filter?: string;
}

/** The face in a photograph, in its pixels. */
export interface PhotoFace {
  readonly photo: CanvasImageSource & { readonly width: number; readonly height: number };
  readonly face: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A photograph of a person, placed so that the face is where and as large as asked. */
export function person({ photo, face }: PhotoFace, options: PersonOptions = {}): Scene {
  const { at = { x: 0.5, y: 0.5 }, faceHeight = 0.5, filter = 'none' } = options;
  return (context, size) => {
    emptyRoom(context, size);
    const scale = (faceHeight * size.height) / face.height;
    const left = at.x * size.width - (face.x + face.width / 2) * scale;
    const top = at.y * size.height - (face.y + face.height / 2) * scale;
    context.save();
    context.filter = filter;
    context.imageSmoothingQuality = 'high';
    context.drawImage(photo, left, top, photo.width * scale, photo.height * scale);
    context.restore();
  };
}

/** Several people beside each other. */
export function together(...scenes: readonly ((...scene: Parameters<Scene>) => void)[]): Scene {
  return (...canvas) => scenes.forEach((scene) => scene(...canvas));
}
