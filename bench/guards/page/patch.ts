import { captureFrame } from '../../../src/core/capture-frame.js';
import { readFacePatch } from '../../../src/core/face-patch.js';
import { boundsOf, forEachPixelInside, landmarksToPixels } from '../../../src/core/geometry.js';
import { FACE_OVAL, FEATURE_OUTLINES } from '../../../src/core/landmarks.js';
import type { Observation } from '../../../src/types/frame.js';
import type { PatchRecord } from '../result.js';
import { at } from './paths.js';
import type { Shot } from './shot.js';
import { contextOf, drawPhoto, newCanvas, type Picture } from './stage.js';

/** The face patch of the largest face as the analyser reads it. */
export function patchOf(
  picture: Picture,
  observation: Observation,
  covered: PatchRecord['covered'],
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
  return { png: canvas.toDataURL('image/png'), points: places, covered };
}

/** A cover of skin colour changes some pixels by little. */
const CHANGED_LEVELS = 4;

/**
 * Compares a shot with the same photo before it was painted on. Right only where nothing but a cover was drawn: light, beards
 * and turned heads change pixels too.
 */
export function coverage(shot: Shot): PatchRecord['covered'] {
  const bare = newCanvas(shot.canvas);
  drawPhoto(bare, shot.person.photo, shot.at);
  const area = { x: 0, y: 0, ...sizeOf(bare) };
  const [before, after] = [contextOf(bare), shot.context].map(
    (context) => context.getImageData(area.x, area.y, area.width, area.height).data,
  );
  const points = new Float32Array(2 * 478);
  for (let index = 0; index < 478; index += 1) {
    const { x, y } = at(shot, index);
    points.set([x, y], 2 * index);
  }
  const share = (outline: readonly number[]) => {
    let [changed, count] = [0, 0];
    forEachPixelInside(points, outline, bare, (pixel) => {
      const difference = [0, 1, 2].map((channel) =>
        Math.abs((before?.[4 * pixel + channel] ?? 0) - (after?.[4 * pixel + channel] ?? 0)),
      );
      changed += Math.max(...difference) > CHANGED_LEVELS ? 1 : 0;
      count += 1;
    });
    return count === 0 ? 0 : changed / count;
  };
  return {
    mouth: share(FEATURE_OUTLINES.mouth),
    nose: share(FEATURE_OUTLINES.nose),
    leftEye: share(FEATURE_OUTLINES.leftEye),
    rightEye: share(FEATURE_OUTLINES.rightEye),
  };
}

function sizeOf({ width, height }: HTMLCanvasElement) {
  return { width, height };
}
