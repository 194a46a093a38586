const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;

/**
 * Names of the files in a zip (a `.task` bundle is one), read from its central directory, which stands at its
 * end and so is missing from a download that was cut short. What stands at its beginning says little:
 * Google's own bundle has two zero bytes before the first file.
 *
 * @returns null where the bytes are not one whole zip.
 */
export function zipEntryNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;

  const names: string[] = [];
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (entry + CENTRAL_ENTRY_BYTES > end || view.getUint32(entry, true) !== CENTRAL_ENTRY) return null;
    const nameStart = entry + CENTRAL_ENTRY_BYTES;
    const nameEnd = nameStart + view.getUint16(entry + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(nameStart, nameEnd)));
    entry = nameEnd + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return names;
}

/** A comment may follow the record, so that it is searched from the end backwards. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (view.getUint32(at, true) !== END_OF_CENTRAL_DIRECTORY) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}
