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
  return points.map((value, index) =>
    index % 2 === 0 ? (value - region.x) * scaleX : (value - region.y) * scaleY,
  );
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
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const index of indexes) {
    const { x, y } = pointAt(points, index);
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
  const corners = outline.map((index) => pointAt(points, index));
  const bounds = boundsOf(points, outline);
  if (!Number.isFinite(bounds.width + bounds.height)) return;
  const firstRow = Math.max(0, Math.ceil(bounds.y - 0.5));
  const lastRow = Math.min(image.height - 1, Math.floor(bounds.y + bounds.height - 0.5));
  for (let row = firstRow; row <= lastRow; row += 1) {
    const crossings = crossingsOfRow(corners, row + 0.5);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const start = Math.max(0, Math.ceil((crossings[pair] ?? 0) - 0.5));
      const end = Math.min(image.width - 1, Math.ceil((crossings[pair + 1] ?? 0) - 0.5) - 1);
      for (let column = start; column <= end; column += 1) visit(row * image.width + column, column, row);
    }
  }
}

function crossingsOfRow(corners: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  let previous = corners.at(-1);
  for (const corner of corners) {
    if (previous && previous.y <= y !== corner.y <= y) {
      crossings.push(previous.x + ((y - previous.y) / (corner.y - previous.y)) * (corner.x - previous.x));
    }
    previous = corner;
  }
  return crossings.sort((a, b) => a - b);
}
