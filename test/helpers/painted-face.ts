import type { Detection, PixelSource } from '../../src/core/observe.js';
import type { Pixels } from '../../src/core/pixels.js';
import { thumbnailSize } from '../../src/core/thumbnail.js';
import { FACE_OVAL, LANDMARK_COUNT } from '../../src/core/landmarks.js';
import type { Rect, Size } from '../../src/types/frame.js';

export type Colour = readonly [red: number, green: number, blue: number];

/** Colour of the picture at a place, in photo pixels. */
export type Painter = (x: number, y: number) => Colour;

/** Pixels of a picture that is given by a formula; transparent outside of the photo, as a canvas has it. */
function painted(photo: Size, paint: Painter): PixelSource & { readonly reads: number } {
  let reads = 0;
  return {
    get reads() {
      return reads;
    },
    read(region: Rect, size: Size): Pixels {
      reads += 1;
      const data = new Uint8ClampedArray(4 * size.width * size.height);
      for (let row = 0; row < size.height; row += 1) {
        for (let column = 0; column < size.width; column += 1) {
          const x = region.x + ((column + 0.5) / size.width) * region.width;
          const y = region.y + ((row + 0.5) / size.height) * region.height;
          if (x < 0 || y < 0 || x >= photo.width || y >= photo.height) continue;
          data.set([...paint(x, y), 255], 4 * (row * size.width + column));
        }
      }
      return { data, ...size };
    },
  };
}

/** What `observe` is given of such a picture. */
export function pictureOf(photo: Size, paint: Painter) {
  const pixels = painted(photo, paint);
  const thumbnail = painted(photo, paint).read({ x: 0, y: 0, ...photo }, thumbnailSize(photo));
  return { photo, pixels, thumbnail };
}

/**
 * A mesh that is no face but has its outlines: every point of the oval on an ellipse, every other one at its place on a
 * smaller one, so that boxes and counts can be told by hand.
 *
 * @param centre and `radii` in shares of the frame.
 */
export function ellipticDetection(
  centre: { readonly x: number; readonly y: number },
  radii: { readonly x: number; readonly y: number },
): Detection {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT);
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    landmarks.set(
      [centre.x + 0.5 * radii.x * Math.sin(index), centre.y + 0.5 * radii.y * Math.cos(index)],
      3 * index,
    );
  }
  FACE_OVAL.forEach((index, place) => {
    const turn = (2 * Math.PI * place) / FACE_OVAL.length;
    landmarks.set([centre.x + radii.x * Math.sin(turn), centre.y - radii.y * Math.cos(turn)], 3 * index);
  });
  return { landmarks, matrix: FACING, blink: null };
}

/** The facial transformation matrix of a head 40 cm before the lens that faces it. */
export const FACING: readonly number[] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, -40, 1];
