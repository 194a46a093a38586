import { exchangeOverNode } from './node-exchange.js';
import type { NodeRequest, NodeResponse } from './node-types.js';
import type { Relay } from './options.js';

export type ExpressHandler<Incoming extends NodeRequest> = (
  incoming: Incoming & { readonly originalUrl?: string },
  outgoing: NodeResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * The relay as a handler of Express 4 and 5, to be mounted before body parsers. Callbacks get Express' request as
 * their context, so they see its session. Where the option `log` throws, or the body was read before, the error
 * goes to `next`.
 */
export function toExpress<Incoming extends NodeRequest>(relay: Relay<Incoming>): ExpressHandler<Incoming> {
  return (incoming, outgoing, next) => {
    exchangeOverNode(relay, incoming, outgoing, incoming.originalUrl ?? incoming.url ?? '/').catch(next);
  };
}
