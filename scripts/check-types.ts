import { spawnSync } from 'node:child_process';

/** One configuration for each place where code runs: what a realm does not have must not compile there. */
const REALMS = ['core', 'worker', 'relay', 'page', 'node', 'test'] as const;

const failed = REALMS.filter((realm) => {
  const config = realm === 'page' ? 'tsconfig.json' : `tsconfig.${realm}.json`;
  return (
    spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config], { stdio: 'inherit' })
      .status !== 0
  );
});
if (failed.length > 0) {
  console.error(`Types do not hold in: ${failed.join(', ')}.`);
  process.exit(1);
}
