import type { RunOptions, SceneName, SceneResult } from './result.ts';

/** What the command asks of the page. */
export interface GuardBench {
  /** Loads the engine and the people, and lists the scenes of the benchmark or those to fit on. */
  open(what: 'benchmark' | 'training'): Promise<SceneName[]>;
  run(ids: readonly string[], options: RunOptions): Promise<SceneResult[]>;
  /**
   * Shows scenes one after the other as a camera that keeps watching does, each for some frames.
   *
   * @returns every failing `guard/measure` at the end of each scene
   */
  film(ids: readonly string[]): Promise<string[][]>;
}

declare global {
  var guardBench: GuardBench;
}
