/** A multiple of 3, so that no padding falls between parts, and short enough to spread as arguments. */
const PART_BYTES = 3 * 8192;

/** Raw base64 of a file, without the data-URI prefix, which clients of OkayFace do not send. */
export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += PART_BYTES) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + PART_BYTES))));
  }
  return parts.join('');
}
