import { spawnSync } from 'node:child_process';

/** `npm run test:slow-network`: all of engine and model at 50 kB a second. */
const { status } = spawnSync(
  process.execPath,
  ['node_modules/tsx/dist/cli.mjs', '--test', '--test-reporter=spec', 'test/e2e/slow-network.test.ts'],
  { stdio: 'inherit', env: { ...process.env, OKAY_BYTES_A_SECOND: '50000' } },
);
process.exitCode = status ?? 1;
