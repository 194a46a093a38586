/** A size for people, in units of 1000 bytes. */
export function kilobytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`;
}
