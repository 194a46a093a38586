import { expect } from '@open-wc/testing';
import type { Pixels } from '../../src/core/pixels.js';
import { thumbnailOf, thumbnailSize } from '../../src/core/thumbnail.js';

/** A picture whose red tells the column, green the row, each in steps of one level. */
function ramp(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([x, y, 7, 255], 4 * (y * width + x));
  }
  return { data, width, height };
}

const pixelAt = ({ data, width }: Pixels, x: number, y: number) => [
  ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
];

describe('thumbnailSize', () => {
  for (const [width, height, expected] of [
    [480, 640, 36],
    [540, 720, 36],
    [450, 450, 48],
    [1, 640, 1],
  ] as const) {
    it(`is ${expected}×48 for a photo of ${width}×${height}`, () => {
      expect(thumbnailSize({ width, height })).to.deep.equal({ width: expected, height: 48 });
    });
  }
});

describe('thumbnailOf', () => {
  it('takes the pixel in the middle where there is one', () => {
    const small = thumbnailOf(ramp(45, 30), { width: 3, height: 2 });
    expect([small.width, small.height]).to.deep.equal([3, 2]);
    expect(pixelAt(small, 0, 0)).to.deep.equal([7, 7, 7, 255]);
    expect(pixelAt(small, 2, 1)).to.deep.equal([37, 22, 7, 255]);
  });

  it('mixes those around the middle, by how near they are', () => {
    // Middles at 9.5 and 29.5 across, 4.5 and 14.5 down.
    const small = thumbnailOf(ramp(40, 20), { width: 2, height: 2 });
    expect(pixelAt(small, 0, 0)).to.deep.equal([10, 4, 7, 255]);
    const four: Pixels = {
      width: 2,
      height: 2,
      data: Uint8ClampedArray.from([10, 20, 90, 100].flatMap((level) => [level, 0, 0, 255])),
    };
    expect(pixelAt(thumbnailOf(four, { width: 1, height: 1 }), 0, 0)).to.deep.equal([55, 0, 0, 255]);
  });

  it('stays within a picture that is smaller than the thumbnail', () => {
    const one: Pixels = { width: 1, height: 1, data: Uint8ClampedArray.from([5, 6, 7, 255]) };
    const large = thumbnailOf(one, { width: 3, height: 2 });
    for (const x of [0, 1, 2]) expect(pixelAt(large, x, 1)).to.deep.equal([5, 6, 7, 255]);
  });

  it('shows what a canvas shows that smooths plainly', () => {
    const width = 480;
    const height = 640;
    const canvas = contextOf(width, height);
    const gradient = canvas.createLinearGradient(0, 0, width, height);
    gradient.addColorStop(0, 'navy');
    gradient.addColorStop(0.5, 'orange');
    gradient.addColorStop(1, 'white');
    canvas.fillStyle = gradient;
    canvas.fillRect(0, 0, width, height);
    const size = thumbnailSize({ width, height });
    const drawn = contextOf(size.width, size.height);
    drawn.imageSmoothingQuality = 'low';
    drawn.drawImage(canvas.canvas, 0, 0, size.width, size.height);
    const expected = drawn.getImageData(0, 0, size.width, size.height).data;
    const { data } = thumbnailOf(canvas.getImageData(0, 0, width, height), size);
    const apart = data.map((value, place) => Math.abs(value - (expected[place] ?? NaN)));
    expect(Math.max(...apart)).to.be.at.most(1);
  });
});

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  return context;
}
