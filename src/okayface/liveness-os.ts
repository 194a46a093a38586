/** Values of `OS` in the `livenessMeta` header ("Centralized OkayFace", EMAS eKYC portal docs). */
export type LivenessOs = 'IOS' | 'ANDROID' | 'DESKTOP' | 'UNKNOWN';

/**
 * The operating system that takes the photo. A phone's browser counts as the phone's system, since the docs
 * ask for the environment in which the image was taken.
 *
 * @param platform `navigator.userAgentData.platform` where the browser has it, else an empty string.
 * @param maxTouchPoints `navigator.maxTouchPoints`: iPadOS calls itself a Mac, and no Mac has a touch screen.
 */
export function osOf(platform: string, userAgent: string, maxTouchPoints: number): LivenessOs {
  switch (platform) {
    case 'Android':
      return 'ANDROID';
    case 'iOS':
      return 'IOS';
    case 'Windows':
    case 'macOS':
    case 'Linux':
    case 'Chrome OS':
    case 'Chromium OS':
      return 'DESKTOP';
    default:
      return osOfUserAgent(userAgent, maxTouchPoints);
  }
}

function osOfUserAgent(userAgent: string, maxTouchPoints: number): LivenessOs {
  if (/Android/i.test(userAgent)) return 'ANDROID';
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'IOS';
  if (/Macintosh/.test(userAgent)) return maxTouchPoints > 1 ? 'IOS' : 'DESKTOP';
  if (/Windows NT|Linux|CrOS|X11/.test(userAgent)) return 'DESKTOP';
  return 'UNKNOWN';
}
