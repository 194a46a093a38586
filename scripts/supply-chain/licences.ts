import { ALLOWED, readLock, shippedPackages } from './shipped.ts';

/** `npm run licences`: lists the licence of everything that ships, and fails for one that is not among the allowed. */
const shipped = shippedPackages(readLock());
for (const { name, version, license, as } of shipped) console.log(`${name}@${version}\t${license}\t${as}`);
const unknown = shipped.filter(({ license }) => !ALLOWED.has(license));
if (unknown.length > 0) {
  console.error(`Not allowed: ${unknown.map(({ name, license }) => `${name} (${license})`).join(', ')}.`);
  process.exitCode = 1;
}
