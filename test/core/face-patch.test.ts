import { expect } from '@open-wc/testing';
import { patchOf } from '../../src/core/face-patch.js';
import type { Rect } from '../../src/types/frame.js';

const SIDE = 40;

/** A patch of which a rectangle lies inside the photo, and the rest reads as transparent. */
function patchWithin({ x, y, width, height }: Rect) {
  const data = new Uint8ClampedArray(4 * SIDE * SIDE);
  for (let row = y; row < y + height; row += 1) {
    for (let column = x; column < x + width; column += 1) {
      data.set([90, 90, 90, 255], 4 * (row * SIDE + column));
    }
  }
  return patchOf({ data, width: SIDE, height: SIDE }, new Float32Array(0));
}

describe('a patch at half its size', () => {
  for (const [where, rect, isWhole] of [
    ['in the photo', { x: 0, y: 0, width: SIDE, height: SIDE }, true],
    ['out of it at the left', { x: 2, y: 0, width: SIDE - 2, height: SIDE }, false],
    ['out of it at the right', { x: 0, y: 0, width: SIDE - 2, height: SIDE }, false],
    ['out of it at the top', { x: 0, y: 2, width: SIDE, height: SIDE - 2 }, false],
    ['out of it at the bottom', { x: 0, y: 0, width: SIDE, height: SIDE - 2 }, false],
    ['out of it altogether', { x: 0, y: 0, width: 0, height: 0 }, false],
  ] as const) {
    it(`tells that it lies ${where}`, () => {
      const { half } = patchWithin(rect);
      expect(half.isWhole).to.equal(isWhole);
      const places = Array.from({ length: half.width * half.height }, (_, pixel) => pixel);
      const inside = places.filter((pixel) =>
        half.isInside(pixel % half.width, Math.floor(pixel / half.width)),
      );
      expect(inside.length === places.length).to.equal(isWhole);
    });
  }
});
