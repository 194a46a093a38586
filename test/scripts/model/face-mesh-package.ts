import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packedAsset, type PackedAssets, readPackedAssets } from '../../../scripts/model/packed-assets.ts';

/** The repository's installed packages. */
export const NODE_MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** The real files of `@mediapipe/face_mesh`, under short names so that messages can be told from paths. */
export function realPackedAssets(): PackedAssets {
  const packed = `${NODE_MODULES}@mediapipe/face_mesh/face_mesh_solution_packed_assets`;
  return {
    loader: { file: 'loader.js', text: readFileSync(`${packed}_loader.js`, 'utf8') },
    data: { file: 'assets.data', bytes: new Uint8Array(readFileSync(`${packed}.data`)) },
  };
}

/** One of the real packed files. */
export function realAsset(baseName: string): Uint8Array {
  return packedAsset(readPackedAssets(realPackedAssets()), baseName, 'loader.js');
}
