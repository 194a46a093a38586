import { PACE } from '../../src/core/pace.ts';
import type { SequenceResult } from './result.ts';

/** How many of some sequences went as they should. */
export interface BestFrameTally {
  readonly people: number;
  readonly sequences: number;
  readonly taken: number;
  /** Photos of the best frame of the hold, and of one of its best three. */
  readonly best: number;
  readonly bestThree: number;
  /** Photos that pass every guard, judged alone from their own file. */
  readonly passAlone: number;
  readonly eyesClosed: number;
  /** Files that were refused at first, so that the hold began anew. */
  readonly refused: number;
  readonly medianMs: number;
}

/** Of the three best. */
const GOOD_RANKS = 3;

export function tally(results: readonly SequenceResult[]): BestFrameTally {
  const photos = results.flatMap(({ photo }) => photo ?? []);
  const times = photos.map(({ tookMs }) => tookMs).sort((one, other) => one - other);
  return {
    people: new Set(results.map(({ file }) => file)).size,
    sequences: results.length,
    taken: photos.length,
    best: photos.filter(({ betterFrames }) => betterFrames === 0).length,
    bestThree: photos.filter(({ betterFrames }) => betterFrames < GOOD_RANKS).length,
    passAlone: photos.filter(({ failing }) => failing.length === 0).length,
    eyesClosed: photos.filter(({ eyesClosed }) => eyesClosed).length,
    refused: photos.reduce((sum, { refused }) => sum + refused, 0),
    medianMs: Math.round(times[Math.floor(times.length / 2)] ?? PACE.holdMs),
  };
}

const ROWS: readonly (readonly [string, (tally: BestFrameTally) => string])[] = [
  ['people', ({ people }) => String(people)],
  ['sequences', ({ sequences }) => String(sequences)],
  ['photo taken', ({ taken, sequences }) => share(taken, sequences)],
  ['of the best frame', ({ best, taken }) => share(best, taken)],
  ['of one of the best three', ({ bestThree, taken }) => share(bestThree, taken)],
  ['with closed eyes', ({ eyesClosed }) => String(eyesClosed)],
  ['passes every guard, judged alone from its own JPEG', ({ passAlone, taken }) => share(passAlone, taken)],
  ['files refused at first', ({ refused }) => String(refused)],
  ['median time to the photo', ({ medianMs }) => `${medianMs} ms`],
];

/** One column for each group of sequences. */
export function table(groups: Readonly<Record<string, BestFrameTally>>): string {
  const names = Object.keys(groups);
  const rows = ROWS.map(([title, read]) => [title, ...Object.values(groups).map(read)]);
  return [['', ...names], ['', ...names].map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}
