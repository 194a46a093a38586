import type { Hint } from '../types/capture.js';

/** Failures that this project names itself; the documented server codes come on top. */
export const OWN_ERROR_CODES = [
  'INSECURE_CONTEXT',
  'CAMERA_UNSUPPORTED',
  'CAMERA_DENIED',
  'CAMERA_BLOCKED',
  'CAMERA_NOT_FOUND',
  'CAMERA_IN_USE',
  'CAMERA_LOST',
  'CAMERA_TOO_SMALL',
  'ENGINE_UNAVAILABLE',
  'ENGINE_FAILED',
  'ASSETS_MISSING',
  'ASSETS_CORRUPT',
  'PHOTO_FAILED',
  'CARD_NOT_AN_IMAGE',
  'CARD_HEIC',
  'CARD_CORRUPT',
  'CARD_TOO_LARGE',
  'CARD_TOO_SMALL',
  'ENDPOINT_INVALID',
  'ENDPOINT_UNREACHABLE',
  'ENDPOINT_TIMEOUT',
  'ENDPOINT_FAILED',
  'RESPONSE_UNREADABLE',
  'RESPONSE_UNKNOWN',
  'SENDING_CANCELLED',
  'SERVER_REFUSED',
  'DIALECT_UNSUPPORTED',
  'REQUEST_INCOMPLETE',
] as const;

/** One of this project's codes, or a code documented by the vendor (`INVALID_JOURNEY_ID`, say). */
export type CaptureErrorCode = (typeof OWN_ERROR_CODES)[number] | (string & Record<never, never>);

export interface CaptureErrorOptions {
  /** The failure underneath. */
  readonly cause?: unknown;
  /** What the person can do, where the person can do something. */
  readonly hint?: Hint;
  /** Whether trying again on the same page can help. Default: false. */
  readonly recoverable?: boolean;
  /** The server's body as parsed, or its text, for the host; never shown and never logged. */
  readonly raw?: unknown;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** When the server wants to be asked again, milliseconds from the answer. */
  readonly retryAfterMs?: number;
}

/**
 * The only error that this package raises for what can go wrong at run time.
 *
 * @throws nothing itself; `RangeError` and `TypeError` are kept for wrong use by the programmer.
 */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;
  readonly hint: Hint | undefined;
  readonly recoverable: boolean;
  readonly raw: unknown;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  /** @param message What happened, what it was about and what to do, for a developer. Never an image, key or journey. */
  constructor(code: CaptureErrorCode, message: string, options: CaptureErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.recoverable = options.recoverable ?? false;
    this.raw = options.raw;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }

  /**
   * Whether the server may have taken the request although no verdict came: the connection broke, time ran out,
   * something between answered, or the waiting was given up. Sending again may then count twice.
   */
  get maybeSent(): boolean {
    if (UNCERTAIN.has(this.code)) return true;
    return this.code === 'ENDPOINT_FAILED' && this.status !== 429 && this.status !== 503;
  }

  /** The same error, thrown at the same place, with some of it changed. */
  with(changes: CaptureErrorOptions): CaptureError {
    const { cause, recoverable, raw, hint, status, retryAfterMs, stack } = this;
    const copy = new CaptureError(this.code, this.message, {
      cause,
      recoverable,
      raw,
      ...(hint ? { hint } : {}),
      ...(status === undefined ? {} : { status }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...changes,
    });
    return Object.assign(copy, { stack });
  }
}

/** Failures after which nobody knows whether the request arrived. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  'ENDPOINT_UNREACHABLE',
  'ENDPOINT_TIMEOUT',
  'RESPONSE_UNREADABLE',
  'SENDING_CANCELLED',
]);

/** Tells a `CaptureError` by its name too, since two copies of this package may stand in one page. */
export function isCaptureError(value: unknown): value is CaptureError {
  return (
    value instanceof CaptureError ||
    (value instanceof Error && value.name === 'CaptureError' && 'code' in value)
  );
}
