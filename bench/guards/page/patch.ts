import { captureFrame } from '../../../src/core/capture-frame.js';
import { readFacePatch } from '../../../src/core/face-patch.js';
import { boundsOf, forEachPixelInside, landmarksToPixels } from '../../../src/core/geometry.js';
import { EYE_OPENINGS, FACE_OVAL, LIPS_OUTER } from '../../../src/core/landmarks.js';
import type { Observation } from '../../../src/types/frame.js';
import type { PatchRecord } from '../result.js';
import { at } from './paths.js';
import type { Shot } from './shot.js';
import { contextOf, newCanvas, type Picture } from './stage.js';

/** Around the nose, from between the eyes to the lip. */
export const NOSE = [168, 122, 174, 198, 49, 48, 64, 98, 97, 2, 326, 327, 294, 278, 279, 420, 399, 351];

const NOTHING_COVERED = { mouth: 0, nose: 0, leftEye: 0, rightEye: 0 };
const OPEN = { left: 0, right: 0 };

/** The face patch of the largest face as the analyser reads it. */
export function patchOf(
  picture: Picture,
  observation: Observation,
  { covered = NOTHING_COVERED, lids = OPEN, donors = [] }: Pick<Shot, 'covered' | 'lids' | 'donors'>,
): PatchRecord | null {
  const cut = captureFrame(picture);
  const { landmarks } = observation;
  if (!cut || !landmarks) return null;
  const photo = newCanvas(cut.photo);
  const { crop } = cut;
  contextOf(photo).drawImage(
    picture,
    crop.x,
    crop.y,
    crop.width,
    crop.height,
    0,
    0,
    photo.width,
    photo.height,
  );
  const points = landmarksToPixels(landmarks, cut.photo);
  const patch = readFacePatch(
    {
      read({ x, y, width, height }, size) {
        const small = newCanvas(size);
        const context = contextOf(small);
        context.imageSmoothingQuality = 'high';
        context.drawImage(photo, x, y, width, height, 0, 0, size.width, size.height);
        return context.getImageData(0, 0, size.width, size.height);
      },
    },
    boundsOf(points, FACE_OVAL),
    points,
  );
  const { data, width, height } = patch.pixels;
  const canvas = newCanvas({ width, height });
  contextOf(canvas).putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const places = Array.from({ length: patch.points.length / 2 }, (_, index) => ({
    x: Math.round(10 * (patch.points[2 * index] ?? 0)) / 10,
    y: Math.round(10 * (patch.points[2 * index + 1] ?? 0)) / 10,
  }));
  return { png: canvas.toDataURL('image/png'), points: places, covered, lids, donors };
}

/** A cover of the skin's own colour changes some pixels by little. */
const CHANGED_LEVELS = 1;

/** Draws a cover, and tells how much of each part it hides. */
export function withCover(shot: Shot, draw: (shot: Shot) => void): Shot {
  const places = new Float32Array(2 * 478);
  for (let index = 0; index < 478; index += 1) {
    const { x, y } = at(shot, index);
    places.set([x, y], 2 * index);
  }
  const bounds = boundsOf(places, FACE_OVAL);
  const [left, top] = [Math.floor(bounds.x), Math.floor(bounds.y)];
  const size = { width: Math.ceil(bounds.width), height: Math.ceil(bounds.height) };
  const read = () => shot.context.getImageData(left, top, size.width, size.height).data;
  const before = read();
  draw(shot);
  const after = read();
  const points = places.map((value, place) => value - (place % 2 === 0 ? left : top));
  const share = (outline: readonly number[]) => {
    let [changed, count] = [0, 0];
    forEachPixelInside(points, outline, size, (pixel) => {
      const isChanged = [0, 1, 2].some(
        (channel) =>
          Math.abs((before[4 * pixel + channel] ?? 0) - (after[4 * pixel + channel] ?? 0)) > CHANGED_LEVELS,
      );
      changed += isChanged ? 1 : 0;
      count += 1;
    });
    return count === 0 ? 0 : changed / count;
  };
  return {
    ...shot,
    covered: {
      mouth: share(LIPS_OUTER),
      nose: share(NOSE),
      leftEye: share(EYE_OPENINGS.left),
      rightEye: share(EYE_OPENINGS.right),
    },
  };
}
