/** A browser of one engine, as a test drives it. */
export interface Engine {
  readonly name: string;
  /** What drives it, in words. */
  readonly driver: string;
  /** Debian's packages that it needs. */
  readonly packages: readonly string[];
  /** Programs that must be there: an absolute path, or a name to be found in `PATH`. */
  readonly programs: readonly string[];
  readonly start: () => Promise<RunningEngine>;
}

export interface RunningEngine {
  /** The browser's own, `Firefox 140.1.0`, for example. */
  readonly version: string;
  readonly open: (address: string) => Promise<void>;
  /**
   * Runs an expression of the page, and waits where it is a promise.
   *
   * @returns its value, as JSON carries it
   */
  readonly run: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}
