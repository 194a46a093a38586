import type { FrameRun } from './frames.ts';
import { BARE_GOOGLE, BARE_WORKER, ELEMENT } from './side.ts';
import { ratio, spread } from './statistics.ts';
import { LATER, type SpeedResult } from './tables.ts';

/** One thing that is to be reached, and how far it is; null where it was not measured. */
export interface Target {
  readonly what: string;
  readonly asked: string;
  readonly measured: number | null;
  readonly isReached: boolean | null;
  readonly digits: number;
}

const MIDDLE = '1280×720';
const LARGE = '1920×1080';

/** What is asked for beside what was measured; medians of the runs. */
export function targets({ frames = {}, loading, bytes, photo, memory, idle, slow }: SpeedResult): Target[] {
  const runsOf = (size: string, name: string) => frames[size]?.[name];
  const ofElement = (key: keyof FrameRun, size = MIDDLE) =>
    median(runsOf(size, ELEMENT.name)?.map((run) => run[key]));
  const frameOver = (name: string, size: string) =>
    over(
      runsOf(size, ELEMENT.name)?.map(({ frame }) => frame),
      runsOf(size, name)?.map(({ engine }) => engine),
    );
  const beyondOver = (key: 'beyond' | 'beyondP95') =>
    over(
      runsOf(MIDDLE, ELEMENT.name)?.map((run) => run[key]),
      runsOf(MIDDLE, BARE_WORKER.name)?.map(({ engine }) => engine),
    );
  const slowest = slow?.find(({ name }) => name.includes('whole process ×6'));
  return [
    atLeast('frames analysed of 30 a second, 1280×720', 29, ofElement('fps'), 2),
    atMost('a frame with everything ÷ the bare call, 1280×720', 0.9, frameOver(BARE_WORKER.name, MIDDLE)),
    atMost('the same, 1920×1080', 0.75, frameOver(BARE_WORKER.name, LARGE)),
    atMost(
      'the same over the bare call with Google’s model, 1280×720',
      0.65,
      frameOver(BARE_GOOGLE.name, MIDDLE),
    ),
    atMost('ms of a frame beyond the engine’s call, median', 3, ofElement('beyond'), 1),
    atMost('the same, 95th percentile', 6, ofElement('beyondP95'), 1),
    atMost('its median ÷ the bare call: 3 ms were asked beside a call of 16', 3 / 16, beyondOver('beyond')),
    atMost('its 95th percentile ÷ the bare call: 6 beside 16', 6 / 16, beyondOver('beyondP95')),
    atMost('ms of scripts on the page’s thread a frame', 1, ofElement('mainScript'), 2),
    atMost('the same, all tasks, those of drawing the video too', 1, ofElement('mainTask'), 2),
    atMost(
      'long tasks on the page’s thread, first hint to photo',
      0,
      median(photo?.map(({ longTasks }) => longTasks)),
      0,
    ),
    atMost('ms blocked while loading', 60, median(loading?.[ELEMENT.name]?.map(({ blocked }) => blocked)), 0),
    atMost(
      'start to first hint ÷ bare',
      1.1,
      over(
        loading?.[ELEMENT.name]?.map(({ toHint }) => toHint),
        loading?.[BARE_WORKER.name]?.map(({ toHint }) => toHint),
      ),
    ),
    atMost(
      'the same where the browser has kept compiled code',
      1.1,
      over(
        loading?.[ELEMENT.name + LATER]?.map(({ toHint }) => toHint),
        loading?.[BARE_WORKER.name + LATER]?.map(({ toHint }) => toHint),
      ),
    ),
    atMost('MB to the first hint, brotli', 5.6, megabytes(bytes?.[ELEMENT.name]?.total)),
    atMost('ms from a good face to the photo', 1150, median(photo?.map(({ goodToPhoto }) => goodToPhoto)), 0),
    atMost(
      'ms from the photo to the request',
      120,
      median(photo?.map(({ photoToRequest }) => photoToRequest)),
      0,
    ),
    atMost(
      'memory after 60 s ÷ bare',
      1.15,
      over(
        memory?.[ELEMENT.name]?.map(({ late }) => late),
        memory?.[BARE_WORKER.name]?.map(({ late }) => late),
      ),
    ),
    atMost('memory after 60 s ÷ after 10 s', 1.05, growth(memory?.[ELEMENT.name])),
    atMost(
      'frames analysed while there is nothing to do',
      0,
      idle ? sum(idle.map((run) => run.frames)) : null,
      0,
    ),
    atLeast(
      'frames a second with the whole process ×6 slower',
      4,
      median(slowest?.runs.map(({ fps }) => fps)),
      1,
    ),
  ];
}

function atMost(what: string, limit: number, measured: number | null, digits = 2): Target {
  const isReached = measured === null ? null : measured <= limit;
  return { what, asked: `≤ ${round(limit)}`, measured, isReached, digits };
}

/** Fractions as they are read. */
function round(limit: number): number {
  return Number(limit.toFixed(3));
}

function atLeast(what: string, limit: number, measured: number | null, digits: number): Target {
  const isReached = measured === null ? null : measured >= limit;
  return { what, asked: `≥ ${limit}`, measured, isReached, digits };
}

function median(values: readonly number[] | undefined): number | null {
  return values?.length ? spread(values).median : null;
}

function over(of: readonly number[] | undefined, to: readonly number[] | undefined): number | null {
  return of?.length && to?.length ? ratio(of, to) : null;
}

function growth(
  runs: readonly { readonly early: number; readonly late: number }[] | undefined,
): number | null {
  return over(
    runs?.map(({ late }) => late),
    runs?.map(({ early }) => early),
  );
}

function megabytes(bytes: number | undefined): number | null {
  return bytes === undefined ? null : bytes / 1e6;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
