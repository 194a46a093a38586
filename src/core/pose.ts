import type { HeadPose, Size } from '../types/frame.js';

const DEGREES = 180 / Math.PI;

/**
 * The head's angles from the facial transformation matrix of MediaPipe.
 *
 * The matrix turns the canonical face (x to the photo's right, y up, z out of the face) into camera space, so that its
 * third column is where the nose points. It is read as yaw after pitch after roll; a scale in it does not matter.
 *
 * @param matrix 4 × 4, column by column.
 * @returns null where the matrix is too short, or holds a value that is not finite.
 */
export function poseFromMatrix(matrix: ArrayLike<number>): HeadPose | null {
  const [rightY = NaN, upY = NaN] = [matrix[1], matrix[5]];
  const [noseX = NaN, noseY = NaN, noseZ = NaN] = [matrix[8], matrix[9], matrix[10]];
  return finitePose({
    yawDeg: DEGREES * Math.atan2(noseX, noseZ),
    pitchDeg: DEGREES * Math.atan2(-noseY, Math.hypot(noseX, noseZ)),
    rollDeg: DEGREES * Math.atan2(-rightY, upY),
  });
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
  const nose = {
    x: across.y * up.z - across.z * up.y,
    y: across.z * up.x - across.x * up.z,
    z: across.x * up.y - across.y * up.x,
  };
  return finitePose({
    yawDeg: DEGREES * Math.atan2(nose.x, nose.z),
    pitchDeg: DEGREES * Math.atan2(-nose.y, Math.hypot(nose.x, nose.z)),
    rollDeg: DEGREES * Math.atan2(-across.y, Math.hypot(across.x, across.z)),
  });
}

/** Cosine of an angle in degrees, kept away from 0 so that a length can be divided by it. */
export function foreshortening(angleDeg: number): number {
  return Math.max(0.25, Math.cos(angleDeg / DEGREES));
}

/** In camera space: x to the photo's right, y up, z toward the camera, in pixels. */
function between(landmarks: Float32Array, frame: Size, from: number, to: number) {
  const difference = (axis: number) =>
    (landmarks[3 * to + axis] ?? NaN) - (landmarks[3 * from + axis] ?? NaN);
  return {
    x: difference(0) * frame.width,
    y: -difference(1) * frame.height,
    z: -difference(2) * frame.width,
  };
}

function finitePose(pose: HeadPose): HeadPose | null {
  return Number.isFinite(pose.yawDeg + pose.pitchDeg + pose.rollDeg) ? pose : null;
}
