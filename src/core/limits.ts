/** Where a measurement starts to fail and where it passes again, so that tremor at the limit changes no hint. */
export interface Limit {
  /** Fails beyond this value; the value itself passes. */
  readonly enter: number;
  /** Having failed, passes again at this value and on its good side. */
  readonly leave: number;
}

/** Which side of a limit fails. */
export type FailingSide = 'above' | 'below';

/** A limit's default, and what it may be set to. */
export interface LimitSpec extends Limit {
  readonly fails: FailingSide;
  /** Smallest and largest value that makes sense. */
  readonly range: readonly [lowest: number, highest: number];
}

const above = (enter: number, leave: number, lowest: number, highest: number): LimitSpec => ({
  enter,
  leave,
  fails: 'above',
  range: [lowest, highest],
});

const below = (enter: number, leave: number, lowest: number, highest: number): LimitSpec => ({
  ...above(enter, leave, lowest, highest),
  fails: 'below',
});

/**
 * Every limit by name. Documented values are from "OkayFace image requirements", "OkayLive image requirements" (EMAS eKYC
 * portal docs) and their error lists; "tuned" ones were set on the photographs in `test/fixtures`, on masks and glasses
 * drawn over them and on copies made darker, brighter and blurred, and are no vendor's numbers.
 */
export const LIMIT_SPECS = {
  /** Height of a second face over that of the largest one. Ours: people far behind do not count. */
  maxOtherFaceShare: above(0.3, 0.25, 0, 1),
  /** Landmarks of the face oval outside the frame, of 36; -1 is clear of its edge. Documented: the whole face must be seen. */
  maxCroppedLandmarks: above(0, -1, -1, 36),
  /** Face height over frame height, chin of an open mouth included. Ours: documented as too close without a number. */
  maxFaceHeightShare: above(0.75, 0.72, 0.1, 1.5),
  /** Smallest gap between face and frame over the frame's side. Ours: documented as some margin. */
  minBorderGapShare: below(0.04, 0.05, 0, 0.4),
  /** Distance of the face's centre from the frame's over the frame's side. Ours: documented as shifted away. */
  maxCentreOffsetShare: above(0.18, 0.16, 0, 0.5),
  /** Shorter side of the face box, px of the photo. Documented: 224 px in any dimension. */
  minFaceSidePx: below(224, 231, 1, 1280),
  /** Eye distance facing the camera, px of the photo. Documented: under 90 px the liveness probability falls. */
  minInterpupillaryPx: below(90, 93, 1, 640),
  /** Face height over frame height, chin of an open mouth included. Ours: documented as relative size without a number. */
  minFaceHeightShare: below(0.3, 0.32, 0.01, 1),
  /** Degrees. Documented: out-of-plane angles within 20 ± 3; the stricter end is taken. */
  maxYawDeg: above(17, 15, 1, 90),
  maxPitchDeg: above(17, 15, 1, 90),
  /** Degrees. Documented: in-plane angles within 30 ± 3; the stricter end is taken. */
  maxRollDeg: above(27, 25, 1, 180),
  /** How surely a part of the face is covered, 0 to 1. Tuned. */
  maxCover: above(0.5, 0.45, 0, 1),
  /** Face-presence score over its best while the face stayed, where the bundle carries it. Tuned. */
  minPresenceShare: below(0.72, 0.78, 0, 1),
  /** Height over width of the opening of the more closed eye. Tuned. */
  minEyeAspect: below(0.16, 0.18, 0, 1),
  /** How surely an eye is closed, 0 to 1. Tuned. */
  maxEyesClosed: above(0.63, 0.5, 0, 1),
  /** Blink score of the more closed eye, 0 to 1, where the bundle has one. Tuned. */
  maxBlink: above(0.55, 0.45, 0, 1),
  /** Median luma of the skin, 0 to 255. Tuned; the darkest skin in good light is above it. */
  minSkinLuma: below(30, 34, 0, 255),
  /** Luma of the brightest thirtieth of the face, 0 to 255. Tuned. */
  minBrightestLuma: below(56, 62, 0, 255),
  /** Mean luma of a frame in which no face is found, 0 to 255. Tuned. */
  minFrameLuma: below(35, 40, 0, 255),
  /** Median luma of the skin, 0 to 255. Tuned. */
  maxSkinLuma: above(235, 230, 0, 255),
  /** Share of the face that is burnt out, 0 to 1. Tuned. */
  maxClippedShare: above(0.08, 0.06, 0, 1),
  /** Luma of the darkest fiftieth of the face, 0 to 255: above it, a veil of light lies over the picture. Tuned. */
  maxDarkestLuma: above(130, 120, 0, 255),
  /** Luma of the darker cheek over that of the brighter one. Tuned. */
  minCheekRatio: below(0.4, 0.44, 0, 1),
  /** Luma of the surround over that of the brightest thirtieth of the face. Tuned. */
  maxSurroundRatio: above(2.3, 2.1, 0.1, 255),
  /** Mean square of the second difference of luma in its weakest direction, less noise, at a face height of 96 px. Tuned. */
  minSharpness: below(24, 28, 0, 65_025),
} as const satisfies Record<string, LimitSpec>;

export type LimitName = keyof typeof LIMIT_SPECS;
export type Limits = Readonly<Record<LimitName, Limit>>;
/** A number sets `enter`, and `leave` follows at the default's distance in proportion. */
export type LimitOverrides = Readonly<Partial<Record<LimitName, number | Limit>>>;

const NAMES = Object.keys(LIMIT_SPECS) as LimitName[];
/** Beyond both, no face could ever pass. */
const ORDERED_PAIRS: readonly (readonly [LimitName, LimitName])[] = [
  ['minFaceHeightShare', 'maxFaceHeightShare'],
  ['minSkinLuma', 'maxSkinLuma'],
];

/**
 * The default limits with some replaced.
 *
 * @throws RangeError naming the limit, the value and what is allowed: where a name is unknown, a value is not a number or
 * out of range, `leave` is on the failing side of `enter`, or a smallest value is not under its largest.
 */
export function mergeLimits(overrides: LimitOverrides = {}): Limits {
  for (const name of Object.keys(overrides)) {
    if (!Object.hasOwn(LIMIT_SPECS, name)) {
      throw new RangeError(`limits.${name} does not exist. Known limits: ${NAMES.join(', ')}.`);
    }
  }
  const limits = Object.fromEntries(
    NAMES.map((name) => [name, mergeLimit(name, LIMIT_SPECS[name], overrides[name])]),
  ) as Record<LimitName, Limit>;
  for (const [smallest, largest] of ORDERED_PAIRS) {
    if (limits[smallest].enter >= limits[largest].enter) {
      throw new RangeError(
        `limits.${smallest} (${limits[smallest].enter}) must be under limits.${largest} (${limits[largest].enter}).`,
      );
    }
  }
  return limits;
}

function mergeLimit(name: string, spec: LimitSpec, override: number | Limit | undefined): Limit {
  if (override === undefined) return { enter: spec.enter, leave: spec.leave };
  const { enter, leave } = typeof override === 'number' ? withDefaultGap(spec, override) : (override ?? {});
  const [lowest, highest] = spec.range;
  for (const [end, value] of Object.entries({ enter, leave })) {
    if (typeof value !== 'number' || !(value >= lowest && value <= highest)) {
      throw new RangeError(`limits.${name}: ${end} is ${value}, allowed are ${lowest} to ${highest}.`);
    }
  }
  const isLeaveWrong = spec.fails === 'above' ? leave > enter : leave < enter;
  if (isLeaveWrong) {
    const side = spec.fails === 'above' ? 'at most' : 'at least';
    throw new RangeError(`limits.${name}: leave is ${leave}, it must be ${side} enter, which is ${enter}.`);
  }
  return { enter, leave };
}

function withDefaultGap(spec: LimitSpec, enter: number): Limit {
  const [lowest, highest] = spec.range;
  const leave = spec.enter === 0 ? enter : enter * (spec.leave / spec.enter);
  return { enter, leave: Math.min(highest, Math.max(lowest, leave)) };
}
