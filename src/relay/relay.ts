import type { CaptureError } from '../core/errors.js';
import type { Exchange } from './exchange.js';
import { startLifetime } from './lifetime.js';
import type { Lifetime, Stage } from './lifetime.js';
import type { Relay, RelayLogEntry, RelayOptions } from './options.js';
import { createRateLimiter } from './rate-limiter.js';
import { refusal, refusalAnswer, refusalFrom } from './refusal.js';
import { serve } from './serve.js';
import { settingsOf } from './settings.js';

/** RFC 9110 section 9.1, and PATCH. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

/**
 * The server half of `<okay-live-capture>`: takes a page's post, adds the key or the journey, and passes on the
 * vendor's answer. Its refusals are JSON in the vendor's own form, `{"status":"error","message":"…"}`.
 *
 * The relay answers whatever request it is given, so the host decides at which path it stands. Rates are counted
 * in this relay's own memory: several processes count separately.
 *
 * @throws {TypeError | RangeError | CaptureError} where the options do not hold; see `settingsOf`.
 */
export function createRelay<Context = unknown>(options: RelayOptions<Context>): Relay<Context> {
  const settings = settingsOf(options);
  const { rate, now, timeoutMs, schedule, log } = settings;
  const limiter = rate ? createRateLimiter(rate.requests, rate.windowMs) : null;

  return async (request, context) => {
    const startedAt = now();
    let stage: Stage = 'host';
    let bytes = 0;
    let notes: Pick<RelayLogEntry, 'vendorCode'> = {};
    const exchange: Exchange<Context> = {
      settings,
      request,
      context,
      lifetime: startLifetime(request.signal, timeoutMs, schedule),
      headers: new Headers(),
      enter: (next) => (stage = next),
      countBytes: (more) => (bytes += more),
      note: (more) => (notes = { ...notes, ...more }),
    };
    let fault: CaptureError | null = null;
    let answer: Response;
    try {
      answer = await serve(exchange, limiter);
    } catch (thrown) {
      fault = ending(exchange.lifetime, stage) ?? refusalFrom(thrown);
      answer = refusalAnswer(fault, exchange.headers);
    } finally {
      exchange.lifetime.release();
    }
    log?.({
      method: METHODS.includes(request.method) ? request.method : 'OTHER',
      status: answer.status,
      bytes,
      durationMs: now() - startedAt,
      ...notes,
      ...told(fault),
    });
    return answer;
  };
}

function ending(lifetime: Lifetime, stage: Stage): CaptureError | null {
  const endedBy = lifetime.endedBy();
  switch (endedBy) {
    case null:
      return null;
    case 'client':
      return refusal('RELAY_CLIENT_GONE', 'The client went away before the answer.');
    case 'time':
      return outOfTime(stage);
    default:
      return endedBy satisfies never;
  }
}

function outOfTime(stage: Stage): CaptureError {
  switch (stage) {
    case 'host':
      return refusal('RELAY_FAILED', 'A callback of the host took longer than timeoutMs.');
    case 'upload':
      return refusal('RELAY_UPLOAD_TIMEOUT', 'The body did not arrive within timeoutMs.');
    case 'vendor':
      return refusal('RELAY_UPSTREAM_TIMEOUT', 'The vendor did not answer within timeoutMs.');
    default:
      return stage satisfies never;
  }
}

function told(fault: CaptureError | null): Pick<RelayLogEntry, 'code' | 'reason' | 'cause'> {
  if (!fault) return { code: null };
  const { code, message: reason, cause } = fault;
  return cause === undefined ? { code, reason } : { code, reason, cause };
}
