import type { FaceMeasures, Observation, PresencePeak, Rect, Sides, Size } from '../types/frame.js';
import { chinBelowBox } from './chin.js';
import { distinctFaces } from './distinct-faces.js';
import { lookAtFace } from './cover.js';
import { eyeAspects, interpupillaryDistance } from './eyes.js';
import { readFacePatch, type PixelSource } from './face-patch.js';
import { boundsOf, countOutside, landmarksToPixels, type PointsPx } from './geometry.js';
import { FACE_OVAL, LANDMARK_COUNT } from './landmarks.js';
import { meanLuma, type Pixels } from './pixels.js';
import { poseFromLandmarks, poseFromMatrix } from './pose.js';
import { followPresence, presenceLogit } from './presence.js';
import { measureSharpness } from './sharpness.js';
import { findSkin, measureLight } from './skin.js';
import { surroundLuma } from './surround.js';
import { measureTones } from './tones.js';

export type { PixelSource } from './face-patch.js';

/** One face as the landmark engine gives it. */
export interface Detection {
  /** 478 × (x, y, z), x and y in shares of the capture frame. */
  readonly landmarks: Float32Array;
  /** Facial transformation matrix, 4 × 4 column by column; null where the engine gives none. */
  readonly matrix: ArrayLike<number> | null;
  /** Blink scores, 0 (open) to 1 (closed); null where the bundle has no blendshapes. */
  readonly blink: Sides<number> | null;
}

export interface ObserveInput {
  /** Milliseconds on a clock that only goes forward. */
  readonly at: number;
  /** The photo as it would be sent, in pixels. */
  readonly photo: Size;
  readonly detections: readonly Detection[];
  /** The whole photo, of `thumbnailSize`. */
  readonly thumbnail: Pixels;
  readonly pixels: PixelSource;
  readonly wantLandmarks: boolean;
  /** Of the frame before; none for a picture that is judged alone. */
  readonly presencePeak?: PresencePeak | null;
}

interface LocatedFace {
  readonly detection: Detection;
  readonly points: PointsPx;
  readonly box: Rect;
}

/**
 * Turns one analysed frame into the only thing that guards look at. Reads pixels once: the largest face at a fixed size.
 *
 * Detections whose face oval is not finite, or has no shape that a face has, are left out: nothing could be measured on them.
 */
export function observe(input: ObserveInput): Observation {
  const { at, photo, detections, thumbnail, wantLandmarks } = input;
  const located = detections.flatMap((detection) => locate(detection, photo));
  const faces = distinctFaces(located.sort((one, other) => other.box.height - one.box.height));
  const largest = faces[0];
  return {
    at,
    frame: photo,
    faces: faces.map(({ box }) => box),
    face: largest ? measureFace(largest, input) : null,
    frameLuma: meanLuma(thumbnail),
    ...(wantLandmarks && largest ? { landmarks: largest.detection.landmarks } : {}),
  };
}

function locate(detection: Detection, photo: Size): LocatedFace[] {
  if (detection.landmarks.length < 3 * LANDMARK_COUNT) return [];
  const points = landmarksToPixels(detection.landmarks, photo);
  const box = boundsOf(points, FACE_OVAL);
  return isFaceLike(box) ? [{ detection, points, box }] : [];
}

/** A face is never narrower or wider than this, over its height, however it is turned. */
const FACE_RATIOS = [0.2, 5] as const;

/** Whether a box can be a face's: one that is not would be scaled to a patch without end. */
function isFaceLike({ width, height }: Rect): boolean {
  const [narrowest, widest] = FACE_RATIOS;
  const ratio = width / height;
  return (
    width >= 1 && height >= 1 && ratio >= narrowest && ratio <= widest && Number.isFinite(width + height)
  );
}

function measureFace(
  { detection, points, box }: LocatedFace,
  { at, photo, thumbnail, pixels, presencePeak = null }: ObserveInput,
): FaceMeasures | null {
  const pose =
    (detection.matrix && poseFromMatrix(detection.matrix)) ?? poseFromLandmarks(detection.landmarks, photo);
  if (!pose) return null;
  const patch = readFacePatch(pixels, box, points);
  const skin = findSkin(patch);
  if (!skin) return null;
  const light = measureLight(skin, pose);
  const presence = presenceLogit(detection.landmarks);
  const eyeAspect = eyeAspects(points, pose);
  const { cover, eyesClosed } = lookAtFace(patch, skin, { presenceLogit: presence, eyeAspect });
  return {
    box,
    chinBelowBoxPx: chinBelowBox(points, box),
    pose,
    interpupillaryPx: interpupillaryDistance(points, pose),
    ovalOutside: countOutside(points, FACE_OVAL, photo),
    eyeAspect,
    eyesClosed,
    blink: detection.blink,
    presenceLogit: presence,
    presencePeak: presence === null ? null : followPresence(presencePeak, { logit: presence, at, box }),
    cover,
    skin: light,
    tones: measureTones(patch),
    surroundLuma: surroundLuma(thumbnail, box, photo) ?? light.medianLuma,
    sharpness: measureSharpness(patch, light.medianLuma),
  };
}
