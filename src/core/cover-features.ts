import type { Sides } from '../types/frame.js';
import { labOf, type Lab } from './colour.js';
import type { FacePatch } from './face-patch.js';
import { forEachPixelInside } from './geometry.js';
import { FEATURE_OUTLINES, REGION_OUTLINES, type SkinArea } from './landmarks.js';
import { Histogram, isInsidePhoto } from './pixels.js';
import type { Skin } from './skin.js';

/** The parts of a face that must be seen. */
export const COVER_PARTS = ['mouth', 'nose', 'leftEye', 'rightEye'] as const;
export type CoverPart = (typeof COVER_PARTS)[number];

/** What covers are told from, one list of numbers of about 1 in size for each part. */
export type CoverFeatures = Readonly<Record<CoverPart, readonly number[]>>;

/** What is known of the face beside its pixels. */
export interface CoverContext {
  readonly skinLuma: number;
  readonly eyeAspect: Sides<number>;
  readonly presenceLogit: number | null;
}

/** What a part of a face looks like. */
interface Look {
  /** Median colour around the feature and of the feature itself. */
  readonly around: Lab;
  readonly feature: Lab;
  /** Mean gradient across and down, luma levels a pixel. */
  readonly across: number;
  readonly down: number;
  /** Luma of the feature's darkest and brightest twentieth. */
  readonly darkest: number;
  readonly brightest: number;
}

/** A presence logit of a bare frontal face; stands in where the bundle carries none. */
const USUAL_PRESENCE = 24;
/** Under this luma, skin is noise, and contrast over it too. */
const DARKEST_SKIN_LUMA = 12;

/**
 * Compares each part with the face's own skin and with the other parts: colour, texture, the edges that a mouth, a nose and
 * an eye must show, and the skin areas around.
 */
export function coverFeatures(patch: FacePatch, skin: Skin, context: CoverContext): CoverFeatures {
  const looks = {
    mouth: lookAt(patch, 'mouth', skin.colour),
    nose: lookAt(patch, 'nose', skin.colour),
    leftEye: lookAt(patch, 'leftEye', skin.colour),
    rightEye: lookAt(patch, 'rightEye', skin.colour),
  } satisfies Record<CoverPart, Look>;
  const strongest = Math.max(1, ...COVER_PARTS.map((part) => textureOf(looks[part])));
  const luma = Math.max(context.skinLuma, DARKEST_SKIN_LUMA);
  const off = (...areas: SkinArea[]) => areas.map((area) => areaDifference(skin, area) / 20);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const common = [
    ((context.presenceLogit ?? USUAL_PRESENCE) - USUAL_PRESENCE) / 8,
    luma / 128 - 1,
    mean(off('foreheadTop', 'foreheadLow')),
    ...off('noseBridge'),
  ];
  const lower = [
    ...common,
    mean(off('leftCheek', 'rightCheek')),
    mean(off('leftJaw', 'rightJaw')),
    ...off('chin'),
  ];
  const eye = (part: CoverPart, other: CoverPart, under: SkinArea, cheek: SkinArea, aspect: number) => [
    ...own(looks[part], skin.colour, strongest, luma),
    ...common,
    ...off(under, cheek),
    Math.log((textureOf(looks[part]) + 0.3) / (textureOf(looks[other]) + 0.3)),
    Math.log((rangeOf(looks[part]) + 4) / (rangeOf(looks[other]) + 4)),
    (looks[part].around.l - looks[other].around.l) / 25,
    aspect * 4 - 1,
  ];
  return {
    mouth: [...own(looks.mouth, skin.colour, strongest, luma), ...lower],
    nose: [...own(looks.nose, skin.colour, strongest, luma), ...lower],
    leftEye: eye('leftEye', 'rightEye', 'underLeftEye', 'leftCheek', context.eyeAspect.left),
    rightEye: eye('rightEye', 'leftEye', 'underRightEye', 'rightCheek', context.eyeAspect.right),
  };
}

function own(look: Look, skin: Lab, strongest: number, luma: number): number[] {
  const { around, feature } = look;
  const texture = textureOf(look);
  return [
    (around.l - skin.l) / 25,
    (around.a - skin.a) / 12,
    (around.b - skin.b) / 12,
    Math.hypot(around.a - skin.a, around.b - skin.b) / 15,
    (feature.l - around.l) / 15,
    (feature.a - around.a) / 8,
    (feature.b - around.b) / 8,
    Math.log((texture + 0.2) / strongest),
    Math.log((texture + 0.2) / luma) + 3,
    Math.log((look.down + 0.2) / (look.across + 0.2)),
    Math.log((rangeOf(look) + 2) / luma) + 1,
    look.darkest / luma - 0.5,
    look.brightest / luma - 1,
  ];
}

function textureOf({ across, down }: Look): number {
  return Math.hypot(across, down);
}

function rangeOf({ brightest, darkest }: Look): number {
  return brightest - darkest;
}

function areaDifference({ colour, seen }: Skin, area: SkinArea): number {
  const found = seen[area];
  return found ? Math.hypot(found.l - colour.l, found.a - colour.a, found.b - colour.b) : 0;
}

/** A part that lies outside of the photo looks like skin. */
function lookAt({ pixels, luma, points }: FacePatch, part: CoverPart, skin: Lab): Look {
  const { data, width, height } = pixels;
  const [reds, greens, blues] = [new Histogram(), new Histogram(), new Histogram()];
  let [across, down, count] = [0, 0, 0];
  forEachPixelInside(points, REGION_OUTLINES[part], pixels, (pixel, x, y) => {
    if (!isInsidePhoto(pixels, pixel)) return;
    reds.add(data[4 * pixel] ?? 0);
    greens.add(data[4 * pixel + 1] ?? 0);
    blues.add(data[4 * pixel + 2] ?? 0);
    if (x + 1 >= width || y + 1 >= height) return;
    const here = luma[pixel] ?? 0;
    across += Math.abs((luma[pixel + 1] ?? here) - here);
    down += Math.abs((luma[pixel + width] ?? here) - here);
    count += 1;
  });
  const around = medianOf(reds, greens, blues, skin);
  const [featureReds, featureGreens, featureBlues, lumas] = [
    new Histogram(),
    new Histogram(),
    new Histogram(),
    new Histogram(),
  ];
  forEachPixelInside(points, FEATURE_OUTLINES[part], pixels, (pixel) => {
    if (!isInsidePhoto(pixels, pixel)) return;
    featureReds.add(data[4 * pixel] ?? 0);
    featureGreens.add(data[4 * pixel + 1] ?? 0);
    featureBlues.add(data[4 * pixel + 2] ?? 0);
    lumas.add(luma[pixel] ?? 0);
  });
  return {
    around,
    feature: medianOf(featureReds, featureGreens, featureBlues, around),
    across: across / Math.max(1, count),
    down: down / Math.max(1, count),
    darkest: lumas.quantile(0.05) ?? 0,
    brightest: lumas.quantile(0.95) ?? 0,
  };
}

function medianOf(reds: Histogram, greens: Histogram, blues: Histogram, otherwise: Lab): Lab {
  const [red, green, blue] = [reds.quantile(0.5), greens.quantile(0.5), blues.quantile(0.5)];
  return red === null || green === null || blue === null ? otherwise : labOf(red, green, blue);
}
