import type { HeadPose, SkinLight } from '../types/frame.js';
import { countColours, labOf, medianColour, type Lab, type Rgb } from './colour.js';
import type { FacePatch } from './face-patch.js';
import { SKIN_OUTLINES, type SkinArea } from './landmarks.js';
import { Histogram } from './pixels.js';

/** The face's own skin: its colour, and the areas that show it. */
export interface Skin {
  readonly colour: Rgb;
  readonly areas: readonly SkinArea[];
}

/** Skin with the light on each area, whether it shows skin or not. */
export interface LitSkin extends Skin {
  readonly lumas: Readonly<Record<SkinArea, Histogram>>;
}

/** Colours of two areas of the same skin differ by less, shadow included; hair, cloth and lenses mostly by more. */
const SAME_SKIN_CHROMA = 12;
const SAME_SKIN_LIGHTNESS = 22;

/** From here on one cheek is seen so flatly that its light tells nothing of the other's. */
const CHEEK_AWAY_YAW_DEG = 30;

const AREAS = Object.keys(SKIN_OUTLINES) as SkinArea[];

/**
 * Finds the skin without a prejudice about its tone: the colour that most areas of the face agree on, where an area counts
 * for less when its hue is none that skin has in any tone (blue, green and violet cloth; grey, black and white).
 *
 * @returns null where nothing of the face lies inside the photo.
 */
export function findSkin({ pixels, points }: FacePatch): LitSkin | null {
  const lumas: Partial<Record<SkinArea, Histogram>> = {};
  const seen = AREAS.flatMap((area) => {
    const counts = countColours(pixels, points, SKIN_OUTLINES[area]);
    lumas[area] = counts.luma;
    const colour = medianColour(counts);
    return colour ? [{ area, colour, lab: labOf(colour) }] : [];
  });
  let best: (Skin & { readonly votes: number }) | null = null;
  for (const { colour, lab } of seen) {
    const alike = seen.filter((other) => isSameSkin(lab, other.lab));
    const votes = alike.reduce((sum, other) => sum + skinLikeness(other.lab), 0);
    if (!best || votes > best.votes) best = { colour, areas: alike.map(({ area }) => area), votes };
  }
  return best && { colour: best.colour, areas: best.areas, lumas: lumas as LitSkin['lumas'] };
}

/** Light on the areas that show skin. */
export function measureLight({ areas, lumas }: LitSkin, pose: HeadPose): SkinLight {
  const isTurnedAway = Math.abs(pose.yawDeg) > CHEEK_AWAY_YAW_DEG;
  const all = Histogram.of(areas.map((area) => lumas[area]));
  const left = sideLuma(lumas.leftCheek, lumas.underLeftEye);
  const right = sideLuma(lumas.rightCheek, lumas.underRightEye);
  return {
    medianLuma: all.quantile(0.5) ?? 0,
    cheekRatio:
      isTurnedAway || left === null || right === null
        ? null
        : Math.min(left, right) / Math.max(left, right, 1),
  };
}

function isSameSkin(one: Lab, other: Lab): boolean {
  return (
    Math.hypot(one.a - other.a, one.b - other.b) < SAME_SKIN_CHROMA &&
    Math.abs(one.l - other.l) < SAME_SKIN_LIGHTNESS
  );
}

function skinLikeness({ a, b }: Lab): number {
  return a > 2 && b > 2 ? 1 : 0.5;
}

/** Taken near the bright end, as hair hangs over a part of a cheek and a beard ends below it. */
function sideLuma(cheek: Histogram, underEye: Histogram): number | null {
  return Histogram.of([cheek, underEye]).quantile(0.75);
}
