import { CaptureError } from '../core/errors.js';
import { ASSET_MANIFEST, type AssetEntry } from './asset-manifest.js';
import { download, downloadHead, type DownloadOptions, type LoadOptions } from './download.js';
import { assetHashes, type AssetHashes } from './integrity.js';
import { COPY_REMEDY, packagedAssets, type PackagedAssets } from './packaged-assets.js';
import { zipEntryNames } from './zip-entries.js';

export interface AssetOptions {
  /** Folder of the wasm and the model. Default: the package's own, as the bundler put them. */
  readonly assetBase?: string | undefined;
  /** Another FaceLandmarker bundle. Default: `face_landmarker.task` in the asset folder. */
  readonly modelUrl?: string | undefined;
  /** Checks every file by its hash before it is used, see `assetHashes`. Default: lengths only. */
  readonly integrity?: string | undefined;
}

export interface AssetUrls {
  /** Absolute, as the others. */
  readonly wasmLoaderUrl: string;
  readonly wasmBinaryUrl: string;
  readonly modelUrl: string;
  /** Length of the model where it is this package's own. */
  readonly modelBytes?: number | undefined;
  /** What the files are checked by before they are used. */
  readonly hashes?: AssetHashes | undefined;
}

/**
 * Resolves where the assets lie.
 *
 * @param baseUrl What relative addresses are relative to, the document for example.
 */
export function assetUrls({ assetBase, modelUrl, integrity }: AssetOptions, baseUrl: string): AssetUrls {
  const files = assetBase === undefined ? packagedAssets() : inFolder(new URL(withSlash(assetBase), baseUrl));
  const urls = { ...versioned(files), hashes: assetHashes(integrity, modelUrl === undefined) };
  if (modelUrl !== undefined) return { ...urls, modelUrl: new URL(modelUrl, baseUrl).href };
  return { ...urls, modelBytes: ASSET_MANIFEST.model.byteLength };
}

/** Names the very bytes in each address, so that a server may let them be cached for ever: other bytes, other address. */
function versioned({ wasmLoaderUrl, wasmBinaryUrl, modelUrl }: PackagedAssets): PackagedAssets {
  const { wasmLoader, wasmBinary, model } = ASSET_MANIFEST;
  return {
    wasmLoaderUrl: withVersion(wasmLoaderUrl, wasmLoader),
    wasmBinaryUrl: withVersion(wasmBinaryUrl, wasmBinary),
    modelUrl: withVersion(modelUrl, model),
  };
}

/**
 * Twelve of the hash's hexadecimal digits tell any two versions apart.
 *
 * @param address absolute, or relative to the page's origin as Turbopack gives it
 */
function withVersion(address: string, { sha256 }: AssetEntry): string {
  // A bundler may have put the file into the address itself.
  if (address.startsWith('data:')) return address;
  return `${address}${address.includes('?') ? '&' : '?'}v=${sha256.slice(0, 12)}`;
}

function inFolder(folder: URL): PackagedAssets {
  const { wasmLoader, wasmBinary, model } = ASSET_MANIFEST;
  const urlOf = ({ path }: AssetEntry) => new URL(path, folder).href;
  return { wasmLoaderUrl: urlOf(wasmLoader), wasmBinaryUrl: urlOf(wasmBinary), modelUrl: urlOf(model) };
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** In every FaceLandmarker bundle, and in no other kind. */
const LANDMARKS_FILE = 'face_landmarks_detector.tflite';

/**
 * Fetches a FaceLandmarker bundle.
 *
 * @throws {CaptureError} `ASSETS_MISSING` where it cannot be had, `ASSETS_CORRUPT` where it is not a whole
 *   bundle.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function loadModel(url: string, options: LoadOptions): Promise<Uint8Array> {
  const remedy =
    'The model-url attribute names the bundle; without it, face_landmarker.task is taken from the ' +
    `asset-base folder. ${COPY_REMEDY}`;
  const bytes = await download(url, { ...options, what: 'The face model', remedy });
  if (zipEntryNames(bytes)?.includes(LANDMARKS_FILE) !== true) {
    throw new CaptureError(
      'ASSETS_CORRUPT',
      `The face model at ${url} is not a whole FaceLandmarker bundle (${bytes.length} bytes). ${remedy}`,
      { recoverable: true },
    );
  }
  return bytes;
}

/** What leads to the files of the engine, for error messages. */
export const WASM_REMEDY = `The asset-base attribute names the folder that holds wasm/. ${COPY_REMEDY}`;

/** `\0asm`, the first bytes of every WebAssembly binary. */
const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * Fetches the engine's WebAssembly binary and looks whether it is one; what compiles it reads it as well.
 *
 * @throws {CaptureError} `ASSETS_MISSING` where it cannot be had, `ASSETS_CORRUPT` where it is something else
 *   or cut short.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function checkWasm(url: string, options: LoadOptions): Promise<void> {
  const { head, byteLength } = await wasmHead(url, {
    ...options,
    what: 'The face engine',
    remedy: WASM_REMEDY,
  });
  if (!WASM_MAGIC.every((byte, index) => head[index] === byte)) {
    throw new CaptureError(
      'ASSETS_CORRUPT',
      `The face engine at ${url} is no WebAssembly binary (${byteLength} bytes). ${WASM_REMEDY}`,
      { recoverable: true },
    );
  }
}

async function wasmHead(url: string, options: DownloadOptions): ReturnType<typeof downloadHead> {
  if (options.expected?.sha256 === undefined) return downloadHead(url, options);
  const head = await download(url, options);
  return { head, byteLength: head.length };
}
