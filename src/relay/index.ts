export { createRelay } from './relay.js';
export { toExpress } from './express.js';
export type { ExpressHandler } from './express.js';
export { toNodeHandler } from './node-handler.js';
export type { NodeHandler } from './node-handler.js';
export type { NodeRequest, NodeResponse } from './node-types.js';
export type { JourneySource, RateLimit, Relay, RelayLogEntry, RelayOptions } from './options.js';
export { REFUSAL_STATUS } from './refusal.js';
export type { RefusalCode } from './refusal.js';
