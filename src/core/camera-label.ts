/** What kind of camera a label names. */
export type CameraKind = 'colour' | 'infrared' | 'virtual';
/** Which way it looks; null where the label does not say. */
export type CameraFacing = 'user' | 'environment' | null;

/** Programs that pose as a camera, by the names of their devices. */
const VIRTUAL =
  /virtual|obs[ -]|manycam|snap camera|xsplit|mmhmm|camtwist|e2esoft|vcam|droidcam|epoccam|iriun|sparkocam|youcam|chromacam|nvidia broadcast|animaze|facerig/i;
/** Cameras of face log-ins and depth sensors give grey pictures that no person recognises. */
const INFRARED = /\bir\b|infra-?red|depth|windows hello|realsense.*(?:depth|infra)/i;
const FRONT = /front|user|selfie|facetime/i;
const BACK = /back|rear|environment/i;

/** Tells a camera's kind by its label, as a preference and never as a proof: anybody can name a device. */
export function cameraKind(label: string): CameraKind {
  if (VIRTUAL.test(label)) return 'virtual';
  return INFRARED.test(label) ? 'infrared' : 'colour';
}

/** Tells which way a camera looks by its label (`camera2 1, facing front` in Chrome on Android). */
export function cameraFacing(label: string): CameraFacing {
  if (FRONT.test(label)) return 'user';
  return BACK.test(label) ? 'environment' : null;
}

/** A camera that the page may use. */
export interface CameraChoice {
  readonly deviceId: string;
  /** Empty until a permission was given. */
  readonly label: string;
}

/**
 * The camera to take instead of the one that the browser gave: a real colour camera that does not look away from the
 * person, where the given one is infra-red or virtual.
 *
 * @returns null where the given one is fine, or none is better
 */
export function betterCamera(given: CameraChoice, all: readonly CameraChoice[]): CameraChoice | null {
  if (cameraKind(given.label) === 'colour') return null;
  const real = all.filter(({ label }) => label !== '' && cameraKind(label) === 'colour');
  return real.find(({ label }) => cameraFacing(label) !== 'environment') ?? real[0] ?? null;
}
