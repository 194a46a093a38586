import { html, nothing, svg } from 'lit';
import type { Direction } from '../types/capture.js';

/** How far the photo is: `holding` fills the ring, `taken` shows that it is full. */
export type RingState = 'open' | 'holding' | 'taken';

const OVAL = 'M150 75a90 122 0 1 1 -.1 0z';

/** Everything outside the oval is dimmed; the oval is as large as a face that passes the size guards. */
export function overlay(ring: RingState, direction: Direction | undefined) {
  return html`<svg
      class="overlay ${ring}"
      part="overlay"
      viewBox="0 0 300 400"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      ${svg`<path class="dim" fill-rule="evenodd" d=${`M-100-100h500v600h-500z ${OVAL}`} />
      <path class="oval" d=${OVAL} />
      <path class="ring" part="ring" pathLength="1" d=${OVAL} />
      ${ring === 'taken' ? GOT : nothing}`}
    </svg>
    ${direction ? pointers(direction) : nothing}`;
}

const GOT = svg`<g class="got" transform="translate(150 319)"><circle r="22" /><path d="M-9 1-3 7 9-6" /></g>`;

/** Where an arrow stands round the oval, and by how many degrees it is turned from pointing up. */
type Pointer = readonly [x: number, y: number, turnDeg: number];

const LEFT: readonly Pointer[] = [[32, 197, 270]];
const RIGHT: readonly Pointer[] = [[268, 197, 90]];
const UP: readonly Pointer[] = [[150, 42, 0]];
const DOWN: readonly Pointer[] = [[150, 354, 180]];

/** Directions are those of the mirror that the preview is, whichever way the script runs. */
const POINTERS: Readonly<Record<Direction, readonly Pointer[]>> = {
  left: LEFT,
  right: RIGHT,
  up: UP,
  down: DOWN,
  'turn-left': LEFT,
  'turn-right': RIGHT,
  'chin-up': UP,
  'chin-down': DOWN,
  'tilt-left': [[150, 42, 270]],
  'tilt-right': [[150, 42, 90]],
  // The face is to become larger or smaller on the screen.
  closer: [
    [54, 86, 315],
    [246, 86, 45],
    [54, 308, 225],
    [246, 308, 135],
  ],
  back: [
    [54, 86, 135],
    [246, 86, 225],
    [54, 308, 45],
    [246, 308, 315],
  ],
};

function pointers(direction: Direction) {
  return html`<svg
    class="overlay arrows ${direction}"
    part="arrow"
    viewBox="0 0 300 400"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${POINTERS[direction].map(
      ([x, y, turnDeg]) =>
        svg`<g transform=${`translate(${x} ${y}) rotate(${turnDeg})`}>
          <circle r="20" /><path d="M0 10V-10M-8-2 0-10 8-2" />
        </g>`,
    )}
  </svg>`;
}
