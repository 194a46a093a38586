import type { CardMeasures } from './card-measures.js';

/** What keeps a card from being readable, in the order in which a person would mend it. */
export const CARD_FAULTS = [
  'dark',
  'absent',
  'far',
  'close',
  'tilted',
  'moving',
  'glare',
  'blurred',
] as const;
export type CardFault = (typeof CARD_FAULTS)[number];

/** A measure begins to fail beyond `enter` and passes again within `leave`, so that a hint does not flicker. */
interface CardLimit {
  readonly enter: number;
  readonly leave: number;
}

/**
 * The fill is 70 to 80 % of the photo ("Image requirements", OkayID), widened for a hand that shakes; the others are
 * tuned on drawn cards seen by a camera.
 */
export const CARD_LIMITS = {
  /** Luma of the card's lighter seventh. */
  dark: { enter: 70, leave: 80 },
  far: { enter: 0.65, leave: 0.68 },
  close: { enter: 0.85, leave: 0.82 },
  /** Degrees. */
  tilted: { enter: 7, leave: 6 },
  /** Levels a tenth of a second. */
  moving: { enter: 6, leave: 5 },
  glare: { enter: 0.015, leave: 0.01 },
  /** See `edgeSharpness`. */
  blurred: { enter: 0.6, leave: 0.7 },
} as const satisfies Readonly<Record<Exclude<CardFault, 'absent'>, CardLimit>>;

/**
 * What is wrong with a card, the first to be mended first; empty where the photo may be taken.
 *
 * @param before What was wrong in the picture before.
 */
export function judgeCard(measures: CardMeasures, before: readonly CardFault[]): readonly CardFault[] {
  return CARD_FAULTS.filter((fault) => fails(fault, measures, before.includes(fault) ? 'leave' : 'enter'));
}

function fails(fault: CardFault, measures: CardMeasures, kind: keyof CardLimit): boolean {
  const { fill, tiltDeg, motion, luma, glareShare, sharpness } = measures;
  switch (fault) {
    case 'absent':
      return fill === null;
    case 'dark':
      return luma < CARD_LIMITS.dark[kind];
    case 'far':
      return fill !== null && fill < CARD_LIMITS.far[kind];
    case 'close':
      return fill !== null && fill > CARD_LIMITS.close[kind];
    case 'tilted':
      return tiltDeg !== null && tiltDeg > CARD_LIMITS.tilted[kind];
    case 'moving':
      return motion !== null && motion > CARD_LIMITS.moving[kind];
    case 'glare':
      return glareShare > CARD_LIMITS.glare[kind];
    case 'blurred':
      return sharpness < CARD_LIMITS.blurred[kind];
    default:
      return fault satisfies never;
  }
}
