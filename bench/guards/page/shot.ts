import type { Point, Sides, Size } from '../../../src/types/frame.js';
import { randomOf, type Random } from '../random.js';
import type { Covered } from '../result.js';
import type { Person } from './person.js';
import { contextOf, drawPhoto, newCanvas, photoTransform } from './stage.js';

/** How a person stands before the camera. */
export interface ShotOptions {
  readonly camera: Size;
  /** Height of the face oval over the frame's. Default: chosen so that every distance guard passes. */
  readonly faceHeight?: number;
  /** Shares of the camera frame. Default: the middle. */
  readonly centre?: Point;
  readonly rollDeg?: number;
}

/** A person drawn into a camera frame, to be painted on. */
export interface Shot {
  readonly person: Person;
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  /** 478 × (x, y, z) in pixels of the frame. */
  readonly mesh: Float32Array;
  readonly faceHeightPx: number;
  readonly at: DOMMatrix;
  readonly random: Random;
  /** Share of each part's pixels that was drawn over, 0 to 1; where it was measured. */
  readonly covered?: Covered;
  /** How far the lids were lowered, 0 to 1; null where nobody can see it. */
  readonly lids?: Sides<number> | null;
  /** Files of the other people whose features are seen in it. */
  readonly donors?: readonly string[];
}

export function takeShot(person: Person, seed: string, options: ShotOptions): Shot {
  const { camera, faceHeight = usualHeight(person, camera), centre = { x: 0.5, y: 0.5 } } = options;
  const faceHeightPx = faceHeight * camera.height;
  const at = photoTransform(person.box, {
    faceHeightPx,
    centre: { x: centre.x * camera.width, y: centre.y * camera.height },
    rollDeg: options.rollDeg ?? 0,
  });
  const canvas = newCanvas(camera);
  drawPhoto(canvas, person.photo, at);
  const mesh = new Float32Array(person.mesh.length);
  const scale = Math.hypot(at.a, at.b);
  for (let index = 0; index + 2 < mesh.length; index += 3) {
    const { x, y } = at.transformPoint({ x: person.mesh[index] ?? NaN, y: person.mesh[index + 1] ?? NaN });
    mesh.set([x, y, (person.mesh[index + 2] ?? NaN) * scale], index);
  }
  return {
    person,
    canvas,
    context: contextOf(canvas),
    mesh,
    faceHeightPx,
    at,
    random: randomOf(`${person.file}/${seed}`),
  };
}

/** Widest documented limit is 224 px of face width, or 0.3 of the frame's height; a little above both. */
const USUAL_SIDE_PX = 246;
const LEAST_HEIGHT = 0.42;

export function usualHeight({ box }: Person, camera: Size): number {
  const side = Math.min(box.width, box.height);
  return Math.max(LEAST_HEIGHT, (USUAL_SIDE_PX / side) * (box.height / camera.height));
}
