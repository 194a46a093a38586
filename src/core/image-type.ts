/** File formats that people choose when they are asked for a photo. */
export type ImageType = 'jpeg' | 'png' | 'gif' | 'webp' | 'heic' | 'avif' | 'bmp' | 'tiff' | 'pdf';

/** Brands of ISO/IEC 23008-12 with HEVC inside, and its general ones, which iPhones write. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * Tells a file's format by its first bytes, whatever its name and type say.
 *
 * @param bytes The beginning of the file; 64 bytes are enough.
 * @returns null where the format is none of them.
 */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  const starts = (text: string, at = 0) => textAt(bytes, at, text.length) === text;
  if (starts('\xff\xd8\xff')) return 'jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (starts('GIF87a') || starts('GIF89a')) return 'gif';
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp';
  if (starts('ftyp', 4)) return isoType(bytes);
  if (starts('BM')) return 'bmp';
  if (starts('II*\0') || starts('MM\0*')) return 'tiff';
  if (starts('%PDF-')) return 'pdf';
  return null;
}

/** The `ftyp` box lists a major brand, four bytes of version, then compatible brands. */
function isoType(bytes: Uint8Array): ImageType | null {
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length);
  const brands = [textAt(bytes, 8, 4)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(textAt(bytes, at, 4));
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : null;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
