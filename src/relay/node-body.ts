import type { NodeRequest } from './node-types.js';

/** The body of a Node request as the web knows it. */
export interface NodeBody {
  /** Takes a piece from the socket only when it is asked for one. */
  readonly stream: ReadableStream<Uint8Array>;
  /**
   * Throws away what is still to come; resolves at its end, or after `maxBytes` or `maxMs`. The stream must not
   * be read any more.
   */
  readonly drain: (maxBytes: number, maxMs: number) => Promise<void>;
}

/** @param onBreak told where the connection ends before the body does, before the stream fails */
export function createNodeBody(incoming: NodeRequest, onBreak: () => void): NodeBody {
  let sink: (chunk: Uint8Array) => void = () => undefined;
  let isOver = false;
  let isCancelled = false;
  const atEnd: (() => void)[] = [];
  const over = () => {
    isOver = true;
    for (const run of atEnd.splice(0)) run();
  };
  incoming.pause();
  incoming.on('data', (chunk) => sink(chunk));

  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        sink = (chunk) => {
          incoming.pause();
          controller.enqueue(chunk);
        };
        incoming.once('end', () => {
          if (isOver) return;
          over();
          if (!isCancelled) controller.close();
        });
        const broken = () => {
          if (isOver) return;
          over();
          onBreak();
          controller.error(new TypeError('The connection ended within the body.'));
        };
        incoming.once('error', broken);
        incoming.once('close', broken);
      },
      pull() {
        incoming.resume();
      },
      cancel() {
        isCancelled = true;
        sink = () => undefined;
      },
    },
    { highWaterMark: 0 },
  );

  return {
    stream,
    drain: (maxBytes, maxMs) =>
      new Promise((resolve) => {
        if (isOver || incoming.complete) {
          incoming.resume();
          resolve();
          return;
        }
        const timer = setTimeout(resolve, maxMs);
        atEnd.push(() => {
          clearTimeout(timer);
          resolve();
        });
        let left = maxBytes;
        sink = (chunk) => {
          left -= chunk.length;
          if (left >= 0) return;
          incoming.pause();
          clearTimeout(timer);
          resolve();
        };
        incoming.resume();
      }),
  };
}
