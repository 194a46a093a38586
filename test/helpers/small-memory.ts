const MEMORY_SECTION = 5;
const HAS_MAXIMUM = 1;

/**
 * The WebAssembly binary of the engine, which may have less memory than it will ask for. Nothing else of it changes, not
 * even its length.
 *
 * @param pages of 64 kB that it may have at most
 * @throws Error where the binary is made in another way than this one expects
 */
export function withMaximumPages(binary: Uint8Array, pages: number): Uint8Array {
  const bytes = binary.slice();
  let at = 8;
  while (at < bytes.length) {
    const id = bytes[at];
    const size = readNumber(bytes, at + 1);
    if (id !== MEMORY_SECTION) {
      at = size.end + size.value;
      continue;
    }
    const count = readNumber(bytes, size.end);
    const initial = readNumber(bytes, count.end + 1);
    const maximum = readNumber(bytes, initial.end);
    if (count.value !== 1 || bytes[count.end] !== HAS_MAXIMUM || pages < initial.value) break;
    writeNumber(bytes, initial.end, maximum.end, pages);
    return bytes;
  }
  throw new Error(`The binary has no memory that could be limited to ${pages} pages.`);
}

/** A number in LEB128: seven bits a byte, the lowest first, the eighth bit on all but the last. */
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } {
  let [value, end] = [0, start];
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[end++] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, end };
  }
}

/** Fills the place of another number. */
function writeNumber(bytes: Uint8Array, start: number, end: number, value: number): void {
  let rest = value;
  for (let at = start; at < end; at += 1, rest = Math.floor(rest / 128)) {
    bytes[at] = (rest % 128) | (at < end - 1 ? 0x80 : 0);
  }
  if (rest > 0) throw new Error(`${value} does not fit into ${end - start} bytes.`);
}
