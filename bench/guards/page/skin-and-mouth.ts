import { INNER_LIPS } from './bare.js';
import { at, axesOf, colourAt, css, distanceOf, polygon, smoothPath, type Colour } from './paths.js';
import type { Person } from './person.js';
import { contextOf, newCanvas } from './stage.js';
import type { Shot } from './shot.js';

const EYES = [
  [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
] as const;

/** The same face with skin of another tone, in the same light: eyes and teeth stay as they are. */
export function drawSkinTone(shot: Shot, tone: Colour): void {
  const { context } = shot;
  const { to, unit } = axesOf(shot);
  const head = smoothPath([
    to(-47, -20),
    to(-44, -60),
    to(-20, -78),
    to(20, -78),
    to(44, -60),
    to(47, -20),
    to(44, 20),
    to(34, 50),
    to(40, 95),
    to(-40, 95),
    to(-34, 50),
    to(-44, 20),
  ]);
  for (const eye of EYES) head.addPath(polygon(eye.map((index) => at(shot, index))));
  head.addPath(polygon(INNER_LIPS.map((index) => at(shot, index))));
  const own = colourAt(shot, 50, 5);
  const layer = Object.assign(document.createElement('canvas'), {
    width: shot.canvas.width,
    height: shot.canvas.height,
  });
  const paint = layer.getContext('2d');
  if (!paint) throw new Error('This browser has no 2D canvas.');
  paint.filter = `blur(${(0.8 * unit).toFixed(1)}px)`;
  paint.fillStyle = css({
    r: Math.min(255, (255 * tone.r) / Math.max(own.r, 1)),
    g: Math.min(255, (255 * tone.g) / Math.max(own.g, 1)),
    b: Math.min(255, (255 * tone.b) / Math.max(own.b, 1)),
  });
  paint.fill(head, 'evenodd');
  context.save();
  context.globalCompositeOperation = 'multiply';
  // White under the tone, so that what is outside of it is multiplied by one.
  paint.globalCompositeOperation = 'destination-over';
  paint.filter = 'none';
  paint.fillStyle = '#fff';
  paint.fillRect(0, 0, layer.width, layer.height);
  context.drawImage(layer, 0, 0);
  context.restore();
}

/** How far a mouth is opened, as a share of the face's height. */
export const OPEN_MOUTH = 0.08;

/** Whether somebody's mouth is as far open in the photograph, where one that is drawn over it would be a second one. */
export function hasOpenMouth(person: Person): boolean {
  return distanceOf(at(person, 13), at(person, 14)) > OPEN_MOUTH * person.box.height;
}

/** A mouth open by a share of the face's height: lower lip and chin moved down, teeth and a dark cavity between. */
export function openMouth(shot: Shot, share: number): void {
  const { context, canvas, random } = shot;
  const { unit, angle } = axesOf(shot);
  const before = newCanvas(canvas);
  contextOf(before).drawImage(canvas, 0, 0);
  const [line, left, right, chin] = [at(shot, 13), at(shot, 61), at(shot, 291), at(shot, 152)];
  const half = 0.5 * Math.hypot(right.x - left.x, right.y - left.y);
  const depth = 100 * share * unit;
  const fall = Math.hypot(chin.x - line.x, chin.y - line.y);
  context.save();
  context.translate(line.x, line.y);
  context.rotate(angle);
  context.save();
  context.beginPath();
  context.ellipse(0, 0, 1.35 * half, fall + depth + 4 * unit, 0, 0, Math.PI);
  context.clip();
  context.translate(0, depth);
  context.rotate(-angle);
  context.drawImage(before, -line.x, -line.y);
  context.restore();
  context.fillStyle = css({ r: 60 + 50 * random(), g: 18 + 15 * random(), b: 20 + 15 * random() });
  context.beginPath();
  context.ellipse(0, 0.5 * depth, 0.72 * half, 0.55 * depth, 0, 0, 2 * Math.PI);
  context.fill();
  context.clip();
  context.fillStyle = css({ r: 226, g: 218, b: 204 }, 0.8 + 0.2 * random());
  context.fillRect(-half, -0.1 * depth, 2 * half, 0.32 * depth);
  context.fillStyle = css({ r: 170, g: 84, b: 84 });
  context.fillRect(-half, 0.75 * depth, 2 * half, depth);
  context.restore();
}
