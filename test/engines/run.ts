import { spawnSync } from 'node:child_process';

/** `npm run test:engines`: the flow in all three engines, and what it showed into `docs/browsers.md`. */
const { status } = spawnSync(
  process.execPath,
  ['node_modules/tsx/dist/cli.mjs', '--test', '--test-reporter=spec', 'test/engines/flow.test.ts'],
  { stdio: 'inherit', env: { ...process.env, OKAY_BROWSERS_PAGE: 'docs/browsers.md' } },
);
process.exitCode = status ?? 1;
