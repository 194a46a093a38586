import type { Landmarker } from '../../src/adapters/landmarker.js';
import { browserServices, type Services } from '../../src/element/services.js';
import { installCanvasCamera } from './canvas-camera.js';
import { openCapture, type CaptureHarness } from './capture-harness.js';
import { emptyCamera } from './photo-frames.js';

/** A capture that runs, whose camera gives a picture when it is told to. */
export interface CaptureByHand {
  readonly page: CaptureHarness;
  /** The camera gives a picture. */
  picture(): void;
  close(): void;
}

/** Starts a capture with a landmarker of the test's own. */
export async function captureByHand(
  landmarker: Landmarker,
  services: Partial<Services> = {},
): Promise<CaptureByHand> {
  const camera = installCanvasCamera();
  let picture = (): void => undefined;
  const page = await openCapture({
    services: {
      ...browserServices,
      openLandmarker: async () => landmarker,
      watchFrames(_video, onPicture) {
        picture = onPicture;
        return { grab: async () => new VideoFrame(emptyCamera(), { timestamp: 0 }) };
      },
      ...services,
    },
  });
  await page.element.start();
  return {
    page,
    picture: () => picture(),
    close() {
      page.element.stop();
      camera.uninstall();
    },
  };
}
