import type { ImageHeader } from './image-header.js';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Frame headers SOF0 to SOF15; three numbers between them mean something else (ITU-T T.81, table B.1). */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** TEM and RST0 to RST7 stand alone; all other markers between SOI and EOI have a length. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Walks over the segments of a JPEG file, past any thumbnail in its metadata.
 *
 * @returns null where no frame header comes before the first scan. `bare` is not looked at, and always false.
 */
export function readJpegHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = { width: 0, height: 0 };
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || standsAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === START_OF_SCAN) {
      return size.width && size.height ? { ...size, complete: reachesEnd(bytes, at + 2), bare: false } : null;
    }
    if (isFrameHeader(marker) && at + 9 <= bytes.length) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Within a scan, 0xFF is followed by 0 where it is data, so that an end mark cannot occur by chance. */
function reachesEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === END_OF_IMAGE) return true;
  }
  return false;
}
