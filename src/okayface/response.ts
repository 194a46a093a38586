import { CaptureError } from '../core/errors.js';
import type { OkayVerdict } from '../types/capture.js';
import { passes } from './dialects.js';
import type { Dialect } from './dialects.js';
import { isPassingStatus, isSuccessStatus } from './http-status.js';
import { isJsonObject, numberIn } from './json.js';
import type { JsonObject } from './json.js';
import { payloadTooLarge, refusalIn } from './refusal.js';

/** What came back over HTTP. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

export interface Answer {
  readonly verdict: OkayVerdict;
  /** The body as parsed. */
  readonly raw: unknown;
}

/**
 * Reads an answer: the body decides before the HTTP status, since OkayLive refuses with status 200 and other
 * products with 400 and 500.
 *
 * @throws {CaptureError} the documented code of a refusal; `SERVER_REFUSED` for one that is not documented;
 *   `PAYLOAD_TOO_LARGE` for a 413 by a proxy; `ENDPOINT_FAILED` where the server broke down or another
 *   program answered; `RESPONSE_UNREADABLE` where a success is not JSON; `RESPONSE_UNKNOWN` where it holds
 *   no verdict.
 */
export function readAnswer(dialect: Dialect, answer: RawAnswer): Answer {
  const { status } = answer;
  const raw = parse(answer);
  const refusal = isJsonObject(raw) ? refusalIn(raw, status) : undefined;
  if (refusal) throw refusal;
  if (!isSuccessStatus(status)) throw notAnswered(answer, raw);
  if (!isJsonObject(raw)) throw unknownShape(dialect, status, raw, 'is not a JSON object');
  return { verdict: verdictOf(dialect, status, raw), raw };
}

function parse(answer: RawAnswer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch (cause) {
    const { status, text } = answer;
    if (!isSuccessStatus(status)) throw notAnswered(answer, text, cause);
    throw new CaptureError(
      'RESPONSE_UNREADABLE',
      `The endpoint answered ${status} with ${describe(answer)} instead of JSON. ` +
        'Check that it is an OkayFace endpoint or a relay to one.',
      { cause, raw: text, status, recoverable: true },
    );
  }
}

function notAnswered(answer: RawAnswer, raw: unknown, cause?: unknown): CaptureError {
  const { status } = answer;
  if (status === 413) return payloadTooLarge(raw, status, cause);
  return new CaptureError(
    'ENDPOINT_FAILED',
    `The endpoint answered ${status} with ${describe(answer)} and no documented error. Look into its log.`,
    { cause, raw, status, recoverable: isPassingStatus(status) },
  );
}

function describe({ contentType, text }: RawAnswer): string {
  if (text.trim() === '') return 'an empty body';
  const type = contentType?.split(';')[0]?.trim();
  return type ? `a body of type ${type}` : 'a body without a type';
}

function verdictOf(dialect: Dialect, status: number, raw: JsonObject): OkayVerdict {
  const confidence = dialect.confidenceIn ? numberIn(raw[dialect.confidenceIn], 'confidence') : null;
  if (dialect.confidenceIn && confidence === null) {
    throw unknownShape(dialect, status, raw, `has no number ${dialect.confidenceIn}.confidence`);
  }
  const liveness = livenessBlock(dialect, raw);
  const probability = numberIn(liveness, 'probability');
  if (dialect.livenessIn === 'root' && probability === null) {
    throw unknownShape(dialect, status, raw, 'has no number probability');
  }
  return {
    matched: confidence === null || !dialect.matches ? null : passes(confidence, dialect.matches),
    // The pages contradict each other on quality: it stays out of the decision and is reported beside it.
    live: probability === null || !dialect.isLive ? null : passes(probability, dialect.isLive),
    confidence,
    probability,
    quality: numberIn(liveness, 'quality'),
    requestId: typeof raw['request_id'] === 'string' ? raw['request_id'] : null,
  };
}

function livenessBlock({ livenessIn }: Dialect, raw: JsonObject): unknown {
  switch (livenessIn) {
    case 'imageBestLiveness':
      return raw[livenessIn];
    case 'root':
      return raw;
    case null:
      return null;
    default:
      return livenessIn satisfies never;
  }
}

function unknownShape(dialect: Dialect, status: number, raw: unknown, fault: string): CaptureError {
  return new CaptureError(
    'RESPONSE_UNKNOWN',
    `The endpoint's answer ${fault}, as the dialect "${dialect.id}" documents it. ` +
      'Check that the dialect is the one that the endpoint speaks.',
    { raw, status },
  );
}
