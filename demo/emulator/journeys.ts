import { answerWellFormed, refuseTransport, type Answer, type Asked } from './answer.ts';
import type { AnswerQueue } from './answer-queue.ts';
import { errorBody } from './envelopes.ts';
import { readBody, type Field } from './read-body.ts';
import { refusalById } from './refusals.ts';

/** Who may make journeys, and how one is made. */
export interface JourneyOffice {
  readonly account: { readonly username: string; readonly password: string };
  /** Makes a journey and lets it in. */
  readonly open: () => string;
}

/**
 * Create JourneyID (EMAS eKYC portal docs): failures come with status 400. Success says `message`, where the
 * capture endpoints say `messageCode`.
 */
export async function answerJourney(
  asked: Asked,
  { contentType, bytes }: { contentType: string; bytes: Uint8Array<ArrayBuffer> },
  queue: AnswerQueue,
  office: JourneyOffice,
): Promise<Answer> {
  const body = await readBody('json', contentType, bytes);
  if (!body.ok) return refuseTransport(asked, body.status, body.reason);
  const wrong = refusalOf(body.fields, office);
  if (wrong) {
    const shown = errorBody('B', refusalById(wrong), { status: 400, ...asked });
    return {
      kind: 'reply',
      id: wrong,
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify(shown),
      delayMs: 0,
      reason: 'username or password is missing or wrong',
    };
  }
  return answerWellFormed(asked, queue.take('journey'), () => ({
    status: 'success',
    message: 'api.success',
    journeyId: office.open(),
  }));
}

function refusalOf(fields: readonly Field[], { account }: JourneyOffice): string | null {
  const value = (name: string) => fields.find((field) => field.name === name)?.value;
  const [username, password] = [value('username'), value('password')];
  if (!username || !password) return 'MISSING_PARAM_CRENDENTIAL';
  if (username !== account.username) return 'USERNAME_NOT_EXIST';
  return password === account.password ? null : 'INCORRECT_PASSWORD';
}
