import { renderMoved, type Place } from './moved-mesh.js';
import type { Shot } from './shot.js';

/** Angles by which a head is turned further than in its photograph; signs as in `HeadPose`. */
export interface Turn {
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
}

/** Distance of the camera in face heights: a selfie at half a metre. */
export const CAMERA_DISTANCE = 3;

/** Turns the head of a shot by rendering its mesh with the photo as texture. */
export function turnHead(shot: Shot, turn: Turn): void {
  const rotate = rotation(turn);
  const distance = CAMERA_DISTANCE * shot.faceHeightPx;
  const perspective = (depth: number) => distance / (distance + depth);
  renderMoved(shot, ({ x, y, z }: Place, centre: Place) => {
    const [rx, ry, rz] = rotate(x - centre.x, y - centre.y, z - centre.z);
    const size = perspective(rz) / perspective(z - centre.z);
    return { x: centre.x + rx * size, y: centre.y + ry * size, z: centre.z + rz };
  });
}

/** x to the right, y down, z away from the camera; a nose that points to the right has a positive yaw. */
export function rotation({ yawDeg, pitchDeg, rollDeg }: Turn) {
  const [yaw, pitch, roll] = [yawDeg, pitchDeg, rollDeg].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  return (x: number, y: number, z: number): [number, number, number] => {
    const [x1, y1] = [x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)];
    const [y2, z2] = [y1 * Math.cos(pitch) - z * Math.sin(pitch), y1 * Math.sin(pitch) + z * Math.cos(pitch)];
    return [x1 * Math.cos(yaw) - z2 * Math.sin(yaw), y2, x1 * Math.sin(yaw) + z2 * Math.cos(yaw)];
  };
}
