import { CaptureError } from '../core/errors.js';
import type { Signal } from '../core/phase.js';
import { isGuardCode, mayConcernCard } from '../okayface/catalogue.js';
import type { Answer } from '../okayface/response.js';
import { comparesCard } from './compares-card.js';
import type { CaptureFields } from './events.js';
import { toCaptureError } from './failure.js';
import { errorInWords } from './hint.js';
import { sendPersistently, type PersistentOptions } from './persistent-sending.js';
import type { SessionHost } from './session-host.js';

export interface SendingOptions extends Omit<PersistentOptions, 'services'> {
  readonly host: SessionHost;
  readonly photo: CaptureFields;
  /** The host's, or the one that the person gave. */
  readonly card: Blob | null;
  readonly onProgress: (loaded: number, total: number) => void;
  /** The signal aborted while a request was on its way, which may arrive all the same. */
  readonly onAbandoned: (error: CaptureError) => void;
}

type RefusedSignal = Extract<Signal, { kind: 'refused' }>;

/** A verdict, or a refusal that the person can mend. */
export type SendingEnd = { readonly answer: Answer } | { readonly refusal: RefusedSignal };

/**
 * Posts the photo with the card by the host's dialect, until there is an answer.
 *
 * @throws CaptureError by card, endpoint or answer; the abort reason when the signal aborts
 */
export async function send(options: SendingOptions): Promise<SendingEnd> {
  const { host, photo, card, signal } = options;
  let isOnItsWay = false;
  signal.addEventListener(
    'abort',
    () => {
      if (isOnItsWay) options.onAbandoned(abandoned());
    },
    { once: true },
  );
  const onProgress = (loaded: number, total: number) => {
    isOnItsWay = true;
    options.onProgress(loaded, total);
  };
  try {
    // What failed as a stream may not fail without: proxies differ.
    let mayStream = true;
    const once = () =>
      post({ ...options, onProgress }, mayStream).finally(() => (mayStream = isOnItsWay = false));
    const answer = await sendPersistently(once, { services: host.services, ...options });
    return { answer };
  } catch (cause) {
    signal.throwIfAborted();
    const error = errorInWords(toCaptureError(cause), host.texts);
    const refusal = refusalSignal(error, photo, card);
    if (!refusal) throw error;
    return { refusal };
  }
}

function abandoned(): CaptureError {
  return new CaptureError(
    'SENDING_CANCELLED',
    'Sending was stopped before the answer came; the endpoint may have taken the request. Ask your server before you ' +
      'send again where a second request would count.',
    { recoverable: true },
  );
}

async function post(
  { host, photo, card, signal, onProgress }: SendingOptions,
  mayStream: boolean,
): Promise<Answer> {
  const { services, endpoint = '', dialect, journeyId, apiKey, headers, liveness, baseURI } = host;
  // A card of the host's is checked here; one that the person chose was checked before, and passes at no cost.
  const checked = card && comparesCard(host) ? (await services.normaliseCard(card, { signal })).image : null;
  return services.submit(
    {
      endpoint,
      dialect,
      selfie: photo.image,
      card: checked,
      journeyId,
      apiKey,
      headers,
      liveness,
    },
    { fetch: services.fetch, signal, baseUrl: baseURI, onProgress, mayStream },
  );
}

/** What a refusal that the person can mend does to the phase; null where it is another failure. */
function refusalSignal(error: CaptureError, photo: CaptureFields, card: Blob | null): RefusedSignal | null {
  const { code, hint } = error;
  if (!isGuardCode(code) || !hint) return null;
  const passedHere = photo.verdicts.every(({ pass, guard }) => pass || guard !== code);
  return { kind: 'refused', hint, maybeCard: card !== null && passedHere && mayConcernCard(code), error };
}
