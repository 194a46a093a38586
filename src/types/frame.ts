/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An upright rectangle in pixels; `x` and `y` are its left top corner. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** A point in pixels, or in shares of the frame where a name says so. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * How the head is turned, in degrees, 0 when it faces the camera. Seen in the photo, which is not mirrored:
 * yaw is positive when the nose points to the right edge, pitch when it points down, roll when the head is tilted clockwise.
 */
export interface HeadPose {
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
}

/** A value for each side of the face as the photo shows it: `left` is on the left half of the unmirrored photo. */
export interface Sides<T> {
  readonly left: T;
  readonly right: T;
}

/** The parts of a face that must be seen. */
export const COVER_PARTS = ['mouth', 'nose', 'eyes'] as const;
export type CoverPart = (typeof COVER_PARTS)[number];

/** How surely each part of a face is covered, 0 (bare) to 1; for the eyes, how surely one of them is. */
export type Cover = Readonly<Record<CoverPart, number>>;

/** Light on the skin of the face, luma in 0 to 255 (Rec. 709). */
export interface SkinLight {
  readonly medianLuma: number;
  /** Darker cheek's luma over the brighter one's, 0 to 1; null where a cheek is turned away. */
  readonly cheekRatio: number | null;
}

/** Luma of the darkest fiftieth and of the brightest thirtieth of the face, 0 to 255. */
export interface FaceTones {
  readonly darkestLuma: number;
  readonly brightestLuma: number;
  /** Share of the face's pixels at or above 250, 0 to 1. */
  readonly clippedShare: number;
}

/** How sure the mesh network was of a face at its surest of late. */
export interface PresencePeak {
  readonly logit: number;
  /** When that was, on the clock of the frames. */
  readonly at: number;
  /** Where the face was last. */
  readonly box: Rect;
}

/** Everything measured on the largest face of a frame. Pixels are those of the photo as sent. */
export interface FaceMeasures {
  /** Bounds of the face oval. May reach out of the frame. */
  readonly box: Rect;
  /** How far the chin of a wide-open mouth lies below the box, in pixels. */
  readonly chinBelowBoxPx: number;
  /** Distance of the iris centres as it would be with the head facing the camera, in pixels. */
  readonly interpupillaryPx: number;
  readonly pose: HeadPose;
  /** How many of the 36 landmarks of the face oval lie outside the frame. */
  readonly ovalOutside: number;
  /** Height of each eye's opening over its width, as it would be with the head facing the camera. */
  readonly eyeAspect: Sides<number>;
  /** How surely an eye is closed, told from the pixels of both, 0 to 1. */
  readonly eyesClosed: number;
  /** The model's own blink scores, 0 (open) to 1 (closed); null where the bundle has no blendshapes. */
  readonly blink: Sides<number> | null;
  /** Raw face-presence score of the mesh network; null where the bundle does not carry it. */
  readonly presenceLogit: number | null;
  /** The face as it was at its surest while it stayed; null where nothing was seen before, or the bundle carries no score. */
  readonly presencePeak: PresencePeak | null;
  readonly cover: Cover;
  readonly skin: SkinLight;
  readonly tones: FaceTones;
  /** Median luma of the frame around the head, 0 to 255. */
  readonly surroundLuma: number;
  /** Mean square of the second difference of luma on the face at a fixed size, less noise, as it would be with well exposed skin. */
  readonly sharpness: number;
}

/** One analysed camera frame: the only thing that guards look at. */
export interface Observation {
  /** Milliseconds on a clock that only goes forward. */
  readonly at: number;
  /** The photo as it would be sent, in pixels. */
  readonly frame: Size;
  /** Bounds of every face oval, largest face first. */
  readonly faces: readonly Rect[];
  /** Measures of the largest face; null where no face is found. */
  readonly face: FaceMeasures | null;
  /** Mean luma of the whole frame, 0 to 255. */
  readonly frameLuma: number;
  /** 478 × (x, y, z) of the largest face, x and y in shares of the frame; only where somebody asked for it. */
  readonly landmarks?: Float32Array;
}
