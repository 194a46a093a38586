import type { Exchange } from './exchange.js';
import { JOURNEY_HEADER } from './origins.js';
import { JOURNEY_ID } from './page-fields.js';
import { refusal } from './refusal.js';
import type { Settings } from './settings.js';
import { codeIn, postToVendor, successIn } from './vendor.js';

/** "Create JourneyID", EMAS eKYC portal docs. */
const JOURNEY_PATH = '/api/ekyc/journeyid';

/**
 * The journey of one post, null where the dialect has none.
 *
 * @throws {CaptureError} `RELAY_JOURNEY_MISSING`, `RELAY_JOURNEY_NOT_ALLOWED`, `RELAY_JOURNEY_FAILED`, or what
 *   `postToVendor` throws.
 */
export async function journeyFor<Context>(
  { settings, request, context, lifetime, headers, enter, note }: Exchange<Context>,
  fromPage: string | null,
): Promise<string | null> {
  const { journey, mayUseJourney, onJourney } = settings;
  if (journey === null) return null;
  enter('host');
  if (typeof journey === 'function') {
    const own = await lifetime.within(journey(request, context));
    if (typeof own === 'string' && JOURNEY_ID.test(own)) return own;
    throw refusal('RELAY_FAILED', 'The option journey gave no journey.');
  }
  switch (journey) {
    case 'from-page':
      if (fromPage === null) throw refusal('RELAY_JOURNEY_MISSING', 'The page sent no journeyId.');
      if ((await lifetime.within(mayUseJourney?.(request, fromPage, context) ?? false)) === true)
        return fromPage;
      throw refusal('RELAY_JOURNEY_NOT_ALLOWED', 'mayUseJourney did not allow this journey.');
    case 'create': {
      enter('vendor');
      const made = await createJourney(settings, lifetime, note);
      headers.set(JOURNEY_HEADER, made);
      enter('host');
      await lifetime.within(onJourney?.(request, made, context));
      return made;
    }
    default:
      return journey satisfies never;
  }
}

async function createJourney<Context>(
  { upstream, account, fetch }: Settings<Context>,
  lifetime: Exchange<Context>['lifetime'],
  note: Exchange<Context>['note'],
): Promise<string> {
  const answer = await postToVendor(
    upstream + JOURNEY_PATH,
    { headers: new Headers({ 'content-type': 'application/json' }), body: JSON.stringify(account) },
    { fetch, lifetime },
  );
  const id = successIn(answer)?.['journeyId'];
  if (typeof id === 'string' && JOURNEY_ID.test(id)) return id;
  const vendorCode = codeIn(answer);
  if (vendorCode) note({ vendorCode });
  throw refusal('RELAY_JOURNEY_FAILED', `The vendor made no journey; it answered ${answer.status}.`);
}
