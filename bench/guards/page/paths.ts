import type { Point } from '../../../src/types/frame.js';
import type { Shot } from './shot.js';

export function at({ mesh }: Pick<Shot, 'mesh'>, index: number): Point {
  return { x: mesh[3 * index] ?? NaN, y: mesh[3 * index + 1] ?? NaN };
}

export function between(one: Point, other: Point, share: number): Point {
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}

export function distanceOf(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** A closed curve through the middles of the sides of a polygon, rounded at its corners. */
export function smoothPath(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach((corner, place) => {
    const next = points[(place + 1) % points.length] ?? corner;
    const middle = between(corner, next, 0.5);
    if (place === 0) {
      const last = points.at(-1) ?? corner;
      const start = between(last, corner, 0.5);
      path.moveTo(start.x, start.y);
    }
    path.quadraticCurveTo(corner.x, corner.y, middle.x, middle.y);
  });
  path.closePath();
  return path;
}

export function polygon(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(({ x, y }, place) => (place === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}

export interface FaceAxes {
  /** Length along one unit is 1/100 of the face's height. */
  readonly unit: number;
  readonly angle: number;
  /** From face coordinates (x right, y down, in units, origin at the tip of the nose) to the frame. */
  readonly to: (x: number, y: number) => Point;
}

/** Axes of the face: from forehead to chin, and across the eyes. */
export function axesOf(shot: Shot): FaceAxes {
  const [top, chin, nose] = [at(shot, 10), at(shot, 152), at(shot, 4)];
  const unit = distanceOf(top, chin) / 100;
  const down = { x: (chin.x - top.x) / (100 * unit), y: (chin.y - top.y) / (100 * unit) };
  return {
    unit,
    angle: Math.atan2(-down.x, down.y),
    to: (x, y) => ({
      x: nose.x + unit * (down.y * x + down.x * y),
      y: nose.y + unit * (-down.x * x + down.y * y),
    }),
  };
}

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Mean colour around a landmark. */
export function colourAt(shot: Shot, index: number, radiusUnits = 3): Colour {
  const { x, y } = at(shot, index);
  const radius = Math.max(1, Math.round(radiusUnits * axesOf(shot).unit));
  const left = Math.max(0, Math.round(x) - radius);
  const top = Math.max(0, Math.round(y) - radius);
  const { data } = shot.context.getImageData(left, top, 2 * radius, 2 * radius);
  const sum = [0, 0, 0];
  for (let byte = 0; byte < data.length; byte += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      sum[channel] = (sum[channel] ?? 0) + (data[byte + channel] ?? 0);
    }
  }
  const [r = 0, g = 0, b = 0] = sum.map((value) => (4 * value) / data.length);
  return { r, g, b };
}

/** The skin under the eyes and on the cheeks. */
export function skinOf(shot: Shot): Colour {
  const [one, other] = [colourAt(shot, 50), colourAt(shot, 280)];
  return { r: (one.r + other.r) / 2, g: (one.g + other.g) / 2, b: (one.b + other.b) / 2 };
}

export function css({ r, g, b }: Colour, gain = 1, alpha = 1): string {
  return `rgba(${Math.round(r * gain)}, ${Math.round(g * gain)}, ${Math.round(b * gain)}, ${alpha})`;
}
