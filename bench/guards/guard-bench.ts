import type { RunOptions, SceneName, SceneResult } from './result.ts';

/** What the command asks of the page. */
export interface GuardBench {
  /** Loads the engine and the people, and lists the scenes of the benchmark or those to fit on. */
  open(what: 'benchmark' | 'training'): Promise<SceneName[]>;
  run(ids: readonly string[], options: RunOptions): Promise<SceneResult[]>;
}

declare global {
  var guardBench: GuardBench;
}
