import sharp from 'sharp';
import type { Size } from '../../src/types/frame.ts';
import { photoLayer, type Placement } from './scenes/photo-layer.ts';
import { room } from './scenes/room.ts';

export type { Placement } from './scenes/photo-layer.ts';

/** What a camera sees. */
export interface Scene {
  /** People, in any order; each has the part of the frame that is nearest to their face's centre. Default: nobody. */
  readonly photos?: readonly Placement[];
  /** What shows where a photo ends: its own blurred border, or a room. Nobody is always in a room. Default: `extended`. */
  readonly background?: 'extended' | 'room';
  /** Factor on every pixel value, 1 leaves them. Default: 1. */
  readonly brightness?: number;
  /** Gaussian blur over the whole frame, sigma in pixels. Default: none. */
  readonly blurSigmaPx?: number;
  /** Camera frame in pixels. Default: 1280 × 720. */
  readonly size?: Size;
}

const CAMERA_SIZE: Size = { width: 1280, height: 720 };
/** Width of the soft transition between two people, in pixels. */
const SEAM_PX = 24;
const JPEG_QUALITY = 92;

/**
 * Composes a still camera frame of fixture photos. The same scene gives the same pixels.
 *
 * @returns baseline JPEG with 4:2:0 chroma, as cameras send
 */
export async function scene(options: Scene = {}): Promise<Buffer> {
  const { photos = [], background = 'extended', brightness = 1, blurSigmaPx, size = CAMERA_SIZE } = options;
  const inRoom = background === 'room' || photos.length === 0;
  const surround = inRoom ? await room(size) : 'extended';
  const people = await Promise.all(photos.map((placement) => photoLayer(placement, size, surround)));
  const frame = people.length > 0 ? await sideBySide(photos, people, size) : await room(size);
  let picture = sharp(frame).linear(brightness, 0);
  if (blurSigmaPx !== undefined) picture = picture.blur(blurSigmaPx);
  return picture.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:2:0', progressive: false }).toBuffer();
}

/** A room without anybody. */
export function emptyRoom(size: Size = CAMERA_SIZE): Promise<Buffer> {
  return scene({ size });
}

/** Somebody centred but far away: the face can be found and is a fifth of the frame high, less than the limit of 0.3. */
export function farFace(size: Size = CAMERA_SIZE): Promise<Buffer> {
  return scene({ photos: [{ file: 'christian.jpg', faceHeight: 0.2 }], size });
}

/** Two people of the same size side by side, both inside the central 3:4 portrait crop of a 16:9 frame. */
export function twoFaces(size: Size = CAMERA_SIZE): Promise<Buffer> {
  const faceHeight = 0.32;
  return scene({
    photos: [
      { file: 'christian.jpg', faceHeight, centre: { x: 0.4, y: 0.5 } },
      { file: 'astronaut.png', faceHeight, centre: { x: 0.6, y: 0.5 } },
    ],
    size,
  });
}

/** Somebody who does everything right: frontal, centred, the face half of the frame high, evenly lit, sharp. */
export function goodFace(size: Size = CAMERA_SIZE): Promise<Buffer> {
  return scene({ photos: [{ file: 'christian.jpg', faceHeight: 0.5 }], size });
}

async function sideBySide(
  photos: readonly Placement[],
  layers: readonly Buffer[],
  size: Size,
): Promise<Buffer> {
  const fromLeft = photos
    .map(({ centre }, i) => ({ x: (centre?.x ?? 0.5) * size.width, layer: layers[i] }))
    .filter((person): person is { x: number; layer: Buffer } => person.layer !== undefined)
    .toSorted((a, b) => a.x - b.x);
  const [leftmost, ...others] = fromLeft;
  if (!leftmost) throw new Error('A scene of people needs one.');
  let frame = leftmost.layer;
  let previousX = leftmost.x;
  for (const { x, layer } of others) {
    const input = await fromSeam(layer, (previousX + x) / 2, size);
    frame = await sharp(frame).composite([{ input }]).removeAlpha().png().toBuffer();
    previousX = x;
  }
  return frame;
}

/** The layer, transparent to the left of the seam. */
function fromSeam(layer: Buffer, seamX: number, { width, height }: Size): Promise<Buffer> {
  const row = Buffer.from(
    Array.from({ length: width }, (_, x) => {
      const share = 0.5 + (x - seamX) / SEAM_PX;
      return Math.round(255 * Math.max(0, Math.min(1, share)));
    }),
  );
  const opacity = Buffer.concat(Array.from({ length: height }, () => row));
  return sharp(layer)
    .joinChannel(opacity, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
