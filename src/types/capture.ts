/** Guards in the order in which a person would mend what they find; the first that fails becomes the hint. */
export const GUARD_IDS = [
  'FACE_NOT_FOUND',
  'TOO_MANY_FACES',
  'FACE_CROPPED',
  'FACE_TOO_CLOSE',
  'FACE_CLOSE_TO_BORDER',
  'FACE_TOO_SMALL',
  'FACE_ANGLE_TOO_LARGE',
  'FACE_IS_OCCLUDED',
  'EYES_CLOSED',
  'IMAGE_TOO_DARK',
  'IMAGE_TOO_BRIGHT',
  'IMAGE_UNEVEN_LIGHT',
  'IMAGE_BACKLIT',
  'IMAGE_BLURRED',
] as const;

/** A guard, named like the documented error code it stands for; the `IMAGE_` ones are this project's own. */
export type GuardId = (typeof GUARD_IDS)[number];

/** What a guard found in one frame. A guard with several measurements gives one verdict for each. */
export interface GuardVerdict {
  readonly guard: GuardId;
  /** Which measurement of the guard, `interpupillary` for example. */
  readonly measure: string;
  /** What was measured; null where it cannot be, in a frame without a face for example. */
  readonly value: number | null;
  /** The limit that was in force, in the unit of `value`. */
  readonly limit: number;
  readonly pass: boolean;
  /** The documented error message of this failure, or this project's own for the `IMAGE_` guards. */
  readonly message: string;
  /** Where to move or turn to mend it, where that can be told. */
  readonly direction?: Direction;
}

/** What the person should do, as they see themselves in the mirrored preview. */
export type Direction =
  | 'closer'
  | 'back'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'turn-left'
  | 'turn-right'
  | 'chin-up'
  | 'chin-down'
  | 'tilt-left'
  | 'tilt-right';

/** A hint as shown to the person and sent to the host. */
export interface Hint {
  /** A guard id, or another documented code that a server answered with. */
  readonly code: string;
  /** The documented error message. */
  readonly message: string;
  /** The sentence under the short line: the documented one in English where there is one. */
  readonly text: string;
  readonly direction?: Direction;
}

/** Everything the element can be doing; `okay-phase` reports each change. */
export const PHASE_NAMES = [
  'idle',
  'preparing',
  'seeking',
  'holding',
  'review',
  'id-card',
  'submitting',
  'done',
  'blocked',
  'failed',
] as const;
export type PhaseName = (typeof PHASE_NAMES)[number];

/** Where a photo came from. */
export type CaptureSource = 'auto' | 'manual' | 'upload';

/** What a camera's label says it is; anybody can name a device. */
export type CameraClass = 'physical' | 'virtual' | 'infrared' | 'unknown';

/**
 * What was noticed of the camera from the start to the photo: hints for a server that weighs many of them, and no proof of
 * anything. Holds neither label nor id of a device.
 */
export interface CameraSignals {
  readonly source: CaptureSource;
  /** `unknown` without a label, and where the photo is from a file. */
  readonly camera: CameraClass;
  /** Pictures that the camera gave. */
  readonly pictures: number;
  /** Mean over all pictures; null before there are two. */
  readonly framesPerSecond: number | null;
  /** Standard deviation of the time between two pictures over its mean; null before there are three. */
  readonly intervalJitter: number | null;
  /** How often a second's worth of pictures came at less than 2/3 or more than 3/2 of the rate of the one before. */
  readonly frameRateChanges: number;
  readonly resolutionChanges: number;
  /** Analysed frames that measured exactly like the one before, which a sensor's noise never does. */
  readonly duplicateFrames: number;
  /** How often another camera took over. */
  readonly deviceChanges: number;
  /** How often the page went out of sight. */
  readonly timesHidden: number;
}

/** Whether the element asks for the ID card, waits for the property, or posts none. */
export type IdCardMode = 'ask' | 'provided' | 'none';

export type Delegate = 'cpu' | 'gpu';

/** What an OkayFace or OkayLive endpoint decided, with the documented thresholds applied. */
export interface OkayVerdict {
  /** Whether the faces match; null where the dialect compares no card. */
  readonly matched: boolean | null;
  /** Whether the selfie is of a live person; null where the answer says nothing of it. */
  readonly live: boolean | null;
  /** 0 to 100, on another scale in the v4 dialects; null where the dialect compares no card. */
  readonly confidence: number | null;
  /** Liveness probability, 0 (attack) to 1 (live). */
  readonly probability: number | null;
  /** Image quality by the server, 0 to 1. */
  readonly quality: number | null;
  readonly requestId: string | null;
}

/** The documented OkayFace and OkayLive wire formats that a browser can speak. */
export const DIALECT_IDS = [
  'portal-v1-1',
  'portal-v1',
  'portal-v2',
  'face-v2',
  'face-v2-1',
  'face-v2-2',
  'face-v4',
  'face-v4-1',
  'live-v1',
  'portal-live',
] as const;
export type DialectId = (typeof DIALECT_IDS)[number];
