import type { Point } from '../../../src/types/frame.js';
import { at, axesOf, between, colourAt, css, distanceOf } from './paths.js';
import { contextOf, newCanvas } from './stage.js';
import type { Shot } from './shot.js';

interface EyeMesh {
  readonly outer: number;
  readonly inner: number;
  /** From the outer to the inner corner. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** Between the upper lid and the brow, one above each point of `upper`. */
  readonly fold: readonly number[];
}

const MESHES: Readonly<Record<'left' | 'right', EyeMesh>> = {
  left: {
    outer: 33,
    inner: 133,
    upper: [33, 246, 161, 160, 159, 158, 157, 173, 133],
    lower: [33, 7, 163, 144, 145, 153, 154, 155, 133],
    fold: [226, 113, 225, 224, 223, 222, 221, 189, 244],
  },
  right: {
    outer: 263,
    inner: 362,
    upper: [263, 466, 388, 387, 386, 385, 384, 398, 362],
    lower: [263, 249, 390, 373, 374, 380, 381, 382, 362],
    fold: [446, 342, 445, 444, 443, 442, 441, 413, 464],
  },
};

/** What a lid looks like: strength of its shading, lashes and lid shadow, 1 as in the benchmark. */
export interface LidLook {
  readonly shade: number;
  readonly lashes: number;
  /** Share of the way to the brow from which its skin is taken. */
  readonly fold: number;
}

const USUAL_LID: LidLook = { shade: 1, lashes: 1, fold: 0.55 };

/**
 * Lowers an eyelid: the skin between the lid's edge and the fold under the brow is stretched over the opening, column by
 * column, and lashes are drawn along its new edge.
 *
 * @param share 1 closes the eye, 0.5 half of it.
 */
export function lowerLid(shot: Shot, side: 'left' | 'right', share = 1, look = USUAL_LID): void {
  const { context, canvas } = shot;
  const { unit } = axesOf(shot);
  const eye = MESHES[side];
  const line =
    (indexes: readonly number[]) =>
    (along: number): Point => {
      const place = along * (indexes.length - 1);
      const from = Math.min(indexes.length - 2, Math.floor(place));
      return between(at(shot, indexes[from] ?? 0), at(shot, indexes[from + 1] ?? 0), place - from);
    };
  const [upper, lower, fold] = [line(eye.upper), line(eye.lower), line(eye.fold)];
  const before = newCanvas(canvas);
  contextOf(before).drawImage(canvas, 0, 0);
  const width = distanceOf(at(shot, eye.outer), at(shot, eye.inner));
  const steps = Math.max(24, Math.ceil(1.5 * width));
  const skin = colourAt(shot, eye.fold[4] ?? 0, 1);
  context.save();
  for (let step = 0; step <= steps; step += 1) {
    const along = step / steps;
    const edge = upper(along);
    // The fold is taken half-way: nearer to the brow there is hair and shadow.
    const top = between(edge, fold(along), look.fold);
    const low = lower(along);
    const end = between(edge, low, share);
    // Just above the lashes of the open eye, which must not be stretched.
    const source = between(edge, top, 0.28);
    const column = Math.max(1.5, (1.8 * width) / steps);
    const sourceHeight = Math.max(1, source.y - top.y);
    const height = end.y - top.y + 0.8;
    if (height < 0.5) continue;
    context.drawImage(
      before,
      edge.x - column / 2,
      top.y,
      column,
      sourceHeight,
      edge.x - column / 2,
      top.y,
      column,
      height,
    );
    const shade = context.createLinearGradient(0, top.y, 0, end.y);
    shade.addColorStop(0, css(skin, 1, 0));
    shade.addColorStop(0.6, css(skin, 1, 0.55 * look.shade));
    shade.addColorStop(1, css(skin, 0.82, 0.6 * look.shade));
    context.fillStyle = shade;
    context.fillRect(edge.x - column / 2, top.y, column, height);
  }
  context.strokeStyle = `rgba(35, 22, 18, ${Math.min(1, 0.8 * look.lashes)})`;
  context.lineWidth = 0.9 * look.lashes * unit;
  context.lineCap = 'round';
  context.beginPath();
  for (let step = 0; step <= 16; step += 1) {
    const { x, y } = between(upper(step / 16), lower(step / 16), share);
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
  context.restore();
}
