import { captureFrame } from '../../../src/core/capture-frame.js';
import { readFacePatch } from '../../../src/core/face-patch.js';
import { boundsOf, forEachPixelInside, landmarksToPixels } from '../../../src/core/geometry.js';
import { FACE_OVAL, FEATURE_OUTLINES } from '../../../src/core/landmarks.js';
import type { Observation } from '../../../src/types/frame.js';
import type { PatchRecord } from '../result.js';
import { at } from './paths.js';
import type { Shot } from './shot.js';
import { contextOf, newCanvas, type Picture } from './stage.js';

const NOTHING_COVERED = { mouth: 0, nose: 0, leftEye: 0, rightEye: 0 };

/** The face patch of the largest face as the analyser reads it. */
export function patchOf(
  picture: Picture,
  observation: Observation,
  { covered = NOTHING_COVERED, lidsShare = 0 }: Pick<Shot, 'covered' | 'lidsShare'>,
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
  return { png: canvas.toDataURL('image/png'), points: places, covered, lidsShare };
}

/** A cover of skin colour changes some pixels by little. */
const CHANGED_LEVELS = 4;

/** Draws a cover, and tells how much of each part it hides. */
export function withCover(shot: Shot, draw: (shot: Shot) => void): Shot {
  const area = [0, 0, shot.canvas.width, shot.canvas.height] as const;
  const before = shot.context.getImageData(...area).data;
  draw(shot);
  const after = shot.context.getImageData(...area).data;
  const points = new Float32Array(2 * 478);
  for (let index = 0; index < 478; index += 1) {
    const { x, y } = at(shot, index);
    points.set([x, y], 2 * index);
  }
  const share = (outline: readonly number[]) => {
    let [changed, count] = [0, 0];
    forEachPixelInside(points, outline, shot.canvas, (pixel) => {
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
      mouth: share(FEATURE_OUTLINES.mouth),
      nose: share(FEATURE_OUTLINES.nose),
      leftEye: share(FEATURE_OUTLINES.leftEye),
      rightEye: share(FEATURE_OUTLINES.rightEye),
    },
  };
}
