import { expect } from '@open-wc/testing';
import { colourDifference, countColours, labOf, medianColour } from '../../src/core/colour.js';
import { boundsOf, countOutside, forEachPixelInside, forEachSpanInside } from '../../src/core/geometry.js';
import { Histogram, luma, lumaOf, meanLuma, type Pixels } from '../../src/core/pixels.js';

const filled = (width: number, height: number, rgba: (x: number, y: number) => readonly number[]): Pixels => {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    data.set(rgba(pixel % width, Math.floor(pixel / width)), 4 * pixel);
  }
  return { data, width, height };
};
const square = new Float32Array([1, 1, 5, 1, 5, 4, 1, 4]);
const SQUARE = [0, 1, 2, 3];

type Rgb = readonly [red: number, green: number, blue: number];

describe('luma', () => {
  for (const [rgb, expected] of [
    [[0, 0, 0], 0],
    [[255, 255, 255], 255],
    [[100, 100, 100], 100],
    [[255, 0, 0], 54.213],
    [[0, 255, 0], 182.376],
    [[0, 0, 255], 18.411],
  ] as const) {
    it(`of ${rgb.join(', ')} is ${expected}`, () => {
      expect(luma(...(rgb as Rgb))).to.be.closeTo(expected, 1e-9);
      expect(lumaOf(filled(1, 1, () => [...rgb, 255]))[0]).to.be.closeTo(expected, 1e-4);
    });
  }

  it('leaves out what is not of the photo in a mean', () => {
    expect(meanLuma(filled(4, 2, (x) => (x < 2 ? [80, 80, 80, 255] : [0, 0, 0, 0])))).to.be.closeTo(80, 1e-4);
    expect(meanLuma(filled(2, 2, () => [9, 9, 9, 0]))).to.equal(0);
    expect(meanLuma({ data: new Uint8ClampedArray(0), width: 0, height: 0 })).to.equal(0);
  });
});

describe('Histogram', () => {
  const of = (...values: number[]) => {
    const histogram = new Histogram();
    values.forEach((value) => histogram.add(value));
    return histogram;
  };

  for (const [values, share, expected] of [
    [[7], 0.5, 7],
    [[1, 2, 3], 0.5, 2],
    [[0, 0, 255], 0.5, 0],
    [[0, 255], 1, 255],
    [[10, 20, 30, 40], 0.25, 10],
    [[10, 20, 30, 40], 0.9, 40],
    [[10, 20], 0, 10],
  ] as const) {
    it(`has quantile ${share} of ${values.join(', ')} at ${expected}`, () => {
      expect(of(...values).quantile(share)).to.equal(expected);
    });
  }

  it('puts the values of others together', () => {
    const whole = Histogram.of([of(1, 200), of(), of(200, 255)]);
    expect(whole.count).to.equal(4);
    expect([whole.quantile(0), whole.quantile(0.5), whole.quantile(1)]).to.deep.equal([1, 200, 255]);
    expect(Histogram.of([]).quantile(0.5)).to.equal(null);
  });

  it('counts a share from a value on, and knows when it is empty', () => {
    expect(of(249, 250, 255, 0).shareFrom(250)).to.equal(0.5);
    expect(of().quantile(0.5)).to.equal(null);
    expect(of().shareFrom(0)).to.equal(0);
  });
});

describe('CIELAB', () => {
  for (const [rgb, l, a, b] of [
    [[255, 255, 255], 100, 0, 0],
    [[0, 0, 0], 0, 0, 0],
    [[255, 0, 0], 53.24, 80.09, 67.2],
    [[0, 255, 0], 87.73, -86.18, 83.18],
    [[0, 0, 255], 32.3, 79.19, -107.86],
  ] as const) {
    it(`of sRGB ${rgb.join(', ')}`, () => {
      const [red, green, blue] = rgb;
      const lab = labOf({ red, green, blue });
      expect(lab.l).to.be.closeTo(l, 0.05);
      expect(lab.a).to.be.closeTo(a, 0.05);
      expect(lab.b).to.be.closeTo(b, 0.05);
    });
  }

  it('measures a difference as a distance', () => {
    expect(colourDifference({ l: 50, a: 0, b: 0 }, { l: 50, a: 3, b: 4 })).to.equal(5);
  });

  const counted = (image: Pixels) => countColours(image, square, SQUARE);

  it('takes the median of a polygon, unmoved by a few other pixels', () => {
    const image = filled(8, 8, (x, y) => (x === 2 && y === 2 ? [255, 255, 255, 255] : [200, 150, 120, 255]));
    expect(medianColour(counted(image))).to.deep.equal({ red: 200, green: 150, blue: 120 });
  });

  it('counts the colours and the luma of the pixels in a polygon', () => {
    const { red, green, blue, luma: light } = counted(filled(8, 8, (x) => [x, 100, 0, 255]));
    expect([red.count, green.count, blue.count, light.count]).to.deep.equal([12, 12, 12, 12]);
    expect([red.quantile(0), red.quantile(1), green.quantile(0.5), blue.quantile(1)]).to.deep.equal([
      1, 4, 100, 0,
    ]);
    expect(light.quantile(0.5)).to.equal(Math.floor(luma(2, 100, 0)));
  });

  it('has no median outside of the photo', () => {
    for (const image of [filled(8, 8, () => [1, 2, 3, 0]), filled(1, 1, () => [1, 2, 3, 255])]) {
      expect(medianColour(counted(image))).to.equal(null);
    }
  });
});

describe('geometry', () => {
  const visited = (points: Float32Array, width = 8, height = 8) => {
    const seen: number[] = [];
    forEachPixelInside(points, SQUARE, { width, height }, (_pixel, x, y) => seen.push(10 * y + x));
    return seen;
  };

  it('visits the pixels whose centres lie in a polygon', () => {
    expect(visited(square)).to.deep.equal([11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34]);
  });

  it('fills a polygon with a dent by the even-odd rule, span by span', () => {
    const dented = new Float32Array([1, 1, 7, 1, 7, 5, 4, 2.2, 1, 5]);
    const spans: number[][] = [];
    forEachSpanInside(dented, [0, 1, 2, 3, 4], { width: 8, height: 8 }, (first, last, x, y) => {
      spans.push([first - 8 * y, last - 8 * y, x, y]);
    });
    expect(spans).to.deep.equal([
      [1, 6, 1, 1],
      [1, 3, 1, 2],
      [4, 6, 4, 2],
      [1, 2, 1, 3],
      [5, 6, 5, 3],
      [1, 1, 1, 4],
      [6, 6, 6, 4],
    ]);
  });

  it('stays inside the image', () => {
    expect(visited(new Float32Array([-9, -9, 2, -9, 2, 2, -9, 2]))).to.deep.equal([0, 1, 10, 11]);
    expect(visited(new Float32Array([20, 20, 30, 20, 30, 30, 20, 30]))).to.deep.equal([]);
  });

  it('visits nothing of a polygon that is no polygon', () => {
    expect(visited(new Float32Array([NaN, 1, 5, 1, 5, 4, 1, 4]))).to.deep.equal([]);
    expect(visited(new Float32Array(8))).to.deep.equal([]);
    expect(visited(new Float32Array(0))).to.deep.equal([]);
  });

  it('bounds points and counts those outside; a point on the edge is inside', () => {
    expect(boundsOf(square, SQUARE)).to.deep.equal({ x: 1, y: 1, width: 4, height: 3 });
    for (const [width, height, outside] of [
      [5, 4, 0],
      [4.9, 4, 2],
      [4.9, 3.9, 3],
      [0, 0, 4],
    ] as const) {
      expect(countOutside(square, SQUARE, { width, height })).to.equal(outside);
    }
    expect(countOutside(new Float32Array([NaN, 0]), [0], { width: 5, height: 5 })).to.equal(1);
  });
});
