import { expect } from '@open-wc/testing';
import { osOf } from '../../src/okayface/liveness-os.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0';
const CHROME_OS =
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36';

describe('osOf', () => {
  for (const [name, platform, userAgent, touchPoints, os] of [
    ['an iPhone', '', IPHONE, 5, 'IOS'],
    ['an iPad that calls itself a Mac', '', MAC, 5, 'IOS'],
    ['a Mac', '', MAC, 0, 'DESKTOP'],
    ['a Mac in Chromium', 'macOS', MAC, 0, 'DESKTOP'],
    ['an Android phone in Chromium', 'Android', ANDROID, 5, 'ANDROID'],
    [
      'an Android phone in Firefox',
      '',
      'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0',
      5,
      'ANDROID',
    ],
    ['Android in a browser without client hints', '', ANDROID, 5, 'ANDROID'],
    ['Windows with a touch screen', 'Windows', WINDOWS, 10, 'DESKTOP'],
    ['Windows without client hints', '', WINDOWS, 0, 'DESKTOP'],
    ['Linux', '', LINUX, 0, 'DESKTOP'],
    ['a Chromebook', 'Chrome OS', CHROME_OS, 10, 'DESKTOP'],
    ['a system that client hints do not name', 'Unknown', LINUX, 0, 'DESKTOP'],
    ['nothing at all', '', '', 0, 'UNKNOWN'],
    ['a console', '', 'Mozilla/5.0 (PlayStation 4) AppleWebKit/605.1.15', 0, 'UNKNOWN'],
  ] as const) {
    it(`takes ${name} for ${os}`, () => {
      expect(osOf(platform, userAgent, touchPoints)).to.equal(os);
    });
  }
});
