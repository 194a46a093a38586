import type { Point, Rect, Size } from '../../../src/types/frame.js';

/** A photograph, or a canvas with one. */
export type Picture = ImageBitmap | HTMLCanvasElement;

/** Where a face stands in the camera frame. */
export interface Placement {
  /** Height of the face oval in camera pixels. */
  readonly faceHeightPx: number;
  readonly centre: Point;
  readonly rollDeg: number;
}

/** A canvas of a camera frame, with its context. */
export function newCanvas({ width, height }: Size): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}

/** From pixels of a photo to those of the camera frame. */
export function photoTransform(face: Rect, { faceHeightPx, centre, rollDeg }: Placement): DOMMatrix {
  const scale = faceHeightPx / face.height;
  return new DOMMatrix()
    .translate(centre.x, centre.y)
    .rotate(rollDeg)
    .scale(scale)
    .translate(-face.x - face.width / 2, -face.y - face.height / 2);
}

/** Draws a photo and, where it ends inside the frame, its own blurred border. */
export function drawPhoto(canvas: HTMLCanvasElement, photo: Picture, at: DOMMatrix): void {
  const context = contextOf(canvas);
  const scale = Math.hypot(at.a, at.b);
  context.imageSmoothingQuality = 'high';
  drawExtension(context, photo, at, scale);
  context.save();
  context.setTransform(at);
  context.drawImage(photo, 0, 0);
  context.restore();
}

/** The photo's border pulled outward, out of focus. Not the photo mirrored: a second face beside the first would be found. */
function drawExtension(
  context: CanvasRenderingContext2D,
  photo: Picture,
  at: DOMMatrix,
  scale: number,
): void {
  const { width, height } = photo;
  const far = 4 * Math.max(width, height);
  const columns = [
    [0, 1, -far, far],
    [0, width, 0, width],
    [width - 1, 1, width, far],
  ] as const;
  const rows = [
    [0, 1, -far, far],
    [0, height, 0, height],
    [height - 1, 1, height, far],
  ] as const;
  context.save();
  context.filter = `blur(${Math.round(6 * Math.min(2, scale))}px)`;
  context.setTransform(at);
  for (const [fromX, fromWidth, x, toWidth] of columns) {
    for (const [fromY, fromHeight, y, toHeight] of rows) {
      context.drawImage(photo, fromX, fromY, fromWidth, fromHeight, x, y, toWidth, toHeight);
    }
  }
  context.restore();
}
