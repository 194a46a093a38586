import { osOf, type LivenessOs } from '../okayface/liveness-os.js';

/** User agent hints where the browser has them; lib.dom does not know them yet. */
interface HintedNavigator {
  readonly userAgentData?: { readonly platform: string };
}

/** The system that this page runs on, as the vendor's documents name it. */
export function thisSystem(): LivenessOs {
  const { userAgentData } = navigator as HintedNavigator;
  return osOf(userAgentData?.platform ?? '', navigator.userAgent, navigator.maxTouchPoints);
}
