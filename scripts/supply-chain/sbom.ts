import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.ts';
import { readLock, shippedPackages } from './shipped.ts';

/** `npm run sbom -- --out sbom.json`: what ships, as CycloneDX 1.5; on the screen without `--out`. */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const text = `${JSON.stringify(sbom(), null, 2)}\n`;
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);

function sbom() {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const lock = readLock();
  const root = { ...component(own.name, own.version, own.license), type: 'library' };
  const packages = shippedPackages(lock).map(({ name, version, license, as }) => ({
    ...component(name, version, license),
    hashes: sha512Of(lock.packages[`node_modules/${name}`]?.integrity),
    properties: [{ name: 'okay-live-capture:shippedAs', value: as }],
  }));
  const files = Object.values(ASSET_MANIFEST).map(({ path, sha256 }) => ({
    type: path.endsWith('.task') ? 'machine-learning-model' : 'file',
    'bom-ref': `file:${path}`,
    name: path,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    licenses: [{ license: { id: 'Apache-2.0' } }],
  }));
  const components = [...packages, ...files];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: root },
    components,
    dependencies: [{ ref: root['bom-ref'], dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

function component(name: string, version: string, license: string) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { type: 'library', 'bom-ref': purl, name, version, purl, licenses: [{ license: { id: license } }] };
}

/** A lock file has hashes in base64, a bill of materials in hexadecimal digits. */
function sha512Of(integrity: string | undefined) {
  const base64 = /^sha512-(\S+)/.exec(integrity ?? '')?.[1];
  return base64 === undefined
    ? []
    : [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }];
}
