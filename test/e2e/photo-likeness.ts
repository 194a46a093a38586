import sharp, { type Sharp } from 'sharp';

const SIDE_PX = 96;

/**
 * How far apart two pictures are: the mean difference of their pixels at a small size, 0 (the same) to 255.
 *
 * @param region the part of the second picture that the first one shows, in pixels
 */
export async function differenceOf(
  picture: Buffer,
  other: Buffer,
  region: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const [a, b] = await Promise.all([tiny(sharp(picture)), tiny(sharp(other).extract(region))]);
  let sum = 0;
  for (const [index, value] of a.entries()) sum += Math.abs(value - (b[index] ?? 0));
  return sum / a.length;
}

function tiny(picture: Sharp): Promise<Buffer> {
  return picture.resize(SIDE_PX, SIDE_PX, { fit: 'fill' }).removeAlpha().raw().toBuffer();
}
