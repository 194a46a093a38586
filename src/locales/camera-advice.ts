import { cameraSteps, type StepKey } from '../core/camera-steps.js';
import type { CaptureError } from '../core/errors.js';
import { surroundingsOf } from '../core/surroundings.js';

export { STEP_TEXTS } from './steps/step-texts.js';

/** The steps for an error in the browser that runs this page. */
export function stepsHere({ code, cause }: CaptureError): readonly StepKey[] {
  const { userAgent, maxTouchPoints } = navigator;
  // Chromium's words where not the person but the system denied it: "Permission denied by system".
  const isBySystem = cause instanceof DOMException && /system/i.test(cause.message);
  return cameraSteps(code, isBySystem, surroundingsOf(userAgent, maxTouchPoints));
}
