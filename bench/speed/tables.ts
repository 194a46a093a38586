import type { FrameRun } from './frames.ts';
import type { GarbageRun } from './garbage.ts';
import type { IdleRun } from './idle.ts';
import type { LoadingRun } from './loading.ts';
import type { MemoryRun } from './memory.ts';
import type { PhotoRun } from './photo.ts';
import type { ScaleRow } from './scale.ts';
import { BARE_WORKER } from './side.ts';
import type { StepRow } from './steps.ts';
import { ratio, spread } from './statistics.ts';
import { targets } from './targets.ts';

/** Runs of each side by its name. */
export type BySide<Run> = Readonly<Record<string, readonly Run[]>>;

/** Everything that was measured, as it is written to `bench/results/speed.json`; parts that did not run are absent. */
export interface SpeedResult {
  frames?: Readonly<Record<string, BySide<FrameRun>>>;
  /** By the camera's size. */
  steps?: Readonly<Record<string, readonly StepRow[]>>;
  loading?: BySide<LoadingRun>;
  bytes?: Readonly<Record<string, { readonly total: number; readonly files: readonly string[] }>>;
  photo?: readonly PhotoRun[];
  memory?: BySide<MemoryRun>;
  garbage?: BySide<GarbageRun>;
  idle?: readonly IdleRun[];
  crowds?: readonly ScaleRow[];
  elements?: readonly ScaleRow[];
  slow?: readonly ScaleRow[];
}

/** Side that others are compared with. */
const BASE = BARE_WORKER.name;
/** What follows a side's name where the browser has kept compiled code from a visit before. */
export const LATER = ', later visit';
const FRAME_COLUMNS = {
  'frames/s': 'fps',
  'engine’s call': 'engine',
  'frame, all in': 'frame',
  'beyond the call': 'beyond',
  'its p95': 'beyondP95',
  'page’s thread': 'mainTask',
  'its scripts': 'mainScript',
  'long tasks': 'longTasks',
} as const satisfies Record<string, keyof FrameRun>;

/** Tables in Markdown, times in milliseconds: median (least to greatest). */
export function speedTables(result: SpeedResult): string {
  const { frames = {}, steps, loading, bytes, photo, memory, garbage, idle, crowds, elements, slow } = result;
  return [
    `### What was asked for\n\n${targetTable(result)}`,
    ...Object.entries(frames).map(([size, sides]) => `### Frames at ${size}\n\n${frameTable(sides)}`),
    steps && `### Steps of a frame in the worker\n\n${stepTable(steps)}`,
    loading && `### Loading\n\n${loadingTable(loading, bytes ?? {})}`,
    photo && `### Photo\n\n${photoTable(photo)}`,
    memory && `### Memory in MB\n\n${memoryTable(memory)}`,
    garbage && `### Garbage of the worker\n\n${garbageTable(garbage)}`,
    idle && `### Nothing to do\n\n${idleTable(idle)}`,
    crowds && `### People in the picture\n\n${scaleTable('people', crowds)}`,
    elements && `### Elements on a page\n\n${scaleTable('elements', elements)}`,
    slow && `### Slow devices\n\n${scaleTable('slowed', slow)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function targetTable(result: SpeedResult): string {
  const told = { true: 'yes', false: '**no**', null: '' } as const;
  return table(
    ['what', 'asked', 'measured', 'reached'],
    targets(result).map(({ what, asked, measured, isReached, digits }) => [
      what,
      asked,
      measured === null ? 'not measured' : measured.toFixed(digits),
      told[`${isReached}`],
    ]),
  );
}

function frameTable(sides: BySide<FrameRun>): string {
  const keys = Object.values(FRAME_COLUMNS);
  const rows = Object.entries(sides).map(([name, runs]) => {
    const bare = sides[name.includes('Google') ? `${BASE}, Google’s model` : BASE];
    const part = bare
      ? ratio(
          runs.map(({ frame }) => frame),
          bare.map(({ engine }) => engine),
        ).toFixed(2)
      : '–';
    return [name, ...keys.map((key) => told(runs.map((run) => run[key]))), part];
  });
  return table(['side', ...Object.keys(FRAME_COLUMNS), 'frame ÷ bare call'], rows);
}

/** Median and 95th percentile at each size. */
function stepTable(steps: NonNullable<SpeedResult['steps']>): string {
  const sizes = Object.keys(steps);
  const names = [...new Set(Object.values(steps).flatMap((rows) => rows.map(({ name }) => name)))];
  const cell = (size: string, name: string) => {
    const row = steps[size]?.find((step) => step.name === name);
    return row ? `${row.median.toFixed(2)} (${row.p95.toFixed(2)})` : '–';
  };
  return table(
    ['step: median (95th percentile)', ...sizes],
    names.map((name) => [name, ...sizes.map((size) => cell(size, name))]),
  );
}

function loadingTable(loading: BySide<LoadingRun>, bytes: NonNullable<SpeedResult['bytes']>): string {
  const rows = Object.entries(loading).map(([name, runs]) => {
    const toHint = runs.map((run) => run.toHint);
    const base = loading[name.endsWith(LATER) ? BASE + LATER : BASE]?.map((run) => run.toHint);
    return [
      name,
      told(toHint),
      base ? ratio(toHint, base).toFixed(2) : '–',
      told(runs.map(({ toPreview }) => toPreview)),
      told(runs.map(({ blocked }) => blocked)),
      bytes[name] ? `${(bytes[name].total / 1e6).toFixed(2)} MB in ${bytes[name].files.length} files` : '–',
    ];
  });
  return table(
    ['side', 'start to first hint', '÷ bare', 'start to preview', 'blocked', 'bytes, brotli'],
    rows,
  );
}

function photoTable(photo: readonly PhotoRun[]): string {
  const [first] = photo;
  return table(
    ['size', 'good face to photo', 'photo to request', 'long tasks'],
    [
      [
        first ? `${first.width}×${first.height}` : '–',
        told(photo.map(({ goodToPhoto }) => goodToPhoto)),
        told(photo.map(({ photoToRequest }) => photoToRequest)),
        told(photo.map(({ longTasks }) => longTasks)),
      ],
    ],
  );
}

function garbageTable(garbage: BySide<GarbageRun>): string {
  return table(
    ['side', 'kB a frame'],
    Object.entries(garbage).map(([name, runs]) => [name, told(runs.map(({ kilobytes }) => kilobytes))]),
  );
}

function memoryTable(memory: BySide<MemoryRun>): string {
  const base = memory[BASE]?.map(({ late }) => late);
  const rows = Object.entries(memory).map(([name, runs]) => {
    const late = runs.map((run) => run.late);
    return [
      name,
      told(runs.map(({ early }) => early)),
      told(late),
      base ? ratio(late, base).toFixed(2) : '–',
    ];
  });
  return table(['side', 'after 10 s', 'after 60 s', '÷ bare'], rows);
}

function idleTable(idle: readonly IdleRun[]): string {
  return table(
    ['state', 'frames analysed in 3 s', 'camera let go'],
    idle.map(({ name, frames, isCameraReleased }) => [name, String(frames), isCameraReleased ? 'yes' : 'no']),
  );
}

function scaleTable(what: string, rows: readonly ScaleRow[]): string {
  const columns = ['fps', 'frame', 'engine', 'beyond', 'mainTask'] as const;
  return table(
    [what, 'frames/s', 'frame, all in', 'engine’s call', 'beyond the call', 'page’s thread'],
    rows.map(({ name, runs }) => [name, ...columns.map((key) => told(runs.map((run) => run[key])))]),
  );
}

function told(values: readonly number[]): string {
  const { median, min, max } = spread(values);
  const digits = median < 100 ? 1 : 0;
  const [middle, least, most] = [median, min, max].map((value) => value.toFixed(digits));
  return least === most ? `${middle}` : `${middle} (${least} to ${most})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}
