import { CaptureError } from '../core/errors.js';

/** A verdict has under 1 kB; more than this is not one, and is not taken into memory. */
export const MAX_ANSWER_BYTES = 1_000_000;

/**
 * The text of an answer, read as UTF-8.
 *
 * @throws {CaptureError} `RESPONSE_UNREADABLE` where it exceeds `MAX_ANSWER_BYTES`; the rest is not loaded.
 * @throws whatever the connection fails with while the body is read.
 */
export async function readBodyText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw new CaptureError(
        'RESPONSE_UNREADABLE',
        `The endpoint's answer exceeds ${MAX_ANSWER_BYTES} bytes. Check that it is an OkayFace endpoint.`,
        { status: response.status },
      );
    }
    text += decoder.decode(value, { stream: true });
  }
}
