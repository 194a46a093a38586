import type { Point } from '../../../src/types/frame.js';
import { at, axesOf, colourAt, smoothPath } from './paths.js';
import { contextOf, newCanvas } from './stage.js';
import type { Shot } from './shot.js';

/** Scales every pixel value, in linear steps of exposure as a camera's. */
export function expose(shot: Shot, gain: number): void {
  if (gain === 1) return;
  redraw(shot, `brightness(${gain})`);
}

/** A veil of stray light: no black is left. */
export function washOut(shot: Shot, share: number): void {
  const { context, canvas } = shot;
  context.save();
  context.fillStyle = `rgba(255, 255, 255, ${share})`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.restore();
}

/** Light of another colour on everything. */
export function tint(shot: Shot, colour: string): void {
  const { context, canvas } = shot;
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = colour;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.restore();
}

/**
 * Light from one side: the face's other side gets only a share of it, with a soft border down the nose.
 *
 * @param darkShare Light that the far side still gets.
 */
export function lightFromSide(shot: Shot, side: 'left' | 'right', darkShare: number): void {
  const { to } = axesOf(shot);
  const sign = side === 'left' ? 1 : -1;
  lightFromTo(shot, to(-sign * 16, 0), to(sign * 16, 0), darkShare);
}

/**
 * Light that falls off from one point to another.
 *
 * @param darkShare Light that is left there.
 * @param litShare How far of the way all of it is there.
 */
export function lightFromTo(shot: Shot, bright: Point, dark: Point, darkShare: number, litShare = 0): void {
  const { context, canvas } = shot;
  const gradient = context.createLinearGradient(bright.x, bright.y, dark.x, dark.y);
  const grey = Math.round(255 * darkShare);
  gradient.addColorStop(litShare, '#fff');
  gradient.addColorStop(1, `rgb(${grey}, ${grey}, ${grey})`);
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = gradient;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.restore();
}

/**
 * Light from one side such that the cheek away from it is left with a share of the other one's luma, whatever light the
 * photograph was taken in: a face lit from the left is lit evenly by light from the right.
 */
export function lightOneCheek(shot: Shot, side: 'left' | 'right', share: number): void {
  const [left, right] = [lumaAt(shot, 50), lumaAt(shot, 280)];
  const [lit, away] = side === 'left' ? [left, right] : [right, left];
  lightFromSide(shot, side, Math.min(1, (share * lit) / Math.max(1, away)));
}

function lumaAt(shot: Shot, index: number): number {
  const { r, g, b } = colourAt(shot, index);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** A bright window behind the person, who is left in their own shadow. */
export function lightFromBehind(shot: Shot, personGain: number): void {
  const { context, canvas } = shot;
  const person = newCanvas(canvas);
  const cut = contextOf(person);
  cut.filter = `blur(${(2 * axesOf(shot).unit).toFixed(1)}px)`;
  cut.fill(silhouette(shot));
  cut.filter = `brightness(${personGain})`;
  cut.globalCompositeOperation = 'source-in';
  cut.drawImage(canvas, 0, 0);
  const sky = context.createLinearGradient(0, 0, 0, canvas.height);
  sky.addColorStop(0, '#ffffff');
  sky.addColorStop(1, '#e8eef4');
  context.save();
  context.fillStyle = sky;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(person, 0, 0);
  context.restore();
}

/** Another room behind the person, cut out roughly along head and shoulders. */
export function standBefore(shot: Shot, kind: 'plain' | 'busy'): void {
  const { context, canvas, random } = shot;
  const person = newCanvas(canvas);
  const cut = contextOf(person);
  cut.filter = `blur(${(1.5 * axesOf(shot).unit).toFixed(1)}px)`;
  cut.fill(silhouette(shot));
  cut.filter = 'none';
  cut.globalCompositeOperation = 'source-in';
  cut.drawImage(canvas, 0, 0);
  context.save();
  context.fillStyle = kind === 'plain' ? '#c4bfb6' : '#8d8478';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (let thing = 0; kind === 'busy' && thing < 160; thing += 1) {
    const hue = Math.floor(360 * random());
    context.fillStyle = `hsl(${hue} ${Math.floor(20 + 50 * random())}% ${Math.floor(20 + 60 * random())}%)`;
    const [width, height] = [
      (0.02 + 0.07 * random()) * canvas.width,
      (0.03 + 0.14 * random()) * canvas.height,
    ];
    context.fillRect(
      canvas.width * random() - width / 2,
      canvas.height * random() - height / 2,
      width,
      height,
    );
  }
  context.drawImage(person, 0, 0);
  context.restore();
}

function silhouette(shot: Shot): Path2D {
  const { to } = axesOf(shot);
  const path = smoothPath([
    to(-62, -20),
    to(-60, -75),
    to(-30, -108),
    to(30, -108),
    to(60, -75),
    to(62, -20),
    to(52, 25),
    to(44, 55),
    to(100, 85),
    to(150, 130),
    to(150, 400),
    to(-150, 400),
    to(-150, 130),
    to(-100, 85),
    to(-44, 55),
    to(-52, 25),
  ]);
  return path;
}

/** The photo redrawn through a canvas filter. */
export function redraw(shot: Shot, filter: string): void {
  const before = newCanvas(shot.canvas);
  contextOf(before).drawImage(shot.canvas, 0, 0);
  shot.context.save();
  shot.context.filter = filter;
  shot.context.drawImage(before, 0, 0);
  shot.context.restore();
}

/** Median luma of the cheeks as they stand in the frame. */
export function cheekLuma(shot: Shot): number {
  const values: number[] = [];
  for (const index of [50, 280, 101, 330, 9]) {
    const { x, y } = at(shot, index);
    const { data } = shot.context.getImageData(Math.round(x) - 4, Math.round(y) - 4, 8, 8);
    for (let byte = 0; byte < data.length; byte += 4) {
      values.push(
        0.2126 * (data[byte] ?? 0) + 0.7152 * (data[byte + 1] ?? 0) + 0.0722 * (data[byte + 2] ?? 0),
      );
    }
  }
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
