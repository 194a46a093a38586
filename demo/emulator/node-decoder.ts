import sharp from 'sharp';
import type { Decode } from './check-image.ts';

/** Far above any photo of 3 MB that a person would send; keeps a small file from unpacking to gigabytes. */
const MAX_PIXELS = 100_000_000;

/**
 * Decodes every pixel with libvips; a truncated file fails. Width and height are those of the upright image.
 */
export const decodeWithSharp: Decode = async (bytes) => {
  const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS });
  const { format, autoOrient } = await image.metadata();
  await image.stats();
  return { format, width: autoOrient.width, height: autoOrient.height };
};
