import { CaptureError } from '../../src/core/errors.js';

/** What a piece of work fails with; fails itself where the work succeeds. */
export async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail and did not.');
}

/** The `CaptureError` that a piece of work fails with; any other failure is passed on. */
export async function captureErrorOf(work: () => unknown): Promise<CaptureError> {
  const error = await failureOf(work);
  if (error instanceof CaptureError) return error;
  throw error;
}
