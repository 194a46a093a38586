import { expect } from '@open-wc/testing';
import { cameraSteps, STEP_KEYS } from '../../src/core/camera-steps.js';
import { OWN_ERROR_CODES } from '../../src/core/errors.js';
import { surroundingsOf, type Browser, type System } from '../../src/core/surroundings.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

describe('surroundingsOf', () => {
  for (const [what, userAgent, touch, browser, system] of [
    ['Chrome on Windows', `${WINDOWS} ${CHROME} Safari/537.36`, 0, 'chromium', 'windows'],
    ['Edge on Windows', `${WINDOWS} ${CHROME} Safari/537.36 Edg/131.0.0.0`, 0, 'chromium', 'windows'],
    ['Chrome on Android', `${ANDROID} ${CHROME} Mobile Safari/537.36`, 5, 'chromium', 'android'],
    [
      'Samsung Internet',
      `${ANDROID} AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
      5,
      'chromium',
      'android',
    ],
    ['Chrome on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 0, 'chromium', 'other'],
    [
      'Firefox on Windows',
      'Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0',
      0,
      'firefox',
      'windows',
    ],
    [
      'Firefox on Android',
      'Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0',
      5,
      'firefox',
      'android',
    ],
    ['Safari on a Mac', `${MAC} ${APPLE} Version/18.2 Safari/605.1.15`, 0, 'safari', 'mac'],
    ['Safari on an iPad', `${MAC} ${APPLE} Version/18.2 Safari/605.1.15`, 5, 'safari-ios', 'ios'],
    [
      'Safari on an iPhone',
      `${PHONE} ${APPLE} Version/18.2 Mobile/15E148 Safari/604.1`,
      5,
      'safari-ios',
      'ios',
    ],
    [
      'Chrome on an iPhone',
      `${PHONE} ${APPLE} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`,
      5,
      'ios-app',
      'ios',
    ],
    [
      'Firefox on an iPhone',
      `${PHONE} ${APPLE} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`,
      5,
      'ios-app',
      'ios',
    ],
    [
      'an application’s window on an iPhone',
      `${PHONE} ${APPLE} Mobile/15E148 [FBAN/FBIOS;FBAV/490.0]`,
      5,
      'in-app',
      'ios',
    ],
    ['a nameless window on an iPhone', `${PHONE} ${APPLE} Mobile/15E148`, 5, 'in-app', 'ios'],
    [
      'a WebView on Android',
      'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36',
      5,
      'in-app',
      'android',
    ],
    ['something else', 'Lynx/2.9', 0, 'unknown', 'other'],
  ] as const satisfies [string, string, number, Browser, System][]) {
    it(`knows ${what}`, () => {
      expect(surroundingsOf(userAgent, touch)).to.deep.equal({ browser, system });
    });
  }
});

describe('cameraSteps', () => {
  const first = (code: string, browser: Browser, system: System, isBySystem = false) =>
    cameraSteps(code, isBySystem, { browser, system })[0];

  for (const [browser, system, isBySystem, step] of [
    ['chromium', 'windows', false, 'step.site.sign'],
    ['chromium', 'android', false, 'step.site.sign'],
    ['chromium', 'windows', true, 'step.system.windows'],
    ['chromium', 'mac', true, 'step.system.mac'],
    ['chromium', 'android', true, 'step.system.android'],
    ['chromium', 'other', true, 'step.site.sign'],
    ['firefox', 'windows', false, 'step.firefox.sign'],
    ['firefox', 'android', false, 'step.site.sign'],
    ['safari', 'mac', false, 'step.safari.menu'],
    ['safari-ios', 'ios', false, 'step.ios.menu'],
    ['ios-app', 'ios', false, 'step.ios.app'],
    ['in-app', 'android', false, 'step.app.menu'],
    ['in-app', 'android', true, 'step.app.menu'],
    ['unknown', 'other', false, 'step.site.sign'],
  ] as const satisfies [Browser, System, boolean, string][]) {
    it(`sends a person to ${step} who was denied in ${browser} on ${system}${isBySystem ? ' by the system' : ''}`, () => {
      expect(first('CAMERA_DENIED', browser, system, isBySystem)).to.equal(step);
    });
  }

  it('tells who sits at a computer to plug the camera in, and nobody with a phone', () => {
    for (const code of ['CAMERA_NOT_FOUND', 'CAMERA_LOST']) {
      expect(cameraSteps(code, false, { browser: 'chromium', system: 'windows' })).to.include(
        'step.connected',
      );
      expect(cameraSteps(code, false, { browser: 'chromium', system: 'android' })).not.to.include(
        'step.connected',
      );
    }
  });

  it('leads out of an application whose window has no camera', () => {
    for (const code of ['CAMERA_DENIED', 'CAMERA_UNSUPPORTED', 'CAMERA_NOT_FOUND']) {
      expect(cameraSteps(code, false, { browser: 'in-app', system: 'ios' })).to.deep.equal([
        'step.app.menu',
        'step.app.browser',
      ]);
    }
  });

  it('has a use for every step, and none for an error that is not the camera’s', () => {
    const BROWSERS = ['chromium', 'firefox', 'safari', 'safari-ios', 'ios-app', 'in-app', 'unknown'] as const;
    const SYSTEMS = ['windows', 'mac', 'android', 'ios', 'other'] as const;
    const used = new Set<string>();
    for (const code of OWN_ERROR_CODES) {
      for (const browser of BROWSERS) {
        for (const system of SYSTEMS) {
          for (const isBySystem of [true, false]) {
            const steps = cameraSteps(code, isBySystem, { browser, system });
            for (const step of steps) used.add(step);
            expect(new Set(steps).size, `${code} says something twice`).to.equal(steps.length);
            const isCamera = code.startsWith('CAMERA_') || code === 'INSECURE_CONTEXT';
            if (!isCamera) expect(steps).to.deep.equal([]);
          }
        }
      }
    }
    expect([...used].sort()).to.deep.equal([...STEP_KEYS].sort());
  });
});
