import type { Pixels } from './pixels.js';

/** All three channels from here on are blown out: nothing can be read there. */
const BLOWN_OUT = 250;
/** Smaller spots, as a share of the card, are glints on its relief and hide no letter. */
const SMALLEST_SPOT_SHARE = 0.003;

/**
 * Share of an area that is blown out in connected spots.
 *
 * @param inside Numbers of the area's pixels.
 */
export function glareShare({ data, width, height }: Pixels, inside: Int32Array): number {
  const blown = new Uint8Array(width * height);
  for (const pixel of inside) {
    const byte = 4 * pixel;
    const darkest = Math.min(data[byte] ?? 0, data[byte + 1] ?? 0, data[byte + 2] ?? 0);
    if (darkest >= BLOWN_OUT) blown[pixel] = 1;
  }
  let glare = 0;
  for (const pixel of inside) {
    const spot = takeSpot(blown, width, pixel);
    if (spot >= SMALLEST_SPOT_SHARE * inside.length) glare += spot;
  }
  return inside.length === 0 ? 0 : glare / inside.length;
}

/** Counts the pixels of a connected spot (4 neighbours) and clears them. */
function takeSpot(blown: Uint8Array, width: number, seed: number): number {
  const waiting = [seed];
  let count = 0;
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    if (blown[pixel] !== 1) continue;
    blown[pixel] = 0;
    count += 1;
    if (pixel % width > 0) waiting.push(pixel - 1);
    if (pixel % width < width - 1) waiting.push(pixel + 1);
    waiting.push(pixel - width, pixel + width);
  }
  return count;
}
