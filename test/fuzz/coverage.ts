import { Session, type Profiler } from 'node:inspector';

/** Which blocks of some source files ran, by the counters of the JavaScript engine itself. */
export class Coverage {
  readonly #session = new Session();
  readonly #sources: readonly string[];
  readonly #seen = new Set<string>();

  /** @param sources ends of the files' addresses */
  constructor(sources: readonly string[]) {
    this.#sources = sources;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Blocks that ran at least once since the beginning. */
  get blocks(): number {
    return this.#seen.size;
  }

  /** How many blocks ran since the last call and never before. */
  take(): number {
    const before = this.#seen.size;
    for (const block of this.#ran()) this.#seen.add(block);
    return this.#seen.size - before;
  }

  /** Like `take`, but remembers nothing. */
  peek(): number {
    return [...this.#ran()].filter((block) => !this.#seen.has(block)).length;
  }

  *#ran(): Generator<string> {
    for (const { url, functions } of this.#counted()) {
      if (!this.#sources.some((end) => url.split('?')[0]?.endsWith(end))) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count > 0) yield `${url}:${startOffset}-${endOffset}`;
        }
      }
    }
  }

  #counted(): readonly Profiler.ScriptCoverage[] {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    // Answered before the call returns, since the session is of this very thread.
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      scripts = result;
    });
    return scripts;
  }
}
