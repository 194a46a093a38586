import { cpus } from 'node:os';

/** What a run saw of one engine. */
export interface Finding {
  readonly engine: string;
  /** What drove it. */
  readonly driver: string;
  readonly version: string;
  /** Where faces were looked for; nowhere without WebGL. */
  readonly path: 'worker' | 'page' | 'none';
  /** Analysed frames a second; null where none was analysed. */
  readonly framesPerSecond: number | null;
}

export interface Skipped {
  readonly engine: string;
  readonly why: string;
}

const PATHS = {
  worker: 'in the worker',
  page: 'on the page’s own thread',
  none: 'nowhere: no WebGL, so `blocked` with `ENGINE_UNAVAILABLE`',
} satisfies Record<Finding['path'], string>;

/** What the engines showed, as a part of `docs/browsers.md`. */
export function findingsTable(findings: readonly Finding[], skipped: readonly Skipped[]): string {
  const rows = findings.map(({ engine, driver, version, path, framesPerSecond }) =>
    [engine, version, driver, PATHS[path], framesPerSecond?.toFixed(1) ?? '–'].join(' | '),
  );
  const omitted = skipped.length === 0 ? 'None.' : skipped.map(({ why }) => why).join(' ');
  return [
    '| engine | version | driven by | faces looked for | frames a second |',
    '| --- | --- | --- | --- | ---: |',
    ...rows.map((row) => `| ${row} |`),
    '',
    `Skipped: ${omitted}`,
    '',
    `Measured on ${cpus().length} processor cores without a GPU, shared by the browser, its software WebGL and the ` +
      'painted camera of 1280 × 720: compare the rows with each other, not with a telephone.',
  ].join('\n');
}
