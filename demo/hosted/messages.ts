/** A request that the service worker caught, as it goes to the page that sent it. */
export interface CaughtRequest {
  readonly kind: 'request';
  /** Within the demo's folder, from its first slash on. */
  readonly path: string;
  readonly method: string;
  readonly headers: [name: string, value: string][];
  /** Null where the method allows none. */
  readonly body: ArrayBuffer | null;
}

/** What the page says about it, through the port that came with the request. */
export type PageAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: [name: string, value: string][];
      readonly body: ArrayBuffer;
    }
  /** The connection is to break. */
  | { readonly kind: 'broken' };

/** Says through the same port that nobody waits any more. */
export interface RequestAborted {
  readonly kind: 'aborted';
}

/** Asks the service worker for the page that it does not control yet, one that was reloaded past it for example. */
export interface ClaimPages {
  readonly kind: 'claim';
}
