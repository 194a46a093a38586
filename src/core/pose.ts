import type { HeadPose, Size } from '../types/frame.js';

const DEGREES = 180 / Math.PI;

interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * How much of the angle between the camera's axis and the line to the face goes wrongly into the matrix. The mesh is
 * solved as if it had perspective, but looks the same wherever in the frame the face is. Measured by moving five
 * photographed faces across the frame: the matrix pitched them by ±5.5° at ±15°, with this share by less than ±1°.
 */
const LINE_OF_SIGHT_SHARE = 0.35;

/**
 * The head's angles from the facial transformation matrix of MediaPipe, the same wherever in the frame the face is.
 *
 * The matrix turns and moves the canonical face (x to the photo's right, y up, z out of the face) into camera space.
 *
 * @param matrix 4 × 4, column by column. Its scale does not matter.
 * @returns null where the matrix is too short, or holds a value that is not finite.
 */
export function poseFromMatrix(matrix: ArrayLike<number>): HeadPose | null {
  const column = (index: number): Vector => ({
    x: matrix[4 * index] ?? NaN,
    y: matrix[4 * index + 1] ?? NaN,
    z: matrix[4 * index + 2] ?? NaN,
  });
  const place = column(3);
  const isBeforeLens = place.z < 0;
  const toLens = isBeforeLens
    ? unit({ x: -LINE_OF_SIGHT_SHARE * place.x, y: -LINE_OF_SIGHT_SHARE * place.y, z: -place.z })
    : { x: 0, y: 0, z: 1 };
  const right = unit(cross({ x: 0, y: 1, z: 0 }, toLens));
  const up = cross(toLens, right);
  const seen = (vector: Vector): Vector => ({
    x: dot(vector, right),
    y: dot(vector, up),
    z: dot(vector, toLens),
  });
  return anglesOf(seen(column(0)), seen(column(1)), seen(column(2)));
}

/**
 * A coarser pose from the mesh itself, for engines that give no matrix: the plane through the outer corners of the
 * eyes, the top of the forehead and the chin.
 *
 * @param landmarks 478 × (x, y, z); z in the scale of x, smaller is nearer, as MediaPipe gives it.
 */
export function poseFromLandmarks(landmarks: Float32Array, frame: Size): HeadPose | null {
  const across = between(landmarks, frame, 33, 263);
  const up = between(landmarks, frame, 152, 10);
  const nose = cross(across, up);
  return anglesOf(unit(across), unit(cross(nose, across)), unit(nose));
}

/** Cosine of an angle in degrees, kept away from 0 so that a length can be divided by it. */
export function foreshortening(angleDeg: number): number {
  return Math.max(0.25, Math.cos(angleDeg / DEGREES));
}

/** In camera space: x to the photo's right, y up, z toward the camera, in pixels. */
function between(landmarks: Float32Array, frame: Size, from: number, to: number): Vector {
  const difference = (axis: number) =>
    (landmarks[3 * to + axis] ?? NaN) - (landmarks[3 * from + axis] ?? NaN);
  return {
    x: difference(0) * frame.width,
    y: -difference(1) * frame.height,
    z: -difference(2) * frame.width,
  };
}

/** Yaw after pitch after roll, from where the axes of the head point: x to the right, y up, z toward the lens. */
function anglesOf(across: Vector, up: Vector, nose: Vector): HeadPose | null {
  const pose = {
    yawDeg: DEGREES * Math.atan2(nose.x, nose.z),
    pitchDeg: DEGREES * Math.atan2(-nose.y, Math.hypot(nose.x, nose.z)),
    rollDeg: DEGREES * Math.atan2(-across.y, up.y),
  };
  return Number.isFinite(pose.yawDeg + pose.pitchDeg + pose.rollDeg) ? pose : null;
}

function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

function unit({ x, y, z }: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
}
