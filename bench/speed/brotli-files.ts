import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { writeAtomically } from '../../scripts/atomic-write.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/okay-speed/', import.meta.url));
const PACKED = new Set(['.js', '.wasm', '.task', '.html']);
const compress = promisify(brotliCompress);

/**
 * A file as a static host would send it that compresses once and well (quality 11). The engine takes half a minute,
 * so that what was packed is kept beside the installed packages.
 */
export async function brotliOf(file: string): Promise<Buffer | null> {
  if (!PACKED.has(extname(file))) return null;
  const bytes = await readFile(file);
  const kept = join(CACHE, `${createHash('sha256').update(bytes).digest('hex')}.br`);
  const before = await readFile(kept).catch(() => null);
  if (before) return before;
  const packed = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  await writeAtomically(kept, packed);
  return packed;
}
