import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { goodFace } from '../helpers/scenes.ts';
import { browserWithCamera } from '../e2e/fake-camera.ts';
import { serveStatic } from '../e2e/static-server.ts';
import { captureTo } from './capture-run.ts';
import { run, Workspace } from './workspace.ts';

/**
 * `npm run test:consumers [example…]`: packs what was built, installs the tarball into a copy of each example, builds it
 * with its own tool and runs the capture in Chromium to the answer of the emulator.
 */
interface Consumer {
  readonly example: string;
  /** Runs by the query of the page, and what the page says in the end. */
  readonly runs: readonly {
    readonly query?: string;
    readonly spoilt?: string;
    readonly says: string | RegExp;
  }[];
}

const SAME = 'Same person';
const CONSUMERS: readonly Consumer[] = [
  { example: 'vite', runs: [{ says: SAME }] },
  {
    example: 'esbuild',
    runs: [
      { says: SAME },
      // Forgotten: the error names the very command.
      { spoilt: 'dist/okay', says: /npx okay-live-capture copy-assets <folder>.*asset-base/ },
    ],
  },
  { example: 'webpack', runs: [{ says: SAME }] },
  { example: 'react', runs: [{ says: SAME }, { query: '&wrapped', says: SAME }] },
  { example: 'vue', runs: [{ says: SAME }] },
];

const asked = process.argv.slice(2);
const workspace = new Workspace();
const filmed = await browserWithCamera([{ jpeg: await goodFace(), seconds: 5 }]);
const failed: string[] = [];
try {
  for (const consumer of CONSUMERS.filter(({ example }) => asked.length === 0 || asked.includes(example))) {
    const startedAt = performance.now();
    try {
      await check(consumer);
      console.log(`${consumer.example}: ran to the result in ${secondsSince(startedAt)} s`);
    } catch (error) {
      failed.push(consumer.example);
      console.error(`${consumer.example}: failed after ${secondsSince(startedAt)} s`, error);
    }
  }
} finally {
  await filmed.close();
  workspace.remove();
}
process.exitCode = failed.length > 0 ? 1 : 0;

async function check({ example, runs }: Consumer): Promise<void> {
  const folder = workspace.install(example);
  run(folder, 'npm', 'run', 'build');
  const built = join(folder, 'dist');
  if (!existsSync(join(built, 'index.html'))) throw new Error('The build left no dist/index.html.');
  for (const { query, spoilt, says } of runs) {
    if (spoilt) rmSync(join(folder, spoilt), { recursive: true });
    const site = await serveStatic({ root: built });
    try {
      await captureTo(says, filmed.browser, site.origin, query);
    } finally {
      await site.close();
    }
  }
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(0);
}
