import { captureFrame } from '../../../src/core/capture-frame.js';
import { FACE_OVAL } from '../../../src/core/landmarks.js';
import type { HeadPose, Rect } from '../../../src/types/frame.js';
import { groupOf, type Group } from '../random.js';
import type { BenchEngine } from './engine.js';
import { axesOf } from './paths.js';
import { takeShot, type Shot } from './shot.js';
import { contextOf, drawPhoto, newCanvas, photoTransform } from './stage.js';
import { turnHead } from './turned.js';

/** What the benchmark needs of a row of `test/fixtures/photos.json`. */
export interface PhotoRow {
  readonly file: string;
  readonly faceBox: Rect | null;
  /** What is wrong with the face as it was photographed; people without it are the clean ones. */
  readonly fault?: 'sunglasses' | 'hair' | 'turned';
  /** The half of the picture that shows all of its half of the face, where the other one does not. */
  readonly openHalf?: 'left' | 'right';
  /** Eyes that cannot be told from closed ones. */
  readonly eyesClosed?: boolean;
  /** Eyes so small and so deep in shadow that closed ones look alike. */
  readonly eyesInShade?: boolean;
}

/** A photographed person with the face's mesh. */
export interface Person {
  readonly file: string;
  readonly group: Group;
  readonly fault: NonNullable<PhotoRow['fault']> | null;
  readonly photo: ImageBitmap | HTMLCanvasElement;
  /** 478 × (x, y, z) in pixels of the photo; z in the same scale, smaller is nearer. */
  readonly mesh: Float32Array;
  /** Face box by the mesh's oval, photo pixels. */
  readonly box: Rect;
  /** As measured in the middle of the frame. */
  readonly pose: HeadPose;
  readonly eyesClosed: boolean;
  readonly eyesInShade: boolean;
  /** Median luma of the skin in the photograph. */
  readonly skinLuma: number;
}

const CAMERA = { width: 1280, height: 720 };
/** A head that is turned further than this in its photograph is first turned back. */
const FRONTAL_DEG = 14;

/** @returns null where the engine finds no face. */
export async function loadPerson(row: PhotoRow, engine: BenchEngine): Promise<Person | null> {
  if (!row.faceBox) return null;
  const answer = await fetch(`/test/fixtures/photos/${row.file}`);
  const photo = await createImageBitmap(await answer.blob());
  return measured(row, photo, row.faceBox, engine);
}

/**
 * The same person as they can be captured: a turned head turned back by rendering its mesh, and a half of the face that
 * the photograph does not show replaced by the other one, mirrored.
 *
 * @returns null where that is not enough: behind sunglasses there are no eyes.
 */
export async function frontalOf(row: PhotoRow, person: Person, engine: BenchEngine): Promise<Person | null> {
  if (person.fault !== null && !row.openHalf) return null;
  const { yawDeg, pitchDeg, rollDeg } = person.pose;
  const turn = (degrees: number) => (Math.abs(degrees) > FRONTAL_DEG ? -degrees : 0);
  const back = { yawDeg: turn(yawDeg), pitchDeg: turn(pitchDeg), rollDeg: turn(rollDeg) };
  const isFrontal = Object.values(back).every((degrees) => degrees === 0);
  const frontal = isFrontal ? person : await redrawn(row, person, engine, (shot) => turnHead(shot, back));
  if (!frontal || !row.openHalf) return frontal && { ...frontal, fault: null };
  const { openHalf } = row;
  const whole = await redrawn(row, frontal, engine, (shot) => mirrorHalf(shot, openHalf));
  return whole && { ...whole, fault: null };
}

async function redrawn(
  row: PhotoRow,
  person: Person,
  engine: BenchEngine,
  change: (shot: Shot) => void,
): Promise<Person | null> {
  const faceHeight = Math.min(0.66, (2 * person.box.height) / CAMERA.height);
  const shot = takeShot(person, 'frontal', { camera: CAMERA, faceHeight });
  change(shot);
  const { x, y } = shot.at.transformPoint({ x: person.box.x, y: person.box.y });
  const size = Math.hypot(shot.at.a, shot.at.b);
  const box = { x, y, width: size * person.box.width, height: size * person.box.height };
  return measured(row, shot.canvas, box, engine);
}

/** Draws one half of the picture over the other, mirrored at the middle of the face. */
function mirrorHalf(shot: Shot, openHalf: 'left' | 'right'): void {
  const { canvas, context } = shot;
  const { angle, unit, to } = axesOf(shot);
  const middle = to(0, 0);
  const half = newCanvas(canvas);
  const paint = contextOf(half);
  const side = openHalf === 'left' ? 1 : -1;
  paint.translate(middle.x, middle.y);
  paint.rotate(angle);
  paint.filter = `blur(${(0.8 * unit).toFixed(1)}px)`;
  paint.fillRect(side > 0 ? 0 : -4000, -4000, 4000, 8000);
  paint.filter = 'none';
  paint.globalCompositeOperation = 'source-in';
  paint.scale(-1, 1);
  paint.rotate(-angle);
  paint.drawImage(canvas, -middle.x, -middle.y);
  context.drawImage(half, 0, 0);
}

async function measured(
  row: PhotoRow,
  photo: Person['photo'],
  faceBox: Rect,
  engine: BenchEngine,
): Promise<Person | null> {
  const placement = { faceHeightPx: 0.5 * CAMERA.height, centre: { x: 640, y: 360 }, rollDeg: 0 };
  const at = photoTransform(faceBox, placement);
  const canvas = newCanvas(CAMERA);
  drawPhoto(canvas, photo, at);
  const { landmarks, face } = await engine.settled(canvas);
  const crop = captureFrame(CAMERA)?.crop;
  if (!landmarks || !face || !crop) return null;
  const back = at.inverse();
  const mesh = new Float32Array(landmarks.length);
  for (let index = 0; index + 2 < landmarks.length; index += 3) {
    const x = crop.x + (landmarks[index] ?? NaN) * crop.width;
    const y = crop.y + (landmarks[index + 1] ?? NaN) * crop.height;
    const point = back.transformPoint({ x, y });
    mesh.set([point.x, point.y, (landmarks[index + 2] ?? NaN) * crop.width * back.a], index);
  }
  return {
    file: row.file,
    group: groupOf(row.file),
    fault: row.fault ?? null,
    photo,
    mesh,
    box: ovalBox(mesh),
    pose: face.pose,
    eyesClosed: row.eyesClosed ?? false,
    eyesInShade: row.eyesInShade ?? false,
    skinLuma: face.skin.medianLuma,
  };
}

function ovalBox(mesh: Float32Array): Rect {
  const across = FACE_OVAL.map((index) => mesh[3 * index] ?? NaN);
  const down = FACE_OVAL.map((index) => mesh[3 * index + 1] ?? NaN);
  const [x, y] = [Math.min(...across), Math.min(...down)];
  return { x, y, width: Math.max(...across) - x, height: Math.max(...down) - y };
}
