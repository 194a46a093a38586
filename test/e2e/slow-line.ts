import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** So many pieces a second come, however slow the line is. */
const PIECES_A_SECOND = 10;

/** A line that everything goes through together, no faster than that. */
export function slowLine(bytesASecond: number): (file: Readable) => Readable {
  const pieceBytes = Math.ceil(bytesASecond / PIECES_A_SECOND);
  let isFreeAt = performance.now();

  async function* slowed(file: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        isFreeAt = Math.max(isFreeAt, performance.now()) + (1000 * piece.length) / bytesASecond;
        await sleep(isFreeAt - performance.now());
        yield piece;
      }
    }
  }

  return (file) => Readable.from(slowed(file));
}
