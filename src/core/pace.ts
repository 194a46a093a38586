/** How much time the person gets. */
export interface Pace {
  /** A hint stays on screen at least this long, so that it can be read. */
  readonly hintMs: number;
  /** How long every guard must pass before the photo is taken. */
  readonly holdMs: number;
  /** A server's refusal stays on screen this long before the next hold may begin, so that it is read and acted on. */
  readonly refusalMs: number;
  /** After this long without a photo, the person is told what kept it from being taken, and offered another way. */
  readonly stallMs: number;
}

export const PACE: Pace = { hintMs: 700, holdMs: 1000, refusalMs: 2500, stallMs: 15_000 };

/** For those who are told by a screen reader, or need more time (WCAG 2.2, Enough Time). */
export const SLOW_PACE: Pace = { hintMs: 2000, holdMs: 1000, refusalMs: 6000, stallMs: 30_000 };
