import { refuseTransport, type Answer } from './answer.ts';
import { createAnswerQueue } from './answer-queue.ts';
import { answerCapture } from './captures.ts';
import type { Decode } from './check-image.ts';
import { control } from './control.ts';
import { CONTROL_PREFIX } from './control-prefix.ts';
import { DEMO_ACCOUNT, DEMO_API_KEY, DEMO_JOURNEY_ID } from './demo-credentials.ts';
import { dialectAt, JOURNEY_PATH } from './dialects.ts';
import { keep, type ReceivedRequest } from './journal.ts';
import { answerJourney } from './journeys.ts';
import { ownsPath } from './owned-paths.ts';
import { send } from './send.ts';

export interface EmulatorOptions {
  readonly decode: Decode;
  /** Journeys that are let in from the start. Default: the demo's. */
  readonly journeys?: readonly string[];
  /** Keys that are let in. Default: the demo's. */
  readonly keys?: readonly string[];
  /** Who may make journeys. Default: the demo's. */
  readonly account?: { readonly username: string; readonly password: string };
  /** Default: a random UUID. */
  readonly newJourneyId?: () => string;
  /** Default: the time now. */
  readonly now?: () => Date;
}

/** An OkayFace and OkayLive service that checks requests like the real one and measures nothing. */
export interface Emulator {
  /** Whether a path is one of the emulator's. */
  readonly owns: (path: string) => boolean;
  /** Answers a request; where the connection is to break, with `Response.error()`. */
  readonly handle: (request: Request) => Promise<Response>;
  /** What has reached the capture endpoints, oldest first; the latest 50. */
  readonly received: readonly ReceivedRequest[];
  /** Forgets requests, waiting answers and journeys made since the start. */
  readonly reset: () => void;
}

/** Web standards only, so that it runs in Node, in a browser and in a service worker. */
export function createEmulator({
  decode,
  journeys: firstJourneys = [DEMO_JOURNEY_ID],
  keys = [DEMO_API_KEY],
  account = DEMO_ACCOUNT,
  newJourneyId = () => crypto.randomUUID(),
  now = () => new Date(),
}: EmulatorOptions): Emulator {
  const journeys = new Set(firstJourneys);
  const received: ReceivedRequest[] = [];
  const queue = createAnswerQueue();
  let count = 0;
  const state = { known: { journeys, keys: new Set(keys) }, queue, decode, nextNumber: () => ++count };

  const reset = () => {
    received.length = 0;
    count = 0;
    queue.clear();
    journeys.clear();
    for (const journey of firstJourneys) journeys.add(journey);
  };
  const open = () => {
    const journey = newJourneyId();
    journeys.add(journey);
    return journey;
  };

  async function answer(request: Request, path: string): Promise<Answer> {
    const dialect = dialectAt(path);
    const asked = { family: dialect?.family ?? 'portal', path, timestamp: now().toISOString() } as const;
    if (!dialect && path !== JOURNEY_PATH) return refuseTransport(asked, 404, 'no documented path');
    if (request.method !== 'POST') return refuseTransport(asked, 405, 'every documented call is a POST');
    const { headers } = request;
    const contentType = headers.get('content-type') ?? '';
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (!dialect) return answerJourney(asked, { contentType, bytes }, queue, { account, open });
    const answered = await answerCapture(dialect, { asked, headers, contentType, bytes }, state);
    keep(received, answered.received);
    return answered.answer;
  }

  return {
    owns: ownsPath,
    async handle(request) {
      const path = new URL(request.url).pathname;
      try {
        if (path.startsWith(CONTROL_PREFIX)) return await control(request, path, { received, queue, reset });
        return await send(await answer(request, path), request.signal);
      } catch (cause) {
        if (request.signal.aborted) return Response.error();
        throw cause;
      }
    },
    received,
    reset,
  };
}
