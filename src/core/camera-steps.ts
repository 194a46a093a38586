import type { Browser, Surroundings, System } from './surroundings.js';

/** Every step that a person can be told for getting at the camera; each has a text in every language. */
export const STEP_KEYS = [
  'step.site.sign',
  'step.site.camera',
  'step.firefox.sign',
  'step.firefox.clear',
  'step.safari.menu',
  'step.safari.camera',
  'step.ios.menu',
  'step.ios.app',
  'step.app.menu',
  'step.app.browser',
  'step.system.windows',
  'step.system.mac',
  'step.system.android',
  'step.again',
  'step.reload',
  'step.close',
  'step.restart',
  'step.connected',
  'step.cover',
  'step.phone',
  'step.https',
  'step.tab',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

const OPEN_OUTSIDE: readonly StepKey[] = ['step.app.menu', 'step.app.browser'];

/** Where each browser keeps the camera permission of a page. */
const ALLOW_PAGE: Readonly<Record<Browser, readonly StepKey[]>> = {
  chromium: ['step.site.sign', 'step.site.camera', 'step.again'],
  firefox: ['step.firefox.sign', 'step.firefox.clear', 'step.reload'],
  safari: ['step.safari.menu', 'step.safari.camera', 'step.reload'],
  'safari-ios': ['step.ios.menu', 'step.safari.camera', 'step.reload'],
  'ios-app': ['step.ios.app', 'step.reload'],
  'in-app': OPEN_OUTSIDE,
  unknown: ['step.site.sign', 'step.site.camera', 'step.reload'],
};

/** Where each system keeps the camera permission of its browsers. */
const ALLOW_BROWSER: Readonly<Record<System, readonly StepKey[]>> = {
  windows: ['step.system.windows', 'step.again'],
  mac: ['step.system.mac', 'step.again'],
  android: ['step.system.android', 'step.again'],
  ios: ['step.ios.app', 'step.again'],
  other: [],
};

/**
 * What a person can do in this browser, one after the other, so that the camera can be had.
 *
 * @param code of a `CaptureError`
 * @param isBySystem the system keeps the camera from the browser, not the browser from the page
 * @returns empty for an error that has nothing to do with the camera, or where its own text says it all
 */
export function cameraSteps(
  code: string,
  isBySystem: boolean,
  { browser, system }: Surroundings,
): readonly StepKey[] {
  const isHandheld = system === 'android' || system === 'ios';
  switch (code) {
    case 'CAMERA_DENIED': {
      if (browser === 'in-app') return OPEN_OUTSIDE;
      if (isBySystem && system !== 'other') return ALLOW_BROWSER[system];
      // Firefox on phones has the sign of the others.
      return ALLOW_PAGE[browser === 'firefox' && isHandheld ? 'chromium' : browser];
    }
    case 'CAMERA_UNSUPPORTED':
      return browser === 'in-app' ? OPEN_OUTSIDE : [];
    case 'CAMERA_NOT_FOUND': {
      if (browser === 'in-app') return OPEN_OUTSIDE;
      if (isHandheld) return [...ALLOW_BROWSER[system].slice(0, 1), 'step.restart'];
      return ['step.connected', 'step.cover', ...ALLOW_BROWSER[system].slice(0, 1), 'step.phone'];
    }
    case 'CAMERA_IN_USE':
      return ['step.close', 'step.again', 'step.restart'];
    case 'CAMERA_LOST':
      return isHandheld ? ['step.close', 'step.again'] : ['step.connected', 'step.close', 'step.again'];
    case 'CAMERA_BLOCKED':
      return ['step.tab'];
    case 'INSECURE_CONTEXT':
      return ['step.https'];
    default:
      return [];
  }
}
