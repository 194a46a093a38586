/** What the fuzzing thread is started with. */
export interface FuzzJob {
  readonly name: string;
  readonly seconds: number;
  readonly seed: number;
  /** Two counters (executions, length of the input) and the input that is being tried. */
  readonly shared: SharedArrayBuffer;
}

/** What it tells every second, and at its end. */
export interface FuzzNews {
  readonly kind: 'news' | 'done';
  readonly executions: number;
  readonly blocks: number;
  readonly corpus: number;
  /** Bytes. */
  readonly memory: { readonly rss: number; readonly heapUsed: number; readonly arrayBuffers: number };
}
