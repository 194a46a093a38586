import type { CaptureError } from '../core/errors.js';
import type { Signal } from '../core/phase.js';
import { isGuardCode, mayConcernCard } from '../okayface/catalogue.js';
import { dialectOf } from '../okayface/dialects.js';
import { osOf } from '../okayface/liveness-os.js';
import type { Answer } from '../okayface/response.js';
import { DIALECT_IDS } from '../types/capture.js';
import type { CaptureFields } from './events.js';
import type { SessionHost } from './session-host.js';

/** Whether an ID card goes with the selfie, by the host's properties. */
export function comparesCard({ dialect, idCardMode }: SessionHost): boolean {
  const isKnown = (DIALECT_IDS as readonly string[]).includes(dialect);
  return idCardMode !== 'none' && isKnown && dialectOf(dialect).fields.card !== null;
}

/**
 * Posts the photo with the card by the host's dialect.
 *
 * @throws CaptureError by card, endpoint or answer; the abort reason when the signal aborts
 */
export async function sendPhoto(
  host: SessionHost,
  selfie: Blob,
  card: Blob | null,
  signal: AbortSignal,
  onProgress: (loaded: number, total: number) => void,
): Promise<Answer> {
  const { services, endpoint = '', dialect, journeyId, apiKey, headers, liveness, baseURI } = host;
  // A card of the host's is checked here; one that the person chose was checked before, and passes at no cost.
  const checked = card && comparesCard(host) ? (await services.normaliseCard(card, { signal })).image : null;
  return services.submit(
    {
      endpoint,
      dialect,
      selfie,
      card: checked,
      journeyId,
      apiKey,
      headers,
      liveness,
      os: thisSystem(),
    },
    { fetch: services.fetch, signal, baseUrl: baseURI, onProgress },
  );
}

/** What a refusal that the person can mend does to the phase; null where it is another failure. */
export function refusalSignal(error: CaptureError, photo: CaptureFields, card: Blob | null): Signal | null {
  const { code, hint } = error;
  if (!isGuardCode(code) || !hint) return null;
  const passedHere = photo.verdicts.every(({ pass, guard }) => pass || guard !== code);
  return { kind: 'refused', hint, maybeCard: card !== null && passedHere && mayConcernCard(code), error };
}

/** User agent hints where the browser has them; lib.dom does not know them yet. */
interface HintedNavigator {
  readonly userAgentData?: { readonly platform: string };
}

function thisSystem() {
  const { userAgentData } = navigator as HintedNavigator;
  return osOf(userAgentData?.platform ?? '', navigator.userAgent, navigator.maxTouchPoints);
}
