import { CaptureError } from '../core/errors.js';
import { everySecond, Watchdog, type Ticker } from './watchdog.js';

/** A camera that runs. */
export interface Camera {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** Lets the device go. */
  stop(): void;
}

export interface CameraOptions {
  /** The camera to use; without it, one by `facing`. */
  readonly deviceId?: string | undefined;
  /** Which way the camera looks, where there are several: at the person or away. Default: `user`. */
  readonly facing?: 'user' | 'environment';
  readonly signal: AbortSignal;
  /** Called once when the device goes away by itself: unplugged, switched off, or taken by a phone call. */
  readonly onLost: (error: CaptureError) => void;
  /** What the seconds are counted by that it may be switched off. Default: the page's own. */
  readonly everySecond?: Ticker;
}

/** What of the page a camera needs; the page's own unless a test says otherwise. */
export interface CameraPage {
  readonly isSecureContext: boolean;
  readonly mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  /** Whether the permissions policy lets this document use a camera at all; null where the browser does not tell. */
  readonly policyAllows: () => boolean | null;
}

/**
 * Opens the camera at 1080p or the nearest that it has.
 *
 * @throws CaptureError `INSECURE_CONTEXT`, `CAMERA_UNSUPPORTED`, `CAMERA_DENIED`, `CAMERA_BLOCKED`, `CAMERA_NOT_FOUND`
 *   or `CAMERA_IN_USE`; the abort reason when the signal aborts, with the device let go
 */
export async function openCamera(options: CameraOptions, page: CameraPage = thisPage()): Promise<Camera> {
  const { signal, onLost } = options;
  signal.throwIfAborted();
  if (!page.isSecureContext) {
    throw new CaptureError(
      'INSECURE_CONTEXT',
      'Browsers give a camera to https pages only: serve this page over https (localhost is fine too).',
    );
  }
  if (!page.mediaDevices) {
    throw new CaptureError('CAMERA_UNSUPPORTED', 'This browser has no mediaDevices.getUserMedia.');
  }
  const stream = await page.mediaDevices.getUserMedia(constraints(options)).catch((cause: unknown) => {
    throw cameraError(cause, page);
  });
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) {
    stop();
    throw signal.reason;
  }
  const [track] = stream.getVideoTracks();
  if (!track) {
    stop();
    throw new CaptureError('CAMERA_NOT_FOUND', 'The camera gave a stream without a video track.', {
      recoverable: true,
    });
  }
  signal.addEventListener('abort', stop, { once: true });
  watchOver(track, options, (what) => {
    stop();
    onLost(new CaptureError('CAMERA_LOST', `The camera stopped by itself: ${what}.`, { recoverable: true }));
  });
  return { stream, track, stop };
}

/** Some systems mute a camera for a moment, when they switch between applications for example. */
const MUTED_SECONDS = 3;

function watchOver(
  track: MediaStreamTrack,
  { signal, everySecond: every = everySecond }: CameraOptions,
  onLost: (what: string) => void,
): void {
  const muted = new Watchdog(every, () => onLost('a switch, the system or a call keeps its picture back'));
  const look = () => (track.muted ? muted.watch(MUTED_SECONDS) : muted.rest());
  const end = () => {
    muted.rest();
    onLost('unplugged, or taken by something else');
  };
  track.addEventListener('ended', end, { once: true, signal });
  track.addEventListener('mute', look, { signal });
  track.addEventListener('unmute', look, { signal });
  signal.addEventListener('abort', () => muted.rest(), { once: true });
  look();
}

function constraints({
  deviceId,
  facing = 'user',
}: Pick<CameraOptions, 'deviceId' | 'facing'>): MediaStreamConstraints {
  return {
    audio: false,
    video: {
      ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: facing }),
      width: { ideal: 1920 },
      height: { ideal: 1080 },
      frameRate: { ideal: 30 },
    },
  };
}

/** Gives the names of the Media Capture specification this package's own; they differ in what the person can do. */
function cameraError(cause: unknown, page: CameraPage): CaptureError {
  const name = cause instanceof DOMException || cause instanceof Error ? cause.name : '';
  const options = { cause, recoverable: true };
  switch (name) {
    case 'NotAllowedError':
      if (page.policyAllows() === false) return blocked(cause);
      return new CaptureError('CAMERA_DENIED', 'The person or the browser denied the camera.', options);
    case 'SecurityError':
      return blocked(cause);
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new CaptureError(
        'CAMERA_NOT_FOUND',
        'There is no camera, or not the one of `device-id`.',
        options,
      );
    case 'NotReadableError':
    case 'AbortError':
      return new CaptureError('CAMERA_IN_USE', 'The camera is there, but could not be started.', options);
    default:
      return new CaptureError('CAMERA_UNSUPPORTED', 'The camera could not be opened.', options);
  }
}

function blocked(cause: unknown): CaptureError {
  return new CaptureError(
    'CAMERA_BLOCKED',
    'A permissions policy keeps this document from the camera: an iframe needs allow="camera".',
    { cause },
  );
}

/** The parts of a document that tell its policy; Chromium's older name stands for the new one. */
interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
  readonly permissionsPolicy?: { allowsFeature(feature: string): boolean };
}

function thisPage(): CameraPage {
  const policyDocument: PolicyDocument = document as PolicyDocument;
  // lib.dom types `mediaDevices` as always there; on insecure pages and in old browsers it is not.
  const { mediaDevices } = navigator as Partial<Pick<Navigator, 'mediaDevices'>>;
  return {
    isSecureContext,
    mediaDevices,
    policyAllows: () =>
      (policyDocument.permissionsPolicy ?? policyDocument.featurePolicy)?.allowsFeature('camera') ?? null,
  };
}
