import type { FaceMeasures } from '../types/frame.js';

/** How surely each part of the face is covered, 0 to 1. */
export interface Cover {
  readonly mouth: number;
  readonly nose: number;
  readonly eyes: number;
}

export function coverOf(_face: FaceMeasures): Cover {
  return { mouth: 0, nose: 0, eyes: 0 };
}
