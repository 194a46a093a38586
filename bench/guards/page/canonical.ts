import type { Person } from './person.js';
import { renderMoved } from './moved-mesh.js';
import { takeShot, type Shot } from './shot.js';
import { CAMERA_DISTANCE, rotation, type Turn } from './turned.js';

/** 468 × (x, y, z): x to the photo's right, y up, z toward the camera, centimetres. Facing the camera by definition. */
export type CanonicalFace = Float32Array;

const POINTS = 468;
/** Numbers of one vertex: its place and that of its texel. */
const VERTEX_NUMBERS = 5;
/** A protobuf field of number 3 and 32 bits: how the bundle's metadata write each number of the mesh. */
const FLOAT_TAG = 0x1d;

/** Reads the face that head poses are told against from the model bundle, whose files are not compressed. */
export function canonicalFaceOf(bundle: Uint8Array): CanonicalFace {
  const length = 5 * VERTEX_NUMBERS * POINTS;
  const start = bundle.findIndex((_, from) => isRunOfFloats(bundle, from, length));
  if (start < 0) throw new Error('The bundle holds no canonical face of 468 points.');
  const view = new DataView(bundle.buffer, bundle.byteOffset + start, length);
  return Float32Array.from({ length: 3 * POINTS }, (_, place) => {
    const number = VERTEX_NUMBERS * Math.floor(place / 3) + (place % 3);
    return view.getFloat32(5 * number + 1, true);
  });
}

function isRunOfFloats(bytes: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at += 5) if (bytes[at] !== FLOAT_TAG) return false;
  return true;
}

/** Landmarks of the forehead's top and of the chin. */
const [TOP, CHIN] = [10, 152];

/** The canonical head with the skin of a person, in the middle of the frame, turned by exactly known angles. */
export function takeCanonicalShot(
  person: Person,
  seed: string,
  canonical: CanonicalFace,
  camera: { readonly width: number; readonly height: number },
  turn: Turn,
): Shot {
  const shot = takeShot(person, seed, { camera });
  const value = (index: number, axis: 0 | 1 | 2) => canonical[3 * index + axis] ?? 0;
  const scale = shot.faceHeightPx / (value(TOP, 1) - value(CHIN, 1));
  const middle = (value(TOP, 1) + value(CHIN, 1)) / 2;
  const shape = new Float32Array(canonical.length);
  for (let index = 0; index < POINTS; index += 1) {
    shape.set(
      [
        camera.width / 2 + scale * value(index, 0),
        camera.height / 2 - scale * (value(index, 1) - middle),
        -scale * value(index, 2),
      ],
      3 * index,
    );
  }
  const rotate = rotation(turn);
  const distance = CAMERA_DISTANCE * shot.faceHeightPx;
  renderMoved(
    shot,
    ({ x, y, z }, centre) => {
      const [rx, ry, rz] = rotate(x - centre.x, y - centre.y, z - centre.z);
      const size = distance / (distance + rz);
      return { x: camera.width / 2 + rx * size, y: camera.height / 2 + ry * size, z: centre.z + rz };
    },
    shape,
  );
  return shot;
}
