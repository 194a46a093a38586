import type { Direction } from '../types/capture.js';
import type { Rect, Size } from '../types/frame.js';
import { centreOf } from './geometry.js';

/** How far something is off, as a share of the frame's side, and where to move to mend it. */
export interface Framing {
  readonly share: number;
  readonly direction: Direction;
}

/**
 * Where to move, by the side of the photo that the face is too near to. The photo is not mirrored and the preview is: who
 * stands at the photo's left sees themselves at the right, and moves left, toward the middle.
 */
const AWAY_FROM = { left: 'left', right: 'right', top: 'down', bottom: 'up' } as const satisfies Record<
  string,
  Direction
>;

/** Smallest gap between a face and the frame. Negative where the face reaches out. */
export function smallestGap(box: Rect, frame: Size): Framing {
  const left = box.x / frame.width;
  const right = 1 - (box.x + box.width) / frame.width;
  const top = box.y / frame.height;
  const bottom = 1 - (box.y + box.height) / frame.height;
  const share = Math.min(left, right, top, bottom);
  if (share === Math.min(left, right)) {
    return { share, direction: isTight(left, right) ? 'back' : AWAY_FROM[left < right ? 'left' : 'right'] };
  }
  return { share, direction: isTight(top, bottom) ? 'back' : AWAY_FROM[top < bottom ? 'top' : 'bottom'] };
}

/** Distance of a face's centre from the frame's, along the axis on which it is larger. */
export function centreOffset(box: Rect, frame: Size): Framing {
  const centre = centreOf(box);
  const across = centre.x / frame.width - 0.5;
  const down = centre.y / frame.height - 0.5;
  return Math.abs(across) >= Math.abs(down)
    ? { share: Math.abs(across), direction: AWAY_FROM[across < 0 ? 'left' : 'right'] }
    : { share: Math.abs(down), direction: AWAY_FROM[down < 0 ? 'top' : 'bottom'] };
}

/** Where both gaps of an axis together leave no room, moving along it helps nothing. */
function isTight(one: number, other: number): boolean {
  return one + other < 0.12;
}
