import type {} from './guard-bench.ts';
import { openBenchPage } from './open-page.ts';
import type { RunOptions, SceneName, SceneResult } from './result.ts';

const BATCH = 20;

export interface Selection extends RunOptions {
  readonly what: 'benchmark' | 'training';
  readonly takes?: (scene: SceneName) => boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

/** A person before the camera, to whom one scene after the other happens. */
export interface Film {
  readonly file: string;
  readonly kinds: readonly string[];
}

/** Shows films to the analyser in Chromium, and tells what fails at the end of each of their scenes. */
export async function runFilms(films: readonly Film[]): Promise<string[][][]> {
  const { page, close } = await openBenchPage();
  try {
    await page.waitForFunction(() => 'guardBench' in globalThis);
    await page.evaluate(() => globalThis.guardBench.open('benchmark'));
    const failing: string[][][] = [];
    for (const { file, kinds } of films) {
      const ids = kinds.map((kind) => `${file}/${kind}`);
      failing.push(await page.evaluate((wanted) => globalThis.guardBench.film(wanted), ids));
    }
    return failing;
  } finally {
    await close();
  }
}

/** Puts scenes through the analyser in Chromium, one after the other. */
export async function runScenes({ what, takes, onProgress, ...options }: Selection): Promise<SceneResult[]> {
  const { page, close } = await openBenchPage();
  try {
    await page.waitForFunction(() => 'guardBench' in globalThis);
    const listed = await page.evaluate((wanted) => globalThis.guardBench.open(wanted), what);
    const ids = listed.filter((scene) => takes?.(scene) ?? true).map(({ id }) => id);
    const results: SceneResult[] = [];
    for (let done = 0; done < ids.length; done += BATCH) {
      const batch = ids.slice(done, done + BATCH);
      results.push(
        ...(await page.evaluate(([wanted, how]) => globalThis.guardBench.run(wanted, how), [
          batch,
          options,
        ] as const)),
      );
      onProgress?.(results.length, ids.length);
    }
    return results;
  } finally {
    await close();
  }
}
