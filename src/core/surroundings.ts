/** Browsers told apart by where their camera permission is changed. */
export type Browser = 'chromium' | 'firefox' | 'safari' | 'safari-ios' | 'ios-app' | 'in-app' | 'unknown';
/** Systems told apart by where theirs is. */
export type System = 'windows' | 'mac' | 'android' | 'ios' | 'other';

/** What the page runs in. */
export interface Surroundings {
  readonly browser: Browser;
  readonly system: System;
}

/** Applications that show pages in a window of their own, most of them without the camera. */
const IN_APP =
  /FBA[NV]|Instagram|\bLine\/|MicroMessenger|WhatsApp|TikTok|musical_ly|Bytedance|Snapchat|Twitter|Zalo|KAKAOTALK|\bGSA\/|; wv\)/;
/** Browsers on iOS but Safari, whose permission is an application's in the system's settings. */
const IOS_BROWSERS = /CriOS|FxiOS|EdgiOS|OPT\/|OPiOS|DuckDuckGo|Brave/;

/**
 * Tells browser and system by the user agent, only to choose among texts: a wrong guess gives steps for another browser.
 *
 * @param maxTouchPoints iPads say that they are Macs, which have no touch
 */
export function surroundingsOf(userAgent: string, maxTouchPoints: number): Surroundings {
  const system = systemOf(userAgent, maxTouchPoints);
  return { browser: browserOf(userAgent, system), system };
}

function systemOf(userAgent: string, maxTouchPoints: number): System {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Macintosh/.test(userAgent)) return maxTouchPoints > 1 ? 'ios' : 'mac';
  if (/Android/.test(userAgent)) return 'android';
  return /Windows/.test(userAgent) ? 'windows' : 'other';
}

function browserOf(userAgent: string, system: System): Browser {
  if (IN_APP.test(userAgent)) return 'in-app';
  if (system === 'ios') {
    if (IOS_BROWSERS.test(userAgent)) return 'ios-app';
    return /Safari\//.test(userAgent) ? 'safari-ios' : 'in-app';
  }
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrom(?:e|ium)\//.test(userAgent)) return 'chromium';
  return /Safari\//.test(userAgent) ? 'safari' : 'unknown';
}
