import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSET_MANIFEST, type AssetEntry } from '../src/adapters/asset-manifest.ts';
import { writeAtomically } from './atomic-write.ts';
import { composeBundle } from './model/compose-bundle.ts';

export interface AssetFolders {
  /** The installed packages. */
  readonly nodeModules: string;
  /** Where the assets go. */
  readonly target: string;
}

export interface PreparedAssets {
  /** Paths in the target folder that were missing or wrong and are now written. */
  readonly written: readonly string[];
  /** Paths that were there with the right bytes and were left alone. */
  readonly kept: readonly string[];
}

type AssetName = keyof typeof ASSET_MANIFEST;

const FACE_MESH = '@mediapipe/face_mesh';
const PACKED_ASSETS = 'face_mesh_solution_packed_assets';
/** Webpack's minifier takes the loader for a script without it, and would make what is forbidden in modules. */
const STRICT = Buffer.from(`'use strict';\n`);
const TASKS_VISION_WASM = '@mediapipe/tasks-vision/wasm';

/**
 * Makes the asset folder of the engine: composes the model and copies the wasm, where that is not done yet.
 * All files are made and checked before the first one is written.
 *
 * @throws Error (or ModelFormatError) naming the file that is missing, truncated or not of the pinned version
 */
export async function prepareAssets({ nodeModules, target }: AssetFolders): Promise<PreparedAssets> {
  const names = Object.keys(ASSET_MANIFEST) as AssetName[];
  const present = await Promise.all(names.map((name) => isPresent(target, ASSET_MANIFEST[name])));
  const missing = names.filter((_, i) => !present[i]);

  const made: { path: string; bytes: Uint8Array }[] = [];
  for (const name of missing) {
    const bytes = await make(name, nodeModules);
    made.push({ path: ASSET_MANIFEST[name].path, bytes });
  }
  for (const { path, bytes } of made) await writeAtomically(join(target, path), bytes);

  return {
    written: made.map(({ path }) => path),
    kept: names.filter((_, i) => present[i]).map((name) => ASSET_MANIFEST[name].path),
  };
}

async function isPresent(target: string, { path, byteLength, sha256 }: AssetEntry): Promise<boolean> {
  const bytes = await readIfThere(join(target, path));
  return bytes?.length === byteLength && sha256Of(bytes) === sha256;
}

async function make(name: AssetName, nodeModules: string): Promise<Uint8Array> {
  const entry = ASSET_MANIFEST[name];
  switch (name) {
    case 'model': {
      const packed = join(nodeModules, FACE_MESH, PACKED_ASSETS);
      const loaderFile = `${packed}_loader.js`;
      const dataFile = `${packed}.data`;
      const model = composeBundle({
        loader: { file: loaderFile, text: (await readSource(loaderFile)).toString('utf8') },
        data: { file: dataFile, bytes: await readSource(dataFile) },
      });
      return verified(model, entry, `The model composed from ${dataFile}`);
    }
    case 'wasmLoader': {
      const source = join(nodeModules, TASKS_VISION_WASM, basename(entry.path));
      return verified(Buffer.concat([STRICT, await readSource(source)]), entry, source);
    }
    case 'wasmBinary': {
      const source = join(nodeModules, TASKS_VISION_WASM, basename(entry.path));
      return verified(await readSource(source), entry, source);
    }
    default:
      return name satisfies never;
  }
}

function verified(bytes: Uint8Array, { byteLength, sha256 }: AssetEntry, what: string): Uint8Array {
  const found = sha256Of(bytes);
  if (found === sha256) return bytes;
  throw new Error(
    `${what} is not what this version was tested with: ${bytes.length} bytes with SHA-256 ${found}, ` +
      `expected ${byteLength} bytes with ${sha256}. Run npm ci, which installs the pinned version again.`,
  );
}

async function readSource(path: string): Promise<Buffer> {
  const bytes = await readIfThere(path);
  if (!bytes) throw new Error(`${path} is missing: run npm ci, which installs it.`);
  return bytes;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (isNotFound(cause)) return undefined;
    // Node names no path where a folder is read as a file.
    throw new Error(`${path} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const target = join(root, 'public/mediapipe');
  try {
    const { written, kept } = await prepareAssets({ nodeModules: join(root, 'node_modules'), target });
    const done = written.length > 0 ? `wrote ${written.join(', ')}` : `${kept.length} files are in place`;
    console.log(`Assets in ${relative(root, target)}: ${done}.`);
  } catch (error) {
    console.error(`Assets: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
