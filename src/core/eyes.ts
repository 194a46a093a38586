import type { HeadPose, Sides } from '../types/frame.js';
import { distance, type PointsPx } from './geometry.js';
import { EYES, IRIS_CENTRE, type EyePoints } from './landmarks.js';
import { foreshortening } from './pose.js';

/** Distance of the iris centres as it would be with the head facing the camera, in pixels of the points. */
export function interpupillaryDistance(points: PointsPx, pose: HeadPose): number {
  return distance(points, IRIS_CENTRE.left, IRIS_CENTRE.right) / foreshortening(pose.yawDeg);
}

/** Height of each eye's opening over its width, as it would be with the head facing the camera. */
export function eyeAspects(points: PointsPx, pose: HeadPose): Sides<number> {
  return { left: eyeAspect(points, EYES.left, pose), right: eyeAspect(points, EYES.right, pose) };
}

function eyeAspect(points: PointsPx, eye: EyePoints, pose: HeadPose): number {
  const heights = eye.lids.map(([upper, lower]) => distance(points, upper, lower));
  const height = heights.reduce((sum, each) => sum + each, 0) / heights.length;
  const width = distance(points, eye.outerCorner, eye.innerCorner);
  const facing = foreshortening(pose.yawDeg) / foreshortening(pose.pitchDeg);
  return width > 0 ? (height / width) * facing : 0;
}
