import type { Camera } from '../adapters/camera.js';
import type { CaptureError } from '../core/errors.js';
import type { Services } from './services.js';

/** How often it is tried: no browser tells when a camera is free, and not every one when it is there or works again. */
const TRY_SECONDS = 3;
const WORTH_TRYING: ReadonlySet<string> = new Set(['CAMERA_IN_USE', 'CAMERA_NOT_FOUND', 'CAMERA_LOST']);

export interface ComebackOptions {
  readonly services: Services;
  /** The camera that is wanted. */
  readonly deviceId: string | undefined;
  readonly signal: AbortSignal;
  readonly onBack: () => void;
}

/** Calls back when what kept the camera from being had may be gone. */
export function awaitCamera({ code }: CaptureError, options: ComebackOptions): void {
  const { services, signal, onBack } = options;
  services.onCameraReturn(onBack, signal);
  // A camera whose picture is kept back opens all the same.
  const works = ({ track }: Camera) => code !== 'CAMERA_LOST' || !track.muted;
  if (WORTH_TRYING.has(code)) tryUntilThere(options, works);
}

function tryUntilThere(
  { services, deviceId, signal, onBack }: ComebackOptions,
  works: (camera: Camera) => boolean,
): void {
  let seconds = 0;
  let isTrying = false;
  const tryOnce = async () => {
    isTrying = true;
    try {
      const camera = await services.openCamera({ deviceId, signal, onLost: () => undefined });
      camera.stop();
      if (!signal.aborted && works(camera)) onBack();
    } catch {
      // Not there yet, or nobody waits any more.
    } finally {
      isTrying = false;
    }
  };
  const end = services.everySecond(() => {
    seconds += 1;
    if (seconds % TRY_SECONDS === 0 && !isTrying && !services.isHidden()) void tryOnce();
  });
  signal.addEventListener('abort', end, { once: true });
}
