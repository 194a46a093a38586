import type { Rect, Size } from '../types/frame.js';
import { Histogram, isInsidePhoto, luma, type Pixels } from './pixels.js';

/**
 * Median luma of the frame above the shoulders and beside the head.
 *
 * @param thumbnail The whole frame, scaled down.
 * @param head Bounds of the face oval in photo pixels; hair and ears around it are left out too.
 * @param photo Size of the photo in pixels.
 * @returns null where the head fills the frame.
 */
export function surroundLuma(thumbnail: Pixels, head: Rect, photo: Size): number | null {
  const [scaleX, scaleY] = [thumbnail.width / photo.width, thumbnail.height / photo.height];
  const left = (head.x - 0.25 * head.width) * scaleX;
  const right = (head.x + 1.25 * head.width) * scaleX;
  const top = (head.y - 0.3 * head.height) * scaleY;
  const chin = (head.y + head.height) * scaleY;
  const { data } = thumbnail;
  const around = new Histogram();
  for (let pixel = 0; pixel < thumbnail.width * thumbnail.height; pixel += 1) {
    const x = (pixel % thumbnail.width) + 0.5;
    const y = Math.floor(pixel / thumbnail.width) + 0.5;
    const onPerson = y > chin || (x > left && x < right && y > top);
    if (onPerson || !isInsidePhoto(thumbnail, pixel)) continue;
    const byte = 4 * pixel;
    around.add(luma(data[byte] ?? 0, data[byte + 1] ?? 0, data[byte + 2] ?? 0));
  }
  return around.quantile(0.5);
}
