import { bodyTypeOf, checkDeclaredLength } from './body-type.js';
import type { BodyType } from './body-type.js';
import type { Exchange } from './exchange.js';
import { readFlatJson } from './flat-json.js';
import { vendorPostOf } from './forward.js';
import { journeyFor } from './journey.js';
import { readMultipart } from './multipart.js';
import { cameraSignalsOf } from './camera-signals.js';
import { corsHeaders, isPreflight, judgeOrigin, preflightAnswer } from './origins.js';
import { pagePostOf, wantedFields } from './page-fields.js';
import type { PageFields } from './page-fields.js';
import type { RateLimiter } from './rate-limiter.js';
import { joinBlocks, readBlocks } from './read-blocks.js';
import { refusal } from './refusal.js';
import { postToVendor } from './vendor.js';
import type { VendorAnswer } from './vendor.js';

/**
 * Takes one request from its headers to the vendor's answer: what costs nothing is checked first, the body is
 * read only for those who may post, and nothing is sent to the vendor before all of it is there.
 *
 * @throws {CaptureError} a refusal.
 */
export async function serve<Context>(
  exchange: Exchange<Context>,
  limiter: RateLimiter | null,
): Promise<Response> {
  const { request, settings, headers, lifetime, enter } = exchange;
  const origin = judgeOrigin(request, settings.allowedOrigins);
  for (const [name, value] of corsHeaders(origin)) headers.append(name, value);
  if (origin.kind === 'refused') {
    throw refusal('RELAY_ORIGIN_NOT_ALLOWED', 'A page of another origin posts. Name it in allowedOrigins.');
  }
  if (isPreflight(request)) return preflightAnswer(request, origin);
  if (request.method !== 'POST') {
    headers.set('allow', 'POST');
    throw refusal('RELAY_METHOD_NOT_ALLOWED', 'Only POST is answered.');
  }
  const type = bodyTypeOf(request.headers, settings.dialect);
  checkDeclaredLength(request.headers, settings.maxBodyBytes);
  enter('host');
  limitRate(exchange, limiter);
  await authorise(exchange);

  enter('upload');
  const post = pagePostOf(await fieldsOf(exchange, type), settings.dialect);
  const journeyId = await journeyFor(exchange, post.journeyId);
  enter('host');
  await handSignals(exchange);
  enter('vendor');
  const answer = await postToVendor(
    settings.upstream + settings.dialect.path,
    vendorPostOf(settings, post, { journeyId, pageHeaders: request.headers }),
    { fetch: settings.fetch, lifetime },
  );
  return passOn(answer, headers, settings.apiKey);
}

function limitRate<Context>(
  { settings: { rate, now }, request, context, headers }: Exchange<Context>,
  limiter: RateLimiter | null,
): void {
  if (!rate || !limiter) return;
  const waitMs = limiter.admit(String(rate.keyOf(request, context)), now());
  if (waitMs === 0) return;
  headers.set('retry-after', String(Math.ceil(waitMs / 1000)));
  throw refusal('RELAY_RATE_EXCEEDED', `More than ${rate.requests} requests in ${rate.windowMs} ms.`);
}

async function authorise<Context>({
  settings,
  request,
  context,
  lifetime,
}: Exchange<Context>): Promise<void> {
  if (!settings.authorise) return;
  // Only `true` counts: a callback that forgets to return must not let everybody in.
  if ((await lifetime.within(settings.authorise(request, context))) === true) return;
  throw refusal('RELAY_NOT_AUTHORISED', 'authorise did not allow the request.');
}

async function handSignals<Context>({
  settings: { onSignals },
  request,
  context,
  lifetime,
}: Exchange<Context>): Promise<void> {
  const signals = onSignals && cameraSignalsOf(request.headers);
  if (signals) await lifetime.within(onSignals(request, signals, context));
}

async function fieldsOf<Context>(
  { request, settings, lifetime, countBytes }: Exchange<Context>,
  type: BodyType,
): Promise<PageFields> {
  const { body } = request;
  if (request.bodyUsed || body?.locked) {
    throw refusal('RELAY_FAILED', 'Somebody else has read the body. Callbacks and middleware must leave it.');
  }
  if (!body) throw refusal('RELAY_BODY_MALFORMED', 'There is no body.');
  const { dialect, maxBodyBytes: maxBytes } = settings;
  const wanted = wantedFields(dialect, settings.journey === 'from-page');
  const blocks = readBlocks(body, {
    maxBytes,
    count: countBytes,
    within: async (read) => lifetime.within(read.catch(brokenOff)),
  });
  switch (type.kind) {
    case 'multipart':
      return readMultipart(blocks, { boundary: type.boundary, maxBytes, wanted });
    case 'json-base64':
      return readFlatJson(await joinBlocks(blocks), wanted);
    default:
      return type satisfies never;
  }
}

function brokenOff(cause: unknown): never {
  throw refusal('RELAY_BODY_MALFORMED', 'The upload broke off.', cause);
}

/** The vendor's status and body, and none of its headers. */
function passOn(
  { status, type, bytes }: VendorAnswer,
  headers: Headers,
  apiKey: string | undefined,
): Response {
  if (apiKey !== undefined && new TextDecoder().decode(bytes).includes(apiKey)) {
    throw refusal('RELAY_UPSTREAM_FAILED', 'The vendor’s answer repeats the key, so it is held back.');
  }
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  if (type !== null) headers.set('content-type', type);
  return new Response(bytes.length === 0 ? null : bytes, { status, headers });
}
