/** "Support: jpg、jpeg、png", OkayFace error list (eKYC API docs). */
export type ImageFormat = 'jpeg' | 'png';

const MAGIC = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const satisfies Record<ImageFormat, readonly number[]>;

/** Tells the format by the first bytes; null where it is neither of the two. */
export function formatByMagic(bytes: Uint8Array): ImageFormat | null {
  const starts = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(MAGIC.jpeg)) return 'jpeg';
  return starts(MAGIC.png) ? 'png' : null;
}
