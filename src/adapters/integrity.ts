import { CaptureError } from '../core/errors.js';
import { ASSET_MANIFEST } from './asset-manifest.js';

/** SHA-256 of the files that are checked before they are used, in lower-case hexadecimal digits. */
export interface AssetHashes {
  readonly wasmLoader: string;
  readonly wasmBinary: string;
  readonly model: string;
}

/** A hash as `integrity` attributes of scripts have it (Subresource Integrity). */
const SHA256 = /^sha256-([A-Za-z0-9+/]{43}=)$/;

/**
 * The hashes that the option `integrity` asks for.
 *
 * @param integrity empty for this package's own files; `sha256-…` for the bundle of `model-url`; undefined checks nothing
 * @throws {CaptureError} `ASSETS_CORRUPT` where it names no hash for a model that is not this package's own
 */
export function assetHashes(integrity: string | undefined, hasOwnModel: boolean): AssetHashes | undefined {
  if (integrity === undefined) return undefined;
  const { wasmLoader, wasmBinary, model } = ASSET_MANIFEST;
  const ours = { wasmLoader: wasmLoader.sha256, wasmBinary: wasmBinary.sha256 };
  if (integrity === '' && hasOwnModel) return { ...ours, model: model.sha256 };
  const base64 = SHA256.exec(integrity)?.[1];
  if (base64 !== undefined) return { ...ours, model: hexOf(bytesOf(base64)) };
  throw new CaptureError(
    'ASSETS_CORRUPT',
    `The attribute integrity="${integrity}" names no hash to check the model by. Leave it empty for the ` +
      'model of this package; with model-url give the bundle’s as "sha256-" and base64.',
  );
}

/**
 * Lets bytes pass only where they have the hash.
 *
 * @param what the file with its address, as the first words of the error message
 * @throws {CaptureError} `ASSETS_CORRUPT`
 */
export async function verify(bytes: BufferSource, sha256: string, what: string): Promise<void> {
  const found = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  if (found === sha256) return;
  throw new CaptureError(
    'ASSETS_CORRUPT',
    `${what} was altered, or is of another version: its SHA-256 is ${found} instead of ${sha256}. It is not used. ` +
      'Copy the files of this version again.',
    { recoverable: true },
  );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
