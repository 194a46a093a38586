import { CaptureError, isCaptureError } from '../core/errors.js';

/** What the page or the machine lacks: the element waits in `blocked` until it is there. */
const BLOCKING: ReadonlySet<string> = new Set([
  'INSECURE_CONTEXT',
  'CAMERA_UNSUPPORTED',
  'CAMERA_DENIED',
  'CAMERA_BLOCKED',
  'CAMERA_NOT_FOUND',
  'CAMERA_IN_USE',
  'CAMERA_LOST',
  'CAMERA_TOO_SMALL',
  'ENGINE_UNAVAILABLE',
]);

/** Whether an error belongs to the phase `blocked` rather than to `failed`. */
export function isBlocking({ code }: CaptureError): boolean {
  return BLOCKING.has(code);
}

/** Gives whatever was thrown the one type that hosts handle; the original stays in `cause`. */
export function toCaptureError(cause: unknown): CaptureError {
  if (isCaptureError(cause)) return cause;
  return new CaptureError('ENGINE_FAILED', 'The capture stopped by an unforeseen failure, see `cause`.', {
    cause,
    recoverable: true,
  });
}
