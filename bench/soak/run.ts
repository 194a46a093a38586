import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { writeGeneratedPart } from '../../scripts/generated-part.ts';
import { growth, soakReport, type SoakRecord } from './report.ts';
import { soakMounts, soakTracking } from './soak.ts';

/**
 * `npm run soak`: 500 mounts and, at the same time in a browser of its own, 30 minutes of tracking. Prints the figures and
 * writes them; fails where something is left over or memory grew by more than 5 %.
 */
const MOUNTS = 500;
const TRACKING_SECONDS = 30 * 60;
const ALLOWED_GROWTH = 0.05;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const RESULTS = at('../results/soak.json');

const [mounts, tracking] = await Promise.all([
  soakMounts({ mounts: MOUNTS, weighEvery: 10, onWeighing: told('mounts') }),
  soakTracking({ seconds: TRACKING_SECONDS, weighEverySeconds: 10, onWeighing: told('seconds of tracking') }),
]);
const { version } = JSON.parse(await readFile(at('../../package.json'), 'utf8')) as { version: string };
const record: SoakRecord = { version, processorCores: cpus().length, mounts, tracking };
await mkdir(at('../results/'), { recursive: true });
await writeFile(RESULTS, `${JSON.stringify(record, null, 2)}\n`);
const report = soakReport(record);
console.log(report);
await writeGeneratedPart(at('../../docs/endurance.md'), 'npm run soak', report);

const left = [mounts.left, tracking.left].flatMap((held) => Object.values(held));
const grown = [growth(mounts.weighings), growth(tracking.weighings)].flatMap(({ heap, resident }) => [
  heap.share,
  resident.share,
]);
if (left.some((count) => count > 0) || grown.some((share) => share > ALLOWED_GROWTH)) {
  console.error('Something is left over, or memory has grown by more than 5 %.');
  process.exitCode = 1;
}

function told(what: string) {
  return (count: number) => process.stderr.write(`${count} ${what}\n`);
}
