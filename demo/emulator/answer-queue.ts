import { SHAPES, type Shape } from './envelopes.ts';
import { ACCEPT, switchById, type Switch } from './switches.ts';

/** How one or more following requests are answered. */
export interface QueuedAnswer {
  readonly chosen: Switch;
  readonly at: 'capture' | 'journey';
  readonly delayMs: number;
  /** Another documented form for a refusal. */
  readonly shape: Shape | null;
  /** Another HTTP status. */
  readonly status: number | null;
}

/** The answer where none waits. */
export const ACCEPTED: QueuedAnswer = {
  chosen: ACCEPT,
  at: 'capture',
  delayMs: 0,
  shape: null,
  status: null,
};

/** Answers that wait for their requests, first in, first out. */
export interface AnswerQueue {
  /** @throws RangeError that names the field that is wrong */
  add(order: unknown): void;
  /** Removes and returns the next answer for that kind of request, `ACCEPTED` where none waits. */
  take(at: QueuedAnswer['at']): QueuedAnswer;
  clear(): void;
  readonly length: number;
}

const MAX_TIMES = 1000;
const MAX_DELAY_MS = 600_000;

export function createAnswerQueue(): AnswerQueue {
  const waiting: QueuedAnswer[] = [];
  return {
    add(order) {
      const { answer, times } = readOrder(order);
      for (let n = 0; n < times; n++) waiting.push(answer);
    },
    take(at) {
      const index = waiting.findIndex((answer) => answer.at === at);
      return (index < 0 ? undefined : waiting.splice(index, 1)[0]) ?? ACCEPTED;
    },
    clear() {
      waiting.length = 0;
    },
    get length() {
      return waiting.length;
    },
  };
}

function readOrder(order: unknown): { answer: QueuedAnswer; times: number } {
  if (typeof order !== 'object' || order === null) throw new RangeError('the order must be a JSON object');
  const given = new Map<string, unknown>(Object.entries(order));
  const id = given.get('answer');
  const chosen = typeof id === 'string' ? switchById(id) : undefined;
  if (!chosen) throw new RangeError('answer must be a switch of GET /__emulator/switches');

  const shape = given.get('shape') ?? null;
  const known = SHAPES.find((each) => each === shape) ?? null;
  if (shape !== null && !known) throw new RangeError(`shape must be one of ${SHAPES.join(', ')}`);
  if (known && chosen.kind !== 'refusal') throw new RangeError('shape is for refusals only');

  const at = given.get('at') ?? (chosen.kind === 'refusal' ? chosen.refusal.at : 'capture');
  if (at !== 'capture' && at !== 'journey') throw new RangeError('at must be capture or journey');

  const status = given.has('status') ? whole(given, 'status', 0, 200, 599) : null;
  const delayMs = whole(given, 'delayMs', 0, 0, MAX_DELAY_MS);
  const times = whole(given, 'times', 1, 1, MAX_TIMES);
  return { answer: { chosen, at, delayMs, shape: known, status }, times };
}

function whole(
  given: ReadonlyMap<string, unknown>,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const value = given.get(name) ?? otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
}
