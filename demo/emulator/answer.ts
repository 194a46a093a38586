import type { QueuedAnswer } from './answer-queue.ts';
import type { Family } from './dialects.ts';
import { errorBody, type Shape } from './envelopes.ts';
import { PROBLEM_REFUSAL, type Problem } from './problems.ts';
import { refusalById, shapeOf, type Refusal } from './refusals.ts';
import type { Verdict } from './switches.ts';

/** What goes back, before it becomes a `Response`. */
export type Answer = {
  /** The switch or the refusal, by its id. */
  readonly id: string;
  readonly delayMs: number;
  /** What was wrong with the request; null where nothing was. */
  readonly reason: string | null;
} & (
  | { readonly kind: 'reply'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'hang'; readonly status: 0 }
  | { readonly kind: 'drop'; readonly status: 0 }
);

/** What an answer needs to know of its request. */
export interface Asked {
  readonly family: Family;
  readonly path: string;
  /** ISO 8601; the server's default error page shows it. */
  readonly timestamp: string;
}

/** No page tells which HTTP status goes with a refusal; clients in use expect 200. */
const REFUSAL_STATUS = 200;

/** The refusal that a family has for a problem. */
export function refuseProblem(asked: Asked, { kind, reason }: Problem, status = REFUSAL_STATUS): Answer {
  const refusal = refusalById(PROBLEM_REFUSAL[kind][asked.family]);
  return { ...refuse(asked, refusal, status, shapeOf(refusal, asked.family)), delayMs: 0, reason };
}

/** The server's default page, for what never reaches the service: a wrong path, method or content type. */
export function refuseTransport({ path, timestamp }: Asked, status: number, reason: string): Answer {
  const body = errorBody('D', { words: null }, { status, path, timestamp });
  return { ...reply(status, body), id: `http-${status}`, delayMs: 0, reason };
}

/** The answer to a well-formed request; `succeed` makes the body where it is accepted. */
export function answerWellFormed(
  asked: Asked,
  { chosen, delayMs, shape, status }: QueuedAnswer,
  succeed: (verdict: Verdict) => object,
): Answer {
  const common = { id: chosen.id, delayMs, reason: null };
  switch (chosen.kind) {
    case 'verdict':
      return {
        ...common,
        ...reply(status ?? 200, succeed(chosen)),
        delayMs: delayMs + (chosen.delayMs ?? 0),
      };
    case 'refusal': {
      const form = shape ?? shapeOf(chosen.refusal, asked.family);
      return { ...common, ...refuse(asked, chosen.refusal, status ?? REFUSAL_STATUS, form) };
    }
    case 'fault': {
      const { contentType, body } = chosen.fault;
      return { ...common, kind: 'reply', status: status ?? chosen.fault.status, contentType, body };
    }
    case 'hang':
    case 'drop':
      return { ...common, kind: chosen.kind, status: 0 };
    default:
      return chosen satisfies never;
  }
}

function refuse({ path, timestamp }: Asked, refusal: Refusal, status: number, shape: Shape) {
  return { ...reply(status, errorBody(shape, refusal, { status, path, timestamp })), id: refusal.id };
}

function reply(status: number, body: object) {
  return { kind: 'reply', status, contentType: 'application/json', body: JSON.stringify(body) } as const;
}
