import type { Random } from '../random.js';
import { axesOf, css, type Colour } from './paths.js';
import type { Shot } from './shot.js';

/** How a lock of hair hangs; lengths in units of `axesOf`. */
export interface Lock {
  readonly colour: Colour;
  /** From the temple of that side, or from the parting across the forehead. */
  readonly from: 'temple' | 'parting';
  readonly strands: number;
  readonly strandWidth: number;
  /** Distance from the middle of the face to where its inner and outer strands end. */
  readonly inner: number;
  readonly outer: number;
  /** How far below the tip of the nose it ends; above it where negative. */
  readonly end: number;
  /** How far single strands leave the others' way. */
  readonly loose: number;
}

/** Any lock that a person may have over an eye. */
export function someLock(random: Random): Lock {
  const light = 0.08 + 0.85 * random() ** 1.5;
  const inner = 1 + 14 * random();
  return {
    colour: {
      r: 235 * light,
      g: 235 * light * (0.7 + 0.25 * random()),
      b: 235 * light * (0.45 + 0.45 * random()),
    },
    from: random() < 0.5 ? 'temple' : 'parting',
    strands: Math.round(60 + 300 * random()),
    strandWidth: 0.4 + 1.4 * random(),
    inner,
    outer: inner + 14 + 20 * random(),
    end: -8 + 50 * random(),
    loose: 1 + 6 * random(),
  };
}

/** Draws a lock of hair over the eye of one side. */
export function drawLock(shot: Shot, side: 'left' | 'right', lock: Lock, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const sign = side === 'left' ? -1 : 1;
  const stray = () => lock.loose * (random() - 0.5);
  context.save();
  context.lineCap = 'round';
  for (let strand = 0; strand < lock.strands; strand += 1) {
    const share = random();
    const across = lock.inner + (lock.outer - lock.inner) * share;
    const root = lock.from === 'temple' ? 14 + 30 * share : -6 + 12 * share;
    const top = to(sign * root + stray(), -58 - 12 * random());
    const bend = to(sign * (0.5 * root + 0.6 * across) + stray(), -36 + stray());
    const end = to(sign * across + stray(), lock.end + 12 * (random() - 0.5));
    context.strokeStyle = css(lock.colour, 0.55 + 0.9 * random(), 0.75 + 0.25 * random());
    context.lineWidth = lock.strandWidth * (0.6 + 0.8 * random()) * unit;
    context.beginPath();
    context.moveTo(top.x, top.y);
    context.quadraticCurveTo(bend.x, bend.y, end.x, end.y);
    context.stroke();
  }
  context.restore();
}
