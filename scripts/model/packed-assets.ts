import { ModelFormatError } from './model-format-error.ts';

/** What Emscripten's file packager writes: a script that lists the files, and one file of their bytes. */
export interface PackedAssets {
  readonly loader: { readonly file: string; readonly text: string };
  readonly data: { readonly file: string; readonly bytes: Uint8Array };
}

interface Entry {
  readonly filename: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the files packed together by Emscripten's file packager.
 *
 * @returns a view of the packed bytes for each absolute path that the loader script lists
 * @throws ModelFormatError where the list cannot be read or does not cover the data exactly
 */
export function readPackedAssets({ loader, data }: PackedAssets): ReadonlyMap<string, Uint8Array> {
  const entries = listedEntries(loader.file, loader.text);
  const assets = new Map<string, Uint8Array>();
  let expectedStart = 0;
  for (const { filename, start, end } of entries) {
    if (assets.has(filename)) throw new ModelFormatError(loader.file, `lists ${filename} twice`);
    if (start !== expectedStart || end < start) {
      throw new ModelFormatError(loader.file, `lists ${filename} at bytes ${start} to ${end}, out of order`);
    }
    assets.set(filename, data.bytes.subarray(start, end));
    expectedStart = end;
  }
  if (data.bytes.length !== expectedStart) {
    const problem = data.bytes.length < expectedStart ? 'is truncated' : 'has bytes that no file owns';
    throw new ModelFormatError(
      data.file,
      `${problem}: ${data.bytes.length} bytes, and ${loader.file} lists ${expectedStart}`,
    );
  }
  return assets;
}

/**
 * Finds one packed file by the last part of its path.
 *
 * @throws ModelFormatError where no file, or more than one, has that name
 */
export function packedAsset(
  assets: ReadonlyMap<string, Uint8Array>,
  baseName: string,
  loaderFile: string,
): Uint8Array {
  const [found, another] = [...assets].filter(([path]) => path.split('/').at(-1) === baseName);
  if (!found) throw new ModelFormatError(loaderFile, `lists no ${baseName}`);
  if (another) throw new ModelFormatError(loaderFile, `lists more than one ${baseName}`);
  return found[1];
}

function listedEntries(file: string, text: string): readonly Entry[] {
  const list = /"files":\s*(\[[^\]]*\])/.exec(text)?.[1];
  if (list === undefined)
    throw new ModelFormatError(file, 'is no loader script of Emscripten: it lists no files');
  let parsed: unknown;
  try {
    parsed = JSON.parse(list);
  } catch (cause) {
    throw new ModelFormatError(file, 'lists its files in unreadable JSON', { cause });
  }
  if (!Array.isArray(parsed) || !parsed.every(isEntry)) {
    throw new ModelFormatError(file, 'lists a file without a path, a start and an end');
  }
  return parsed;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { filename, start, end } = value as Record<string, unknown>;
  return typeof filename === 'string' && filename.startsWith('/') && isOffset(start) && isOffset(end);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
