import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzzTarget } from './fuzz-target.ts';
import { TARGETS } from './targets.ts';

/**
 * `npm run fuzz`: each target for ten minutes, or `-- --seconds N`; `--target name` takes one of them and `--seed N` other
 * chances. What is found is written beside the place of the call, and fails the command.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
  },
});
const chosen = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) throw new RangeError(`Targets are: ${TARGETS.map(({ name }) => name).join(', ')}.`);

for (const { name } of chosen) {
  const startedAt = performance.now();
  let blocks = 0;
  const report = await fuzzTarget(name, Number(values.seconds), Number(values.seed), (news) => {
    if (news.blocks === blocks) return;
    blocks = news.blocks;
    const passed = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${name} ${passed} s: ${news.blocks} blocks, ${news.executions} inputs`);
  });
  const { executions, corpus, peakMB, finding } = report;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(
    `${name}: ${executions} inputs in ${seconds} s, ${report.blocks.atFirst} blocks by the seeds and ` +
      `${report.blocks.atLast} in the end, ${corpus} inputs kept; at most ${peakMB.heap} MB heap, ` +
      `${peakMB.buffers} MB buffers, ${peakMB.rss} MB resident.`,
  );
  if (!finding) continue;
  const file = `fuzz-${name}.bin`;
  writeFileSync(file, finding.input);
  console.error(`${name}: ${finding.what}\nThe input is in ${file} (${finding.input.length} bytes).`);
  process.exitCode = 1;
}
