import type { Size } from '../types/frame.js';
import type { Pixels } from './pixels.js';

/** Enough to tell a bright window from a dark room, and looked through in a moment. */
const THUMBNAIL_HEIGHT_PX = 48;

/** Size of the thumbnail that tells the light of a whole photo. */
export function thumbnailSize(photo: Size): Size {
  const width = Math.max(1, Math.round((photo.width / photo.height) * THUMBNAIL_HEIGHT_PX));
  return { width, height: THUMBNAIL_HEIGHT_PX };
}

/**
 * A picture made much smaller, for averages: each pixel is mixed of the four around the middle of what it stands for, as a
 * canvas does that smooths plainly.
 */
export function thumbnailOf({ data, width, height }: Pixels, size: Size): Pixels {
  const small = new Uint8ClampedArray(4 * size.width * size.height);
  const columns = neighbours(width, size.width);
  const rows = neighbours(height, size.height);
  for (let row = 0, into = 0; row < size.height; row += 1) {
    const above = 4 * width * (rows.first[row] ?? 0);
    const below = 4 * width * (rows.second[row] ?? 0);
    const down = rows.shares[row] ?? 0;
    for (let column = 0; column < size.width; column += 1) {
      const left = 4 * (columns.first[column] ?? 0);
      const right = 4 * (columns.second[column] ?? 0);
      const across = columns.shares[column] ?? 0;
      for (let channel = 0; channel < 4; channel += 1, into += 1) {
        const upper = mixed(data[above + left + channel] ?? 0, data[above + right + channel] ?? 0, across);
        const lower = mixed(data[below + left + channel] ?? 0, data[below + right + channel] ?? 0, across);
        small[into] = mixed(upper, lower, down);
      }
    }
  }
  return { data: small, ...size };
}

function mixed(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}

/** For each of some places along a side: the pixels before and after its middle, and how far it is on the way. */
function neighbours(length: number, places: number) {
  const first = new Uint16Array(places);
  const second = new Uint16Array(places);
  const shares = new Float64Array(places);
  for (let place = 0; place < places; place += 1) {
    const middle = ((place + 0.5) * length) / places - 0.5;
    const before = Math.floor(middle);
    first[place] = Math.max(0, before);
    second[place] = Math.min(length - 1, before + 1);
    shares[place] = middle - before;
  }
  return { first, second, shares };
}
