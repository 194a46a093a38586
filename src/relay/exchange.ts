import type { Lifetime, Stage } from './lifetime.js';
import type { RelayLogEntry } from './options.js';
import type { Settings } from './settings.js';

/** One request on its way through the relay. */
export interface Exchange<Context> {
  readonly settings: Settings<Context>;
  readonly request: Request;
  readonly context: Context | undefined;
  readonly lifetime: Lifetime;
  /** What every answer to this request carries, a refusal too. */
  readonly headers: Headers;
  /** Says what is waited for from here on. */
  readonly enter: (stage: Stage) => void;
  readonly countBytes: (bytes: number) => void;
  /** Adds to the log entry. */
  readonly note: (more: Pick<RelayLogEntry, 'vendorCode'>) => void;
}
