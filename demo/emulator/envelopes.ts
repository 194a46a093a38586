import type { Family } from './dialects.ts';

/** Every documented form of an error answer; `B-code` is how public clients expect it. */
export const SHAPES = ['A', 'A-bare', 'B', 'B-result', 'B-scorecard', 'B-code', 'C', 'D', 'E'] as const;
export type Shape = (typeof SHAPES)[number];

/** What an error says on the wire. */
export interface ErrorWords {
  /** A code or a message, as listed in the docs; null is what the portal's list calls `null`. */
  readonly words: string | null;
  /** The code where `words` is a message. */
  readonly code?: string;
  /** The message where `words` is a code. */
  readonly message?: string;
}

/** What the Spring default page tells of the request. */
export interface ErrorContext {
  readonly status: number;
  readonly path: string;
  readonly timestamp: string;
}

/** The form that a family's own samples show. */
export const FAMILY_SHAPE = { portal: 'B', face: 'A', live: 'C' } as const satisfies Record<Family, Shape>;

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
};

/**
 * The body of an error answer.
 *
 * A, A-bare and B-result: OkayFace error list (older API docs). B: OkayFace error list (eKYC API docs).
 * B-scorecard, D and E: error list and create JourneyID (EMAS eKYC portal docs). C: `error` by the OkayLive
 * pages, `error_code` by the engine's.
 */
export function errorBody(shape: Shape, { words, code, message }: ErrorWords, context: ErrorContext): object {
  switch (shape) {
    case 'A':
      return { error: words, request_id: null };
    case 'A-bare':
      return { error: words };
    case 'B':
      return { status: 'error', message: words };
    case 'B-result':
      return { status: 'error', message: words, result: null };
    case 'B-scorecard':
      return { status: 'error', messageCode: null, message: words, scorecardResult: null };
    case 'B-code':
      return { status: 'error', messageCode: code ?? words, message: message ?? words };
    case 'C': {
      const known = code ?? (message === undefined ? undefined : words);
      return { error: message ?? words, ...(known === undefined ? {} : { error_code: known }) };
    }
    case 'D': {
      const status = context.status < 400 ? 500 : context.status;
      return {
        timestamp: context.timestamp,
        status,
        error: STATUS_WORDS[status] ?? 'Internal Server Error',
        message: words ?? 'No message available',
        path: context.path,
      };
    }
    case 'E':
      return { status: context.status >= 500 ? 'Internal Server Error' : 'error' };
    default:
      return shape satisfies never;
  }
}
