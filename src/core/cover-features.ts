import type { CoverPart } from '../types/frame.js';
import { labOf, type Lab } from './colour.js';
import { EYE_POINTS, MOUTH_POINTS, NOSE_POINTS } from './cover-points.js';
import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
import { FEATURE_OUTLINES, REGION_OUTLINES } from './landmarks.js';
import { evened, likeness, sampleMesh } from './mesh-samples.js';
import { Histogram, isInsidePhoto } from './pixels.js';
import type { Skin } from './skin.js';

/**
 * What covers are told from, a list of numbers of the size of 1 for each part; those of mouth and nose are larger the more it
 * looks covered. null where it cannot be known.
 */
export type CoverFeatures = Readonly<Record<CoverPart, readonly (number | null)[]>>;

/** How uncovered parts look at the points of `cover-points.ts`, each template of length 1 about its mean. */
export type CoverTemplates = Readonly<
  Record<
    | 'mouth'
    | 'mouthOpen'
    | 'mouthRedness'
    | 'mouthOpenRedness'
    | 'nose'
    | 'noseRedness'
    | 'eyeOpen'
    | 'eyeClosed',
    readonly number[]
  >
>;

/** What is known of the face beside its pixels. */
export interface CoverContext {
  readonly skinLuma: number;
  /** Where the model bundle carries it. */
  readonly presenceLogit: number | null;
}

/** What a part of a face looks like. */
interface Look {
  /** Median colour around the feature and of the feature itself. */
  readonly around: Lab;
  readonly feature: Lab;
  /** Mean gradient, luma levels a pixel. */
  readonly texture: number;
  /** Luma of the feature's darkest and brightest twentieth. */
  readonly darkest: number;
  readonly brightest: number;
}

/** Under this luma, skin is noise, and contrast over it too. */
const DARKEST_SKIN_LUMA = 12;

/**
 * Compares each part with the face's own skin and with the other parts: colour, texture, and the light and dark that a mouth,
 * a nose and an eye must show.
 */
export function coverFeatures(
  patch: FacePatch,
  skin: Skin,
  context: CoverContext,
  templates: CoverTemplates,
): CoverFeatures {
  const luma = Math.max(context.skinLuma, DARKEST_SKIN_LUMA);
  const look = (part: CoverPart) => lookAt(patch, part, skin.colour);
  const [mouth, nose, leftEye, rightEye] = [look('mouth'), look('nose'), look('leftEye'), look('rightEye')];
  const strongest = Math.max(1, ...[mouth, nose, leftEye, rightEye].map(({ texture }) => texture));
  const absence = context.presenceLogit === null ? null : -context.presenceLogit / 8;
  const strangeness = ({ around }: Look) => Math.min(3, chromaOf(around, skin.colour) / 15);
  const smoothness = ({ texture }: Look) => -Math.log((texture + 0.2) / strongest);
  const flatness = (seen: Look) => -Math.log((rangeOf(seen) + 2) / luma);
  const shade = ({ around }: Look) => Math.abs(around.l - skin.colour.l) / 25;
  const mouthSamples = sampleMesh(patch, MOUTH_POINTS);
  const noseSamples = sampleMesh(patch, NOSE_POINTS);
  const eye = (side: 'left' | 'right', one: Look, other: Look) => {
    const samples = sampleMesh(patch, EYE_POINTS[side]);
    return [
      ...evened(samples.luma),
      // An eye looks like an eye, open or closed.
      -Math.max(likeness(samples.luma, templates.eyeOpen), likeness(samples.luma, templates.eyeClosed)),
      strangeness(one),
      flatness(one),
      -Math.log((one.texture + 0.3) / (other.texture + 0.3)),
      -Math.log((rangeOf(one) + 4) / (rangeOf(other) + 4)),
    ];
  };
  return {
    mouth: [
      -Math.max(
        likeness(mouthSamples.luma, templates.mouth),
        likeness(mouthSamples.luma, templates.mouthOpen),
      ),
      -Math.max(
        likeness(mouthSamples.redness, templates.mouthRedness),
        likeness(mouthSamples.redness, templates.mouthOpenRedness),
      ),
      absence,
      strangeness(mouth),
      smoothness(mouth),
      flatness(mouth),
      shade(mouth),
      // Lips are redder than what is around them.
      -(mouth.feature.a - mouth.around.a) / 8,
      chinDifference(skin),
    ],
    nose: [
      -likeness(noseSamples.luma, templates.nose),
      -likeness(noseSamples.redness, templates.noseRedness),
      absence,
      strangeness(nose),
      -Math.log((nose.texture + 0.2) / luma),
      flatness(nose),
      shade(nose),
      // Nostrils are dark.
      nose.darkest / luma,
    ],
    leftEye: eye('left', leftEye, rightEye),
    rightEye: eye('right', rightEye, leftEye),
  };
}

function rangeOf({ brightest, darkest }: Look): number {
  return brightest - darkest;
}

function chromaOf(one: Lab, other: Lab): number {
  return Math.hypot(one.a - other.a, one.b - other.b);
}

/**
 * What is redder than the skin is no cover here: in a wide open mouth, lips and tongue are where the mesh has the chin. And
 * what is darker is a beard as often as a cover.
 */
function chinDifference({ colour, seen: { chin } }: Skin): number {
  if (!chin) return 0;
  return Math.hypot((chin.l - colour.l) / 2, Math.min(0, chin.a - colour.a), chin.b - colour.b) / 20;
}

/** A part that lies outside of the photo looks like skin. */
function lookAt(patch: FacePatch, part: CoverPart, skin: Lab): Look {
  const { pixels, luma, points } = patch;
  const { width, height } = pixels;
  let [across, down, count] = [0, 0, 0];
  const around = new ColourCount();
  forEachPixelInside(points, REGION_OUTLINES[part], pixels, (pixel, x, y) => {
    if (!isInsidePhoto(pixels, pixel)) return;
    around.add(pixels.data, pixel);
    if (x + 1 >= width || y + 1 >= height) return;
    const here = luma[pixel] ?? 0;
    across += Math.abs((luma[pixel + 1] ?? here) - here);
    down += Math.abs((luma[pixel + width] ?? here) - here);
    count += 1;
  });
  const feature = new ColourCount();
  const lumas = new Histogram();
  forEachPixelInside(points, FEATURE_OUTLINES[part], pixels, (pixel) => {
    if (!isInsidePhoto(pixels, pixel)) return;
    feature.add(pixels.data, pixel);
    lumas.add(luma[pixel] ?? 0);
  });
  const colour = around.median() ?? skin;
  return {
    around: colour,
    feature: feature.median() ?? colour,
    texture: Math.hypot(across, down) / Math.max(1, count),
    darkest: lumas.quantile(0.05) ?? 0,
    brightest: lumas.quantile(0.95) ?? 0,
  };
}

/** Median colour, channel by channel. */
class ColourCount {
  readonly #reds = new Histogram();
  readonly #greens = new Histogram();
  readonly #blues = new Histogram();

  add(data: Uint8ClampedArray, pixel: number): void {
    this.#reds.add(data[4 * pixel] ?? 0);
    this.#greens.add(data[4 * pixel + 1] ?? 0);
    this.#blues.add(data[4 * pixel + 2] ?? 0);
  }

  /** null where nothing was counted. */
  median(): Lab | null {
    const [red, green, blue] = [
      this.#reds.quantile(0.5),
      this.#greens.quantile(0.5),
      this.#blues.quantile(0.5),
    ];
    return red === null || green === null || blue === null ? null : labOf(red, green, blue);
  }
}
