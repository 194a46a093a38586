import type { Point, Rect, Size } from '../types/frame.js';

/** Mesh points in pixels of one image: x and y of each landmark, one pair after the other. */
export type PointsPx = Float32Array;

/** Brings landmarks from shares of the frame to pixels. */
export function landmarksToPixels(landmarks: Float32Array, frame: Size): PointsPx {
  const count = Math.floor(landmarks.length / 3);
  const points = new Float32Array(2 * count);
  for (let index = 0; index < count; index += 1) {
    points[2 * index] = (landmarks[3 * index] ?? NaN) * frame.width;
    points[2 * index + 1] = (landmarks[3 * index + 1] ?? NaN) * frame.height;
  }
  return points;
}

/** Brings points from one image's pixels to those of a scaled copy of a part of it. */
export function pointsWithin(points: PointsPx, region: Rect, size: Size): PointsPx {
  const scaleX = size.width / region.width;
  const scaleY = size.height / region.height;
  const within = new Float32Array(points.length);
  for (let place = 0; place < points.length; place += 2) {
    within[place] = ((points[place] ?? NaN) - region.x) * scaleX;
    within[place + 1] = ((points[place + 1] ?? NaN) - region.y) * scaleY;
  }
  return within;
}

export function pointAt(points: PointsPx, index: number): Point {
  return { x: points[2 * index] ?? NaN, y: points[2 * index + 1] ?? NaN };
}

export function distance(points: PointsPx, from: number, to: number): number {
  const a = pointAt(points, from);
  const b = pointAt(points, to);
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Smallest upright rectangle around some of the points; NaN where one of them is not a number. */
export function boundsOf(points: PointsPx, indexes: readonly number[]): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const index of indexes) {
    const x = points[2 * index] ?? NaN;
    const y = points[2 * index + 1] ?? NaN;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** A rectangle with the same centre, every side moved out by a share of the rectangle's height. */
export function grown(rect: Rect, shareOfHeight: number): Rect {
  const margin = rect.height * shareOfHeight;
  return {
    x: rect.x - margin,
    y: rect.y - margin,
    width: rect.width + 2 * margin,
    height: rect.height + 2 * margin,
  };
}

/** The same points in an image of another size. */
export function scaledPoints(points: PointsPx, scale: number): PointsPx {
  const scaled = new Float32Array(points.length);
  for (let place = 0; place < points.length; place += 1) scaled[place] = (points[place] ?? NaN) * scale;
  return scaled;
}

/** How many of the points lie outside the image. */
export function countOutside(points: PointsPx, indexes: readonly number[], image: Size): number {
  return indexes.filter((index) => {
    const { x, y } = pointAt(points, index);
    return !(x >= 0 && y >= 0 && x <= image.width && y <= image.height);
  }).length;
}

/**
 * Visits every pixel whose centre lies inside a polygon and the image (even-odd rule).
 *
 * @param outline Landmark numbers in order around the polygon.
 * @param visit Gets the pixel's number, row by row.
 */
export function forEachPixelInside(
  points: PointsPx,
  outline: readonly number[],
  image: Size,
  visit: (pixel: number, x: number, y: number) => void,
): void {
  forEachSpanInside(points, outline, image, (first, last, x, y) => {
    for (let pixel = first; pixel <= last; pixel += 1) visit(pixel, x + pixel - first, y);
  });
}

/**
 * Visits the same pixels span by span, for what is done to so many of them that a call for each would show.
 *
 * @param visit Gets the numbers of the span's first and last pixel and where the first one is.
 */
export function forEachSpanInside(
  points: PointsPx,
  outline: readonly number[],
  image: Size,
  visit: (first: number, last: number, x: number, y: number) => void,
): void {
  const bounds = boundsOf(points, outline);
  if (!Number.isFinite(bounds.width + bounds.height)) return;
  const firstRow = Math.max(0, Math.ceil(bounds.y - 0.5));
  const lastRow = Math.min(image.height - 1, Math.floor(bounds.y + bounds.height - 0.5));
  // Plain loops and one array for all rows: this is called some thirty times a frame.
  const xs = Float64Array.from(outline, (index) => points[2 * index] ?? NaN);
  const ys = Float64Array.from(outline, (index) => points[2 * index + 1] ?? NaN);
  const crossings = new Float64Array(outline.length);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const count = crossingsOfRow(xs, ys, row + 0.5, crossings);
    for (let pair = 0; pair + 1 < count; pair += 2) {
      const start = Math.max(0, Math.ceil((crossings[pair] ?? 0) - 0.5));
      const end = Math.min(image.width - 1, Math.ceil((crossings[pair + 1] ?? 0) - 0.5) - 1);
      const before = row * image.width;
      if (start <= end) visit(before + start, before + end, start, row);
    }
  }
}

/** Where a polygon crosses a row, from left to right. Returns how many times. */
function crossingsOfRow(xs: Float64Array, ys: Float64Array, y: number, crossings: Float64Array): number {
  let count = 0;
  let fromX = xs[xs.length - 1] ?? NaN;
  let fromY = ys[ys.length - 1] ?? NaN;
  for (let corner = 0; corner < xs.length; corner += 1) {
    const toX = xs[corner] ?? NaN;
    const toY = ys[corner] ?? NaN;
    if (fromY <= y !== toY <= y) {
      const crossing = fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
      let place = count;
      for (; place > 0 && (crossings[place - 1] ?? 0) > crossing; place -= 1) {
        crossings[place] = crossings[place - 1] ?? 0;
      }
      crossings[place] = crossing;
      count += 1;
    }
    fromX = toX;
    fromY = toY;
  }
  return count;
}
