import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { prepareAssets } from '../../scripts/prepare-assets.ts';
import { ASSET_MANIFEST } from '../../src/adapters/asset-manifest.ts';
import { NODE_MODULES } from './model/face-mesh-package.ts';

const MODEL = 'face_landmarker.task';
const LOADER = 'wasm/vision_wasm_module_internal.js';
const BINARY = 'wasm/vision_wasm_module_internal.wasm';
const ALL = [MODEL, LOADER, BINARY];
/** In the installed packages. */
const PACKED_DATA = '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data';
const PACKED_LOADER = '@mediapipe/face_mesh/face_mesh_solution_packed_assets_loader.js';
const WASM_LOADER = '@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.js';
const WASM_BINARY = '@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm';

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okay-assets-'));
  target = join(folder, 'public/mediapipe');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('preparing the assets', () => {
  it('makes every file of the manifest with its size and hash, and no other', async () => {
    const { written, kept } = await prepareAssets({ nodeModules: NODE_MODULES, target });
    assert.deepEqual([written, kept], [ALL, []]);
    assert.deepEqual(await filesIn(target), ALL.toSorted());
    for (const { path, byteLength, sha256 } of Object.values(ASSET_MANIFEST)) {
      const bytes = await readFile(join(target, path));
      assert.equal(bytes.length, byteLength, path);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, path);
    }
  });

  it('leaves files alone that are right', async () => {
    await prepareAssets({ nodeModules: NODE_MODULES, target });
    const longAgo = new Date(0);
    for (const path of ALL) await utimes(join(target, path), longAgo, longAgo);
    const { written, kept } = await prepareAssets({ nodeModules: join(folder, 'not-looked-at'), target });
    assert.deepEqual([written, kept], [[], ALL]);
    for (const path of ALL) assert.equal((await stat(join(target, path))).mtimeMs, 0, path);
  });

  for (const [what, path, damage] of [
    ['is cut short', MODEL, (file: string) => truncate(file, 1000)],
    ['is empty', LOADER, (file: string) => truncate(file, 0)],
    ['has one wrong byte', BINARY, flipOneByte],
    ['is missing', MODEL, (file: string) => rm(file)],
  ] as const) {
    it(`makes only ${path} again where it ${what}`, async () => {
      await prepareAssets({ nodeModules: NODE_MODULES, target });
      await damage(join(target, path));
      const { written, kept } = await prepareAssets({ nodeModules: NODE_MODULES, target });
      assert.deepEqual([written, kept], [[path], ALL.filter((other) => other !== path)]);
      assert.deepEqual((await prepareAssets({ nodeModules: NODE_MODULES, target })).written, []);
    });
  }

  for (const [what, source, damage, message] of [
    [
      'the packed models are cut short',
      PACKED_DATA,
      (file: string) => truncate(file, 1_000_000),
      /is truncated/,
    ],
    [
      'the loader script is foreign',
      PACKED_LOADER,
      (file: string) => writeFile(file, 'export default 1;'),
      /is no loader script/,
    ],
    ['a weight of a model differs', PACKED_DATA, flipOneByte, /is not what this version was tested with/],
    ['the wasm differs', WASM_BINARY, flipOneByte, /is not what this version was tested with/],
    ['the packed models are missing', PACKED_DATA, (file: string) => rm(file), /is missing: run npm ci/],
    ['the wasm is missing', WASM_BINARY, (file: string) => rm(file), /is missing: run npm ci/],
  ] as const) {
    it(`writes nothing and names the file where ${what}`, async () => {
      const nodeModules = join(folder, 'node_modules');
      for (const path of [PACKED_DATA, PACKED_LOADER, WASM_LOADER, WASM_BINARY])
        await copyInto(nodeModules, path);
      const damaged = join(nodeModules, source);
      await damage(damaged);
      await assert.rejects(prepareAssets({ nodeModules, target }), (error: Error) => {
        assert.match(error.message, message);
        assert.ok(error.message.includes(damaged), error.message);
        return true;
      });
      assert.deepEqual(await readdir(folder), ['node_modules']);
    });
  }

  it('names the place of an asset that a folder takes up', async () => {
    await mkdir(join(target, MODEL), { recursive: true });
    await assert.rejects(prepareAssets({ nodeModules: NODE_MODULES, target }), (error: Error) => {
      assert.ok(error.message.startsWith(`${join(target, MODEL)} could not be read`), error.message);
      return true;
    });
  });
});

async function copyInto(nodeModules: string, path: string): Promise<void> {
  await mkdir(dirname(join(nodeModules, path)), { recursive: true });
  await cp(join(NODE_MODULES, path), join(nodeModules, path));
}

async function flipOneByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}
