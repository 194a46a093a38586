import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import {
  ALLOWED,
  fromElsewhere,
  inexactVersions,
  readLock,
  shippedPackages,
  withoutIntegrity,
} from '../../scripts/supply-chain/shipped.ts';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = (script: string) =>
  spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', `scripts/supply-chain/${script}.ts`], {
    cwd: ROOT,
    encoding: 'utf8',
  });

describe('supply chain', () => {
  it('has a hash for everything that is installed, and one exact version of what ships', () => {
    assert.deepEqual(withoutIntegrity(readLock()), []);
    assert.deepEqual(inexactVersions(), []);
  });

  it('installs from the registry alone, and would notice anything else', () => {
    assert.deepEqual(fromElsewhere(readLock()), []);
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', resolved: 'git+ssh://git@host.example/b.git#0123abc' },
      'node_modules/c': { link: true, resolved: '../c' },
    };
    assert.deepEqual(fromElsewhere({ packages }), ['node_modules/b', 'node_modules/c']);
  });

  it('notices an entry without a hash, and one with a weak one', () => {
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' },
      'node_modules/b': { version: '1.0.0' },
      'node_modules/c': { version: '1.0.0', integrity: 'sha1-x' },
    };
    assert.deepEqual(withoutIntegrity({ packages }), ['node_modules/b', 'node_modules/c']);
  });

  it('lists the licences of what ships, each of them allowed', () => {
    const { status, stdout } = run('licences');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^lit@\S+\tBSD-3-Clause\tdependency$/m);
    assert.match(stdout, /^@mediapipe\/tasks-vision@0\.10\.35\tApache-2\.0\tbuilt in$/m);
    assert.ok(shippedPackages(readLock()).every(({ license }) => ALLOWED.has(license)));
  });

  it('refuses to list a package without a licence', () => {
    const packages = {
      '': { dependencies: { lit: '1.0.0' } },
      'node_modules/lit': { version: '1.0.0', license: '' },
    };
    assert.throws(() => shippedPackages({ packages }), /lit 1\.0\.0 names no licence/);
  });

  it('makes a bill of materials with every package, the model and the engine', () => {
    const { status, stdout } = run('sbom');
    assert.equal(status, 0);
    const bom = JSON.parse(stdout) as {
      bomFormat: string;
      specVersion: string;
      components: readonly { name: string; hashes: readonly { alg: string; content: string }[] }[];
    };
    assert.equal(`${bom.bomFormat} ${bom.specVersion}`, 'CycloneDX 1.5');
    assert.ok(bom.components.every(({ hashes }) => hashes.length > 0));
    const names = bom.components.map(({ name }) => name);
    for (const { name } of shippedPackages(readLock())) assert.ok(names.includes(name), name);
    for (const { path, sha256 } of Object.values(ASSET_MANIFEST)) {
      const file = bom.components.find(({ name }) => name === path);
      assert.deepEqual(file?.hashes, [{ alg: 'SHA-256', content: sha256 }]);
    }
  });

  it('writes it as the schema of CycloneDX says, which would notice a mistake', async () => {
    const schema = new Validation.JsonStrictValidator(Spec.Version.v1dot5);
    const { stdout } = run('sbom');
    assert.equal(await schema.validate(stdout), null);
    assert.notEqual(await schema.validate(stdout.replaceAll('"SHA-256"', '"SHA256"')), null);
  });

  it('publishes with provenance only, by actions that are pinned to a commit', () => {
    const workflow = readFileSync(`${ROOT}.github/workflows/publish.yml`, 'utf8');
    assert.match(workflow, /id-token: write/);
    assert.match(workflow, /^ +- run: .*\bnpm\S* publish --provenance/m);
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    assert.ok(actions.length > 0);
    for (const action of actions) assert.match(action, /@[0-9a-f]{40}$/);
  });
});
