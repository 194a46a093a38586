import { exchangeOverNode } from './node-exchange.js';
import type { NodeRequest, NodeResponse } from './node-types.js';
import type { Relay } from './options.js';
import { refusal, refusalAnswer } from './refusal.js';

export type NodeHandler<Incoming extends NodeRequest> = (incoming: Incoming, outgoing: NodeResponse) => void;

/**
 * The relay as a request listener of Node's `http` and `https`. Callbacks get Node's own request as their
 * context.
 *
 * @param onError told where the option `log` throws, or the body was read before; the client gets a 500. By
 *   default it is thrown, as any error in a request listener is.
 */
export function toNodeHandler<Incoming extends NodeRequest>(
  relay: Relay<Incoming>,
  onError: (error: unknown) => void = throwLater,
): NodeHandler<Incoming> {
  return (incoming, outgoing) => {
    exchangeOverNode(relay, incoming, outgoing, incoming.url ?? '/').catch(async (error: unknown) => {
      await answerFailure(outgoing);
      onError(error);
    });
  };
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

async function answerFailure(outgoing: NodeResponse): Promise<void> {
  if (outgoing.headersSent || outgoing.destroyed) return;
  const answer = refusalAnswer(refusal('RELAY_FAILED', 'The relay failed.'));
  outgoing.statusCode = answer.status;
  for (const [name, value] of answer.headers) outgoing.setHeader(name, value);
  outgoing.end(new Uint8Array(await answer.arrayBuffer()));
}
