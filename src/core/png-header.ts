import type { ImageHeader } from './image-header.js';

const SIGNATURE_BYTES = 8;
/** Length, name and CRC of a chunk. */
const CHUNK_FRAME_BYTES = 12;

/** Chunks that only say how the picture looks (PNG specification, third edition, section 11). */
const PICTURE_CHUNKS: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'sBIT',
  'sRGB',
  'bKGD',
  'pHYs',
]);

/**
 * Walks over the chunks of a PNG file.
 *
 * @returns null where it does not begin with a header that has a width and a height.
 */
export function readPngHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < SIGNATURE_BYTES + CHUNK_FRAME_BYTES + 13 || nameAt(bytes, SIGNATURE_BYTES) !== 'IHDR') {
    return null;
  }
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  if (size.width === 0 || size.height === 0) return null;
  let bare = true;
  let at = SIGNATURE_BYTES;
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const name = nameAt(bytes, at);
    at += CHUNK_FRAME_BYTES + view.getUint32(at);
    bare &&= PICTURE_CHUNKS.has(name);
    if (name === 'IEND') return { ...size, complete: true, bare: bare && at === bytes.length };
  }
  return { ...size, complete: false, bare: false };
}

function nameAt(bytes: Uint8Array, chunk: number): string {
  return String.fromCharCode(...bytes.subarray(chunk + 4, chunk + 8));
}
