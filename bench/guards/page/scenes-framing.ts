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

/** Somebody else in the picture. */
interface Companion {
  /** Of the face, over the person's. */
  readonly size: number;
  /** Middle of the face, in shares of the camera's picture. */
  readonly x: number;
  readonly y?: number;
  /** Share of the face's width, from the right, that a door stands before. */
  readonly hidden?: number;
  readonly isOnPhone?: boolean;
}

const COMPANY: readonly (readonly [
  kind: string,
  expect: GuardId | null,
  companions: readonly Companion[],
])[] = [
  ['beside', 'TOO_MANY_FACES', [{ size: 0.9, x: 0.62 }]],
  ['behind', 'TOO_MANY_FACES', [{ size: 0.55, x: 0.39 }]],
  [
    'two-others',
    'TOO_MANY_FACES',
    [
      { size: 0.55, x: 0.65 },
      { size: 0.5, x: 0.35, y: 0.4 },
    ],
  ],
  ['poster', 'TOO_MANY_FACES', [{ size: 0.45, x: 0.62, y: 0.25 }]],
  ['phone', 'TOO_MANY_FACES', [{ size: 0.45, x: 0.62, y: 0.6, isOnPhone: true }]],
  ['partly-hidden', 'TOO_MANY_FACES', [{ size: 0.8, x: 0.61, hidden: 0.35 }]],
  ['far-away', null, [{ size: 0.22, x: 0.6, y: 0.3 }]],
  ['outside', null, [{ size: 0.8, x: 0.12 }]],
];

function companyScenes(person: Person, people: readonly Person[]): Scene[] {
  const place = people.indexOf(person);
  const others = [...people.slice(place + 1), ...people.slice(0, place)];
  const camera = CAMERAS.fullHd;
  const faceHeight = 0.4;
  return COMPANY.filter(([, , companions]) => companions.length <= others.length).map(
    ([name, expect, companions]) => {
      const kind = `company/${name}`;
      const options = { camera, faceHeight, centre: { x: asideOf(companions), y: 0.5 } };
      return {
        ...at(person, kind, expect, options),
        draw: () => {
          const shot = takeShot(person, kind, options);
          for (const [number, companion] of companions.entries()) {
            const other = others[number];
            if (other) drawOther(shot.canvas, other, faceHeight * camera.height, companion);
          }
          return shot;
        },
      };
    },
  );
}

/** Where somebody stands who makes room for others on one side. */
function asideOf([first, ...more]: readonly Companion[]): number {
  if (!first || more.length > 0) return 0.5;
  return first.x < 0.5 ? 0.55 : 0.45;
}

/** The head of another person with what is around it, in a rectangle. */
function drawOther(
  canvas: HTMLCanvasElement,
  { photo, box }: Person,
  personHeightPx: number,
  { size, x, y = 0.45, hidden = 0, isOnPhone = false }: Companion,
) {
  const at = photoTransform(box, {
    faceHeightPx: size * personHeightPx,
    centre: { x: x * canvas.width, y: y * canvas.height },
    rollDeg: 0,
  });
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
  if (isOnPhone) drawPhoneAround(context, cut);
  context.drawImage(photo, cut.x, cut.y, cut.width, cut.height, cut.x, cut.y, cut.width, cut.height);
  if (hidden > 0) {
    context.fillStyle = '#b9b2a6';
    const left = box.x + (1 - hidden) * box.width;
    context.fillRect(left, cut.y, cut.x + cut.width - left, cut.height);
  }
  context.restore();
}

function drawPhoneAround(context: CanvasRenderingContext2D, { x, y, width, height }: Rect): void {
  const edge = 0.05 * width;
  context.fillStyle = '#17181b';
  context.beginPath();
  context.roundRect(x - edge, y - 3 * edge, width + 2 * edge, height + 6 * edge, 2 * edge);
  context.fill();
}

function frameOf(camera: Size): Size {
  const cut = captureFrame(camera);
  if (!cut) throw new Error('The camera is too small.');
  return cut.crop;
}
