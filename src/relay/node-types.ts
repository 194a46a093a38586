/** What the adapters use of Node's `IncomingMessage`; written out so that no types of Node are needed. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly httpVersionMajor: number;
  /** Whether the request has arrived whole. */
  readonly complete: boolean;
  /** Whether somebody has read of the body. */
  readonly readableDidRead: boolean;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  once(event: 'end' | 'error' | 'close', listener: (error?: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** What the adapters use of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  readonly headersSent: boolean;
  readonly writableFinished: boolean;
  setHeader(name: string, value: string | number): unknown;
  end(body?: Uint8Array): unknown;
  once(event: 'close', listener: () => void): unknown;
}
