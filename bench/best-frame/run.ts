import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeGeneratedPart } from '../../scripts/generated-part.ts';
import { playSequences } from './play-sequences.ts';
import { table, tally } from './tally.ts';

/** `npm run bench:best-frame`: takes photos of many sequences, prints how good they are and writes it into the docs. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DOCS = at('../../docs/best-frame.md');
const RESULTS = at('../results/best-frame.json');
const MISSES = at('../results/misses/best-frame.html');
const PER_PERSON = 8;

const { leftOut, results } = await playSequences({
  perPerson: PER_PERSON,
  onProgress: (done, all) => process.stderr.write(`\r${done} of ${all} sequences`),
});
process.stderr.write('\n');

const groups = {
  all: tally(results),
  'held-out people': tally(results.filter(({ group }) => group === 'held-out')),
  'without a blink': tally(results.filter(({ blinks }) => !blinks)),
  'with a blink': tally(results.filter(({ blinks }) => blinks)),
};
const text = [
  table(groups),
  `Left out, since a guard refuses even the undamaged frame: ${leftOut.join(', ') || 'nobody'}.`,
].join('\n\n');
console.log(text);

const misses = results.filter(({ photo }) => photo === null || photo.picture !== null);
await mkdir(at('../results/misses/'), { recursive: true });
await writeFile(RESULTS, `${JSON.stringify({ groups, leftOut }, null, 2)}\n`);
await writeFile(MISSES, missesPage());
console.log(`Every miss with its photo: ${MISSES}`);

await writeGeneratedPart(DOCS, 'npm run bench:best-frame', text);

function missesPage(): string {
  const figures = misses.map(
    ({ id, photo }) =>
      `<figure><img src="${photo?.picture ?? ''}" alt="" height="240"><figcaption>${id}: ${
        photo ? `${photo.betterFrames} better frames; ${photo.failing.join(', ')}` : 'no photo'
      }</figcaption></figure>`,
  );
  return `<!doctype html>\n<meta charset="utf-8">\n<title>Misses of the best frame</title>\n${figures.join('\n')}\n`;
}
