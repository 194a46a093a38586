import { answerWellFormed, refuseProblem, refuseTransport, type Answer, type Asked } from './answer.ts';
import type { AnswerQueue } from './answer-queue.ts';
import type { Known } from './check-credential.ts';
import type { Decode } from './check-image.ts';
import { checkRequest, NOTHING_FOUND, type CheckedRequest } from './check-request.ts';
import type { Dialect } from './dialects.ts';
import { summarise, type ReceivedRequest } from './journal.ts';
import { readBody, type Field } from './read-body.ts';
import { passingScores, successBody, type Wanted } from './success.ts';

/** A POST whose body has arrived whole. */
export interface Call {
  readonly asked: Asked;
  readonly headers: Headers;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface CaptureState {
  readonly known: Known;
  readonly queue: AnswerQueue;
  readonly decode: Decode;
  /** Counts requests, from 1. */
  readonly nextNumber: () => number;
}

export interface AnsweredCapture {
  readonly answer: Answer;
  readonly received: ReceivedRequest;
}

/**
 * Answers one OkayFace or OkayLive call. A malformed one gets its own refusal and leaves the queue as it is.
 */
export async function answerCapture(
  dialect: Dialect,
  call: Call,
  { known, queue, decode, nextNumber }: CaptureState,
): Promise<AnsweredCapture> {
  const body = await readBody(dialect.body, call.contentType, call.bytes);
  if (!body.ok) {
    const answer = refuseTransport(call.asked, body.status, body.reason);
    return { answer, received: record(nextNumber(), dialect, call, [], NOTHING_FOUND, answer) };
  }
  const { fields } = body;
  const content = { headers: call.headers, fields, totalBytes: call.bytes.length };
  const checked = await checkRequest(dialect, content, known, decode);
  const n = nextNumber();
  const answer = checked.problem
    ? refuseProblem(call.asked, checked.problem)
    : answerWellFormed(call.asked, queue.take('capture'), (verdict) => {
        const scores = { ...passingScores(dialect), ...verdict.scores(dialect) };
        return successBody(dialect, scores, told(checked.wanted, verdict.withoutLiveness), `emulator-${n}`);
      });
  return { answer, received: record(n, dialect, call, fields, checked, answer) };
}

function told(wanted: Wanted, withoutLiveness = false): Wanted {
  return { ...wanted, liveness: wanted.liveness && !withoutLiveness };
}

function record(
  n: number,
  dialect: Dialect,
  { asked, headers, contentType, bytes }: Call,
  fields: readonly Field[],
  { wanted, selfie, card }: Omit<CheckedRequest, 'problem'>,
  answer: Answer,
): ReceivedRequest {
  return {
    n,
    dialect: dialect.id,
    path: asked.path,
    contentType,
    bytes: bytes.length,
    fields: fields.map(summarise),
    livenessMeta: headers.get('livenessMeta'),
    meta: headers.get('Meta'),
    livenessDetection: wanted.liveness,
    blacklistFaceSearch: wanted.blacklist,
    selfie,
    card,
    status: answer.status,
    answer: answer.id,
    reason: answer.reason,
  };
}
