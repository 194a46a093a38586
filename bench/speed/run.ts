import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Size } from '../../src/types/frame.ts';
import { closeBrowsers } from './camera-browser.ts';
import { Films } from './films.ts';
import { writeMarkedSection } from './marked-section.ts';
import { PARTS, type Part } from './parts.ts';
import { hasGoogleBundle, openSite } from './site.ts';
import { speedTables, type SpeedResult } from './tables.ts';
import { within } from './within.ts';

/** `npm run bench:speed [-- part…]`: the built element beside the bare engine; prints the tables and writes them. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const RESULTS = at('../results/speed.json');
const DOCS = at('../../docs/speed.md');
/** All sides and sizes with five runs each take twelve minutes on an idle machine. */
const PART_MS = 20 * 60_000;
const CLOSE_MS = 10_000;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '640x480,1280x720,1920x1080' },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
  },
});
const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);
const unknown = positionals.filter((name) => !isPart(name));
if (unknown.length > 0) {
  throw new Error(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
}
const all = Object.keys(PARTS).filter(isPart);
const wanted = all.filter((part) => positionals.length === 0 || positionals.includes(part));
const sizes = given.sizes.split(',').map((size): Size => {
  const [width, height] = size.split('x').map(Number);
  if (!width || !height) throw new Error(`--sizes takes 1280x720 and the like, not ${size}.`);
  return { width, height };
});
const period = { warmUpMs: 1000, measureMs: 1000 * Number(given.seconds) };
if (!hasGoogleBundle) console.log('Google’s model is not beside this checkout: its rows are left out.');

const films = await Films.open();
const site = await openSite({ isPacked: wanted.some((part) => part === 'bytes' || part === 'loading') });
let result: SpeedResult = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '{}')) as SpeedResult;
const failed: string[] = [];
for (const part of wanted) {
  const input = { films, site, sizes, period, runs: Number(given.runs), before: result };
  console.log(`${part} (load of the machine: ${loadavg()[0]?.toFixed(1)})`);
  const begun = performance.now();
  try {
    result = { ...result, ...(await within(PART_MS, `The end of ${part}`, PARTS[part](input))) };
    await write();
  } catch (error) {
    failed.push(part);
    console.error(`${part} failed, and keeps its last values:`, error);
    await within(CLOSE_MS, 'The end of the browsers', closeBrowsers()).catch(console.error);
  }
  console.log(`  took ${((performance.now() - begun) / 60_000).toFixed(1)} minutes`);
}
console.log(`\n${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n\n${speedTables(result)}`);
await Promise.allSettled([site.close(), films.close()]);
// A browser whose part failed may still be open.
process.exit(failed.length > 0 ? 1 : 0);

/** After each part, so that none is lost with the next one. */
async function write(): Promise<void> {
  await mkdir(at('../results/'), { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify(result, null, 2)}\n`);
  await writeMarkedSection(DOCS, 'npm run bench:speed', speedTables(result));
}
