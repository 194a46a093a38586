import sharp from 'sharp';
import type { Point, Rect, Size } from '../../../src/types/frame.ts';
import { faceBoxOf, photoPath } from './photos.ts';

/** A person in a scene. */
export interface Placement {
  /** A fixture photo with a face. */
  readonly file: string;
  /** Height of the face oval (hairline to chin) as a share of the frame's height. */
  readonly faceHeight: number;
  /** Centre of the face oval in shares of the frame. Default: the middle. */
  readonly centre?: Point;
}

/** What lies around a photo that does not fill the frame. */
export type Surround = 'extended' | Buffer;

/** Width of the soft transition where a photo ends inside the frame, in pixels. */
const FEATHER_PX = 24;
const SURROUND_BLUR_SIGMA = 24;

/**
 * A frame filled with one photo, scaled and moved so that its face stands where it was placed. Where the photo ends
 * inside the frame it fades into its own blurred border (`extended`) or into a picture of the frame's size.
 *
 * @returns PNG of the frame's size
 */
export async function photoLayer(placement: Placement, frame: Size, surround: Surround): Promise<Buffer> {
  const { scaled, at } = await scaledPhoto(placement, frame);
  const seen = overlap(at, frame);
  const photo = await sharp(scaled)
    .extract({ left: seen.x - at.x, top: seen.y - at.y, width: seen.width, height: seen.height })
    .png()
    .toBuffer();
  const soft = await sharp(photo)
    .joinChannel(feather(seen, frame), { raw: { width: seen.width, height: seen.height, channels: 1 } })
    .png()
    .toBuffer();
  const behind = surround === 'extended' ? await blurredExtension(photo, seen, frame) : surround;
  return sharp(behind)
    .composite([{ input: soft, left: seen.x, top: seen.y }])
    .removeAlpha()
    .png()
    .toBuffer();
}

async function scaledPhoto(
  { file, faceHeight, centre = { x: 0.5, y: 0.5 } }: Placement,
  frame: Size,
): Promise<{ scaled: Buffer; at: Rect }> {
  const face = faceBoxOf(file);
  const scale = (faceHeight * frame.height) / face.height;
  const { width: photoWidth, height: photoHeight } = await sharp(photoPath(file)).metadata();
  const width = Math.round(photoWidth * scale);
  const height = Math.round(photoHeight * scale);
  const scaled = await sharp(photoPath(file))
    .removeAlpha()
    .resize(width, height, { kernel: 'lanczos3', fit: 'fill' })
    .png()
    .toBuffer();
  const x = Math.round(centre.x * frame.width - (face.x + face.width / 2) * scale);
  const y = Math.round(centre.y * frame.height - (face.y + face.height / 2) * scale);
  return { scaled, at: { x, y, width, height } };
}

function overlap(at: Rect, frame: Size): Rect {
  const x = Math.max(0, at.x);
  const y = Math.max(0, at.y);
  const width = Math.min(frame.width, at.x + at.width) - x;
  const height = Math.min(frame.height, at.y + at.height) - y;
  if (width <= 0 || height <= 0) throw new RangeError('The photo was placed outside the frame.');
  return { x, y, width, height };
}

function blurredExtension(photo: Buffer, seen: Rect, frame: Size): Promise<Buffer> {
  return sharp(photo)
    .extend({
      left: seen.x,
      top: seen.y,
      right: frame.width - seen.x - seen.width,
      bottom: frame.height - seen.y - seen.height,
      extendWith: 'copy',
    })
    .blur(SURROUND_BLUR_SIGMA)
    .png()
    .toBuffer();
}

/** Opacity of the photo, a byte a pixel: it falls off towards those of its edges that lie inside the frame. */
function feather(seen: Rect, frame: Size): Buffer {
  const across = edgeOpacity(seen.width, seen.x > 0, seen.x + seen.width < frame.width);
  const down = edgeOpacity(seen.height, seen.y > 0, seen.y + seen.height < frame.height);
  const opacity = Buffer.alloc(seen.width * seen.height);
  down.forEach((vertical, y) => {
    across.forEach((horizontal, x) => {
      opacity[y * seen.width + x] = Math.round(255 * vertical * horizontal);
    });
  });
  return opacity;
}

function edgeOpacity(length: number, fadesAtStart: boolean, fadesAtEnd: boolean): number[] {
  return Array.from({ length }, (_, i) => {
    const fromStart = fadesAtStart ? i / FEATHER_PX : 1;
    const fromEnd = fadesAtEnd ? (length - 1 - i) / FEATHER_PX : 1;
    return Math.min(1, fromStart, fromEnd);
  });
}
