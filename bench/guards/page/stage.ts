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
  context.imageSmoothingQuality = 'high';
  context.save();
  context.setTransform(at);
  const { width, height } = photo;
  context.drawImage(extensionOf(photo), -REACH * width, -REACH * height, SPAN * width, SPAN * height);
  context.drawImage(photo, 0, 0);
  context.restore();
}

/** How far a photo's border is pulled outward, in widths and heights of the photo. */
const REACH = 4;
const SPAN = 2 * REACH + 1;
const EXTENSION_PX = 24;
const EXTENSIONS = new WeakMap<Picture, HTMLCanvasElement>();

/** The photo's border pulled outward, out of focus. Not the photo mirrored: a second face beside the first would be found. */
function extensionOf(photo: Picture): HTMLCanvasElement {
  const known = EXTENSIONS.get(photo);
  if (known) return known;
  const canvas = newCanvas({ width: SPAN * EXTENSION_PX, height: SPAN * EXTENSION_PX });
  const context = contextOf(canvas);
  const { width, height } = photo;
  const [start, end, far] = [REACH * EXTENSION_PX, (REACH + 1) * EXTENSION_PX, REACH * EXTENSION_PX];
  const columns = [
    [0, 1, 0, far],
    [0, width, start, EXTENSION_PX],
    [width - 1, 1, end, far],
  ] as const;
  const rows = [
    [0, 1, 0, far],
    [0, height, start, EXTENSION_PX],
    [height - 1, 1, end, far],
  ] as const;
  context.imageSmoothingQuality = 'high';
  for (const [fromX, fromWidth, x, toWidth] of columns) {
    for (const [fromY, fromHeight, y, toHeight] of rows) {
      context.drawImage(photo, fromX, fromY, fromWidth, fromHeight, x, y, toWidth, toHeight);
    }
  }
  EXTENSIONS.set(photo, canvas);
  return canvas;
}
