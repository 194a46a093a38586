import { refusal } from './refusal.js';

/** Size of the blocks that a body is read in. */
export const BLOCK_BYTES = 64 * 1024;

export interface BlockReader {
  readonly maxBytes: number;
  /** Told of every piece as it arrives. */
  readonly count?: (bytes: number) => void;
  /** Ends the wait for a piece that never comes. */
  readonly within: <T>(work: Promise<T>) => Promise<T>;
}

/**
 * A body in blocks of `BLOCK_BYTES`, the last one shorter. Pieces are copied together, since a sender who cuts
 * a body into single bytes would otherwise take a hundred times its size in memory.
 *
 * The stream is neither drained nor cancelled where reading stops early: that is the server's to decide, and
 * some cut the connection on it before the answer is out.
 *
 * @throws {CaptureError} `PAYLOAD_TOO_LARGE` as soon as there are more than `maxBytes`.
 * @throws whatever the stream fails with.
 */
export async function* readBlocks(
  body: ReadableStream<Uint8Array>,
  { maxBytes, count, within }: BlockReader,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const reader = body.getReader();
  let block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await within(reader.read());
      if (done) break;
      total += value.length;
      count?.(value.length);
      if (total > maxBytes) throw refusal('PAYLOAD_TOO_LARGE', `The body has more than ${maxBytes} bytes.`);
      for (let at = 0; at < value.length;) {
        const piece = value.subarray(at, at + BLOCK_BYTES - filled);
        block.set(piece, filled);
        at += piece.length;
        filled += piece.length;
        if (filled === BLOCK_BYTES) {
          yield block;
          block = new Uint8Array(BLOCK_BYTES);
          filled = 0;
        }
      }
    }
    if (filled > 0) yield block.subarray(0, filled);
  } finally {
    reader.releaseLock();
  }
}

/** All blocks in one piece. */
export async function joinBlocks(
  blocks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const block of blocks) {
    all.push(block);
    length += block.length;
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const block of all) {
    joined.set(block, at);
    at += block.length;
  }
  return joined;
}
