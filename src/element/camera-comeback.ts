import type { CaptureError } from '../core/errors.js';
import type { Services } from './services.js';

/** How often a camera that somebody else uses is tried: no browser tells when it is free. */
const TRY_MS = 3000;

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
  if (code === 'CAMERA_IN_USE') void tryUntilFree(options);
}

async function tryUntilFree({ services, deviceId, signal, onBack }: ComebackOptions): Promise<void> {
  const camera = { deviceId, signal, onLost: () => undefined };
  while (!signal.aborted) {
    try {
      await services.sleep(TRY_MS, signal);
      if (document.visibilityState === 'hidden') continue;
      (await services.openCamera(camera)).stop();
      return onBack();
    } catch {
      // Still in use, or nobody waits any more, which ends the loop.
    }
  }
}
