import type { AnswerQueue } from './answer-queue.ts';
import { CONTROL_PREFIX } from './control-prefix.ts';
import { DIALECTS } from './dialects.ts';
import { SHAPES } from './envelopes.ts';
import { list, type ReceivedRequest } from './journal.ts';
import { SWITCHES } from './switches.ts';

/** What `GET /__emulator/switches` tells. */
export interface SwitchList {
  readonly note: string;
  readonly switches: readonly { readonly id: string; readonly kind: string; readonly description: string }[];
  readonly shapes: readonly string[];
  readonly dialects: readonly {
    readonly id: string;
    readonly path: string;
    readonly credential: 'journeyId' | 'apiKey';
    readonly takesCard: boolean;
  }[];
}

export interface ControlledState {
  readonly received: readonly ReceivedRequest[];
  readonly queue: AnswerQueue;
  readonly reset: () => void;
}

/** Answers a request under `CONTROL_PREFIX`. */
export async function control(request: Request, path: string, state: ControlledState): Promise<Response> {
  const [what = '', n, role, ...rest] = path.slice(CONTROL_PREFIX.length).split('/');
  const route = `${request.method} ${what}`;
  if (n !== undefined && !(route === 'GET requests' && rest.length === 0)) return notFound();
  if (n !== undefined) return one(state.received, n, role);
  switch (route) {
    case 'GET switches':
      return tell(200, switchList());
    case 'GET requests':
      return tell(200, state.received.map(list));
    case 'POST next':
      return next(request, state.queue);
    case 'DELETE next':
      state.queue.clear();
      return tell(200, { waiting: 0 });
    case 'POST reset':
      state.reset();
      return tell(200, { waiting: 0 });
    default:
      return notFound();
  }
}

async function next(request: Request, queue: AnswerQueue): Promise<Response> {
  try {
    queue.add(JSON.parse(await request.text()));
    return tell(200, { waiting: queue.length });
  } catch (cause) {
    const known = cause instanceof RangeError || cause instanceof SyntaxError;
    if (!known) throw cause;
    return tell(400, { error: cause.message });
  }
}

function one(received: readonly ReceivedRequest[], n: string, role: string | undefined): Response {
  const found = n === 'latest' ? received.at(-1) : received.find((request) => String(request.n) === n);
  if (!found) return notFound();
  if (role === undefined) return tell(200, list(found));
  const image = role === 'selfie' ? found.selfie : role === 'card' ? found.card : null;
  if (!image) return notFound();
  return new Response(image.data, {
    headers: { 'content-type': `image/${image.format}`, 'cache-control': 'no-store' },
  });
}

function switchList(): SwitchList {
  return {
    note: 'An emulator: its scores are constants, not measurements.',
    switches: SWITCHES.map(({ id, kind, description }) => ({ id, kind, description })),
    shapes: SHAPES,
    dialects: DIALECTS.map(({ id, paths: [path = ''], credential, card }) => ({
      id,
      path,
      credential,
      takesCard: card !== null,
    })),
  };
}

function notFound(): Response {
  return tell(404, { error: 'The emulator has no such page; see demo/emulator/README.md.' });
}

function tell(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
