import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { writeGeneratedPart } from '../../scripts/generated-part.ts';
import { growth, soakReport, type SoakRecord } from './report.ts';
import { soakBare, soakCaches, soakMounts, soakTracking } from './soak.ts';

/**
 * `npm run soak`: 500 mounts, 500 runs of the control, the browser's caches, and 30 minutes of tracking, one after the other. Prints the figures
 * and writes them; fails where something is left over or memory grew by more than 5 %. `npm run soak -- tracking` runs
 * one part anew and leaves the figures of the others.
 */
const MOUNTS = 500;
/** Enough for the browser to have kept all that it keeps. */
const CACHE_MOUNTS = 100;
const TRACKING_SECONDS = 30 * 60;
const ALLOWED_GROWTH = 0.05;

const PARTS = {
  mounts: () => soakMounts({ mounts: MOUNTS, weighEvery: 10, onWeighing: told('mounts') }),
  bare: () => soakBare({ mounts: MOUNTS, weighEvery: 10, onWeighing: told('runs without the element') }),
  caches: () => soakCaches(CACHE_MOUNTS),
  tracking: () =>
    soakTracking({
      seconds: TRACKING_SECONDS,
      weighEverySeconds: 30,
      onWeighing: told('seconds of tracking'),
    }),
};

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const RESULTS = at('../results/soak.json');

const wanted = process.argv.slice(2);
const unknown = wanted.find((part) => !Object.hasOwn(PARTS, part));
if (unknown !== undefined) {
  throw new Error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}.`);
}

const { version } = JSON.parse(await readFile(at('../../package.json'), 'utf8')) as { version: string };
const before = JSON.parse(await readFile(RESULTS, 'utf8')) as SoakRecord;
const record: SoakRecord = {
  version,
  processorCores: cpus().length,
  mounts: runs('mounts') ? await PARTS.mounts() : before.mounts,
  bare: runs('bare') ? await PARTS.bare() : before.bare,
  caches: runs('caches') ? await PARTS.caches() : before.caches,
  tracking: runs('tracking') ? await PARTS.tracking() : before.tracking,
};
await mkdir(at('../results/'), { recursive: true });
await writeFile(RESULTS, `${JSON.stringify(record, null, 2)}\n`);
const report = soakReport(record);
console.log(report);
await writeGeneratedPart(at('../../docs/endurance.md'), 'npm run soak', report);

const left = [record.mounts.left, record.tracking.left].flatMap((held) => Object.values(held));
const grown = [growth(record.mounts.weighings), growth(record.tracking.weighings)].flatMap(
  ({ heap, resident }) => [heap.share, resident.share],
);
if (left.some((count) => count > 0) || grown.some((share) => share > ALLOWED_GROWTH)) {
  console.error('Something is left over, or memory has grown by more than 5 %.');
  process.exitCode = 1;
}

function runs(part: keyof typeof PARTS): boolean {
  return wanted.length === 0 || wanted.includes(part);
}

function told(what: string) {
  return (count: number) => process.stderr.write(`${count} ${what}\n`);
}
