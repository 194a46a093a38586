import { captureFrame } from '../../../src/core/capture-frame.js';
import { LIMIT_SPECS } from '../../../src/core/limits.js';
import type { GuardId } from '../../../src/types/capture.js';
import type { Rect, Size } from '../../../src/types/frame.js';
import { photoTransform } from './stage.js';
import type { Person } from './person.js';
import { CAMERAS, type Scene } from './scene.js';
import { distanceScenes } from './scenes-distance.js';
import { takeShot, usualHeight } from './shot.js';
import { placedScene as at, STEPS } from './swept.js';

/** Distance, border and crop, moved through their limits; and more faces than one. */
export function framingScenes(person: Person, others: readonly Person[]): Scene[] {
  return [...distanceScenes(person), ...borderScenes(person), ...companyScenes(person, others)];
}

function borderScenes(person: Person): Scene[] {
  const camera = CAMERAS.hd;
  const frame = frameOf(camera);
  const height = usualHeight(person, camera);
  const width = (height * camera.height * person.box.width) / person.box.height / frame.width;
  const { maxCentreOffsetShare } = LIMIT_SPECS;
  const sides = [
    ['left', -1, 0],
    ['right', 1, 0],
    ['top', 0, -1],
    ['bottom', 0, 1],
  ] as const;
  const placed = (kind: string, expect: Scene['expect'], dx: number, dy: number) =>
    at(person, kind, expect, {
      camera,
      faceHeight: height,
      centre: { x: 0.5 + (dx * frame.width) / camera.width, y: 0.5 + dy },
    });
  return sides.flatMap(([side, x, y]) => {
    const half = x === 0 ? height / 2 : width / 2;
    // Where a face is wide, its border is near before its centre is off.
    const limit = Math.min(maxCentreOffsetShare.enter, 0.5 - half - LIMIT_SPECS.minBorderGapShare.enter);
    return [
      ...STEPS.map((step) =>
        placed(
          `border/${side}×${step}`,
          step > 1 ? 'FACE_CLOSE_TO_BORDER' : null,
          x * limit * step,
          y * limit * step,
        ),
      ),
      placed(`crop/${side}`, 'FACE_CROPPED', x * (0.5 - half + 0.2 * half), y * (0.5 - half + 0.2 * half)),
    ];
  });
}

function companyScenes(person: Person, others: readonly Person[]): Scene[] {
  const other = others[(others.indexOf(person) + 1) % others.length];
  if (!other || other === person) return [];
  const camera = CAMERAS.fullHd;
  const with2 = (
    kind: string,
    expect: GuardId | null | 'any',
    size: number,
    x: number,
    y = 0.45,
    hidden = 0,
  ): Scene => ({
    ...at(person, kind, expect, { camera, faceHeight: 0.4, centre: { x: x < 0.5 ? 0.54 : 0.46, y: 0.5 } }),
    draw: () => {
      const shot = takeShot(person, kind, {
        camera,
        faceHeight: 0.4,
        centre: { x: x < 0.5 ? 0.55 : 0.45, y: 0.5 },
      });
      drawOther(
        shot.canvas,
        other,
        0.4 * size * camera.height,
        {
          x: x * camera.width,
          y: y * camera.height,
        },
        hidden,
      );
      return shot;
    },
  });
  return [
    with2('company/beside', 'TOO_MANY_FACES', 0.9, 0.62),
    with2('company/behind', 'TOO_MANY_FACES', 0.55, 0.39),
    with2('company/poster', 'TOO_MANY_FACES', 0.45, 0.62, 0.25),
    with2('company/partly-hidden', 'TOO_MANY_FACES', 0.8, 0.61, 0.45, 0.35),
    with2('company/far-away', null, 0.22, 0.6, 0.3),
    with2('company/outside', null, 0.8, 0.12),
  ];
}

/**
 * The head of another person with what is around it, in a rectangle.
 *
 * @param hidden Share of the face's width, from the right, that a door stands before.
 */
function drawOther(
  canvas: HTMLCanvasElement,
  { photo, box }: Person,
  faceHeightPx: number,
  centre: { x: number; y: number },
  hidden: number,
) {
  const at = photoTransform(box, { faceHeightPx, centre, rollDeg: 0 });
  const cut: Rect = {
    x: Math.max(0, box.x - 0.35 * box.width),
    y: Math.max(0, box.y - 0.45 * box.height),
    width: 1.7 * box.width,
    height: 1.75 * box.height,
  };
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.save();
  context.setTransform(at);
  context.drawImage(photo, cut.x, cut.y, cut.width, cut.height, cut.x, cut.y, cut.width, cut.height);
  if (hidden > 0) {
    context.fillStyle = '#b9b2a6';
    const left = box.x + (1 - hidden) * box.width;
    context.fillRect(left, cut.y, cut.x + cut.width - left, cut.height);
  }
  context.restore();
}

function frameOf(camera: Size): Size {
  const cut = captureFrame(camera);
  if (!cut) throw new Error('The camera is too small.');
  return cut.crop;
}
