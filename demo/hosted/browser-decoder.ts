import type { Decode } from '../emulator/check-image.ts';
import { formatByMagic } from '../emulator/image-format.ts';

/** Decodes every pixel with the browser's own decoder. Width and height are those of the upright image. */
export const decodeWithBrowser: Decode = async (bytes) => {
  const bitmap = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
  const { width, height } = bitmap;
  bitmap.close();
  return { format: formatByMagic(bytes) ?? 'unknown', width, height };
};
