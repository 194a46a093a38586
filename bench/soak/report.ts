import type { Held } from '../../test/page/resource-ledger.ts';
import type { CacheResult, SoakResult, TrackingResult, Weighing } from './soak.ts';

/** What a soak writes down. */
export interface SoakRecord {
  readonly version: string;
  readonly processorCores: number;
  readonly mounts: SoakResult;
  /** The control: camera, worker and canvas without the element. */
  readonly bare: SoakResult;
  readonly caches: CacheResult;
  readonly tracking: TrackingResult;
}

/** How a level of memory moved, in bytes. */
export interface Growth {
  readonly early: number;
  readonly late: number;
  /** 0.05 for 5 % more at the end. */
  readonly share: number;
}

/** Caches and pools fill before. */
const WARM_SECONDS = 120;
/** How many weighings make a level: single ones depend on when the collector last ran. */
const WINDOW = 6;

/** Compares the median after the warm-up with that of the end. */
export function growth(weighings: readonly Weighing[]): { heap: Growth; resident: Growth } {
  const early = weighings.filter(({ seconds }) => seconds >= WARM_SECONDS).slice(0, WINDOW);
  const late = weighings.slice(-WINDOW);
  const of = (size: (weighing: Weighing) => number): Growth => {
    const levels = { early: median(early.map(size)), late: median(late.map(size)) };
    return { ...levels, share: levels.late / levels.early - 1 };
  };
  return { heap: of(({ heapBytes }) => heapBytes), resident: of(({ residentBytes }) => residentBytes) };
}

/** The figures as Markdown. */
export function soakReport({ processorCores, mounts, bare, caches, tracking }: SoakRecord): string {
  const rows = [
    ...rowsOf(`${count(mounts)} mounts`, mounts),
    ...rowsOf(`${count(bare)} times without the element`, bare),
    ...rowsOf(`${Math.round((tracking.weighings.at(-1)?.at ?? 0) / 60)} minutes of tracking`, tracking),
  ];
  return [
    '| what | memory | after 2 minutes | at the end | most | change |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    cachesInWords(caches),
    '',
    `Left over after the mounts: ${heldInWords(mounts.left)}, of ${heldInWords(mounts.ever)}.`,
    '',
    `Left over after the tracking: ${heldInWords(tracking.left)}, of ${heldInWords(tracking.ever)}. ` +
      `${tracking.framesPerSecond.toFixed(1)} frames were analysed a second, of the camera's 15; the worker held ` +
      `${tracking.mostFramesInWorker} frames at most, whenever it was asked.`,
    '',
    `Chromium, ${processorCores} processor cores, no GPU.`,
  ].join('\n');
}

function cachesInWords({ mounts, withElement, without }: CacheResult): string {
  const { withCachesBytes: kept, residentBytes: left } = withElement;
  const bare = without;
  return (
    `Left alone, the browser keeps decoded pictures: after ${mounts} runs the renderer process took ${megabytes(kept)} with ` +
    `the element and ${megabytes(bare.withCachesBytes)} without it. Told that memory is short, it came down to ` +
    `${megabytes(left)} and ${megabytes(bare.residentBytes)}.`
  );
}

function count({ weighings }: SoakResult): number {
  return weighings.at(-1)?.at ?? 0;
}

function rowsOf(what: string, { weighings }: SoakResult): string[] {
  const { heap, resident } = growth(weighings);
  const most = (size: (weighing: Weighing) => number) => Math.max(...weighings.map(size));
  return (
    [
      ['heaps of page and worker', heap, most(({ heapBytes }) => heapBytes)],
      ['renderer process', resident, most(({ residentBytes }) => residentBytes)],
    ] as const
  ).map(
    ([memory, { early, late, share }, highest]) =>
      `| ${what} | ${memory} | ${megabytes(early)} | ${megabytes(late)} | ${megabytes(highest)} | ${percent(share)} |`,
  );
}

function heldInWords({ tracks, workers, frames, objectUrls }: Held): string {
  return `${tracks} camera tracks, ${workers} workers, ${frames} frames and bitmaps, ${objectUrls} object URLs`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function percent(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('Nothing was weighed.');
  return middle;
}
