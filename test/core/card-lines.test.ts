import { expect } from '@open-wc/testing';
import { stepAlong } from '../../src/core/card-lines.js';
import type { Pixels } from '../../src/core/pixels.js';

const SIZE = { width: 40, height: 80 };
const MIDDLE = 20;

/** White at the left; at the right dark in the rows that are told. */
function picture(isDark: (row: number) => boolean): Pixels {
  const data = new Uint8ClampedArray(4 * SIZE.width * SIZE.height).fill(255);
  for (let row = 0; row < SIZE.height; row += 1) {
    if (!isDark(row)) continue;
    for (let column = MIDDLE; column < SIZE.width; column += 1) {
      data.fill(0, 4 * (row * SIZE.width + column), 4 * (row * SIZE.width + column) + 3);
    }
  }
  return { ...SIZE, data };
}

const stepOf = (isDark: (row: number) => boolean) =>
  stepAlong(picture(isDark), { x: MIDDLE, y: 4 }, { x: MIDDLE, y: 76 });

describe('a step along a line', () => {
  it('is as even as can be where it is the same all along', () => {
    expect(stepOf(() => true)?.coherence).to.be.closeTo(1, 1e-9);
  });

  it('is an edge still where a finger covers a third of it', () => {
    expect(stepOf((row) => row < 27 || row >= 53)).not.to.equal(null);
  });

  it('is none where only the ends of some printed rows lie on the line', () => {
    expect(stepOf((row) => row % 20 < 4)).to.equal(null);
  });

  it('is none where nothing changes', () => {
    expect(stepOf(() => false)).to.equal(null);
  });
});
