import { openBenchPage } from '../guards/open-page.ts';
import type { SequenceResult } from './result.ts';

export interface Sequences {
  readonly leftOut: readonly string[];
  readonly results: readonly SequenceResult[];
}

export interface SequenceChoice {
  /** How many sequences each person gets; number 0 and every third have a blink. */
  readonly perPerson: number;
  /** How many people at most; all of them by default. */
  readonly mostPeople?: number;
  readonly onProgress?: (done: number, all: number) => void;
}

/** Plays sequences of frames to the real analyser and guards in Chromium, until a photo is taken of each. */
export async function playSequences({
  perPerson,
  mostPeople = Infinity,
  onProgress,
}: SequenceChoice): Promise<Sequences> {
  const { page, close } = await openBenchPage('/bench/best-frame/page/index.html');
  try {
    await page.waitForFunction(() => 'bestFrameBench' in globalThis);
    const opened = await page.evaluate(() => globalThis.bestFrameBench.open());
    const { leftOut } = opened;
    const people = opened.people.slice(0, mostPeople);
    const results: SequenceResult[] = [];
    for (let number = 0; number < perPerson; number += 1) {
      for (const file of people) {
        results.push(
          await page.evaluate(([who, which]) => globalThis.bestFrameBench.play(who, which), [
            file,
            number,
          ] as const),
        );
        onProgress?.(results.length, perPerson * people.length);
      }
    }
    return { leftOut, results };
  } finally {
    await close();
  }
}
