import { randomOf } from '../random.js';
import { redraw } from './light.js';
import { contextOf, newCanvas } from './stage.js';
import type { Shot } from './shot.js';

const TILE_PX = 256;
const TILES = new Map<string, HTMLCanvasElement>();

/** Noise of a sensor, the same at the same strength. Positive and negative parts are added by two blends. */
export function addNoise({ context, canvas }: Shot, sigma: number): void {
  context.save();
  for (const [sign, blend] of [
    [1, 'lighter'],
    [-1, 'difference'],
  ] as const) {
    const pattern = context.createPattern(noiseTile(sigma, sign), 'repeat');
    if (!pattern) throw new Error('The browser made no pattern of the noise.');
    context.globalCompositeOperation = blend;
    context.fillStyle = pattern;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.restore();
}

function noiseTile(sigma: number, sign: 1 | -1): HTMLCanvasElement {
  const key = `${sigma}/${sign}`;
  const known = TILES.get(key);
  if (known) return known;
  const tile = newCanvas({ width: TILE_PX, height: TILE_PX });
  const random = randomOf('sensor noise');
  const image = new ImageData(TILE_PX, TILE_PX);
  for (let byte = 0; byte < image.data.length; byte += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      const normal = (random() + random() + random() + random() - 2) * Math.sqrt(3);
      image.data[byte + channel] = Math.max(0, Math.round(sign * sigma * normal));
    }
    image.data[byte + 3] = 255;
  }
  contextOf(tile).putImageData(image, 0, 0);
  TILES.set(key, tile);
  return tile;
}

/** Once through a JPEG, as many cameras send their pictures. */
export async function throughJpeg(canvas: HTMLCanvasElement, quality: number): Promise<ImageBitmap> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('The browser made no JPEG.');
  return createImageBitmap(blob);
}

/** @param share Sigma as a share of the face's height. */
export function blur(shot: Shot, share: number): void {
  redraw(shot, `blur(${(share * shot.faceHeightPx).toFixed(2)}px)`);
}

/** The mean over a straight way, as of a head or a hand that moves during the exposure. */
export function blurByMotion(shot: Shot, share: number, angleDeg: number): void {
  const { context, canvas, faceHeightPx } = shot;
  const before = newCanvas(canvas);
  contextOf(before).drawImage(canvas, 0, 0);
  const length = share * faceHeightPx;
  const steps = Math.max(2, Math.round(length));
  context.save();
  for (let step = 0; step < steps; step += 1) {
    const along = (step / (steps - 1) - 0.5) * length;
    const angle = (angleDeg * Math.PI) / 180;
    context.globalAlpha = 1 / (step + 1);
    context.drawImage(before, along * Math.cos(angle), along * Math.sin(angle));
  }
  context.restore();
}

/** A picture scaled up from few pixels. */
export function upscale(shot: Shot, faceHeightPx: number): void {
  const { context, canvas } = shot;
  const scale = faceHeightPx / shot.faceHeightPx;
  const small = newCanvas({
    width: Math.round(canvas.width * scale),
    height: Math.round(canvas.height * scale),
  });
  const smaller = contextOf(small);
  smaller.imageSmoothingQuality = 'high';
  smaller.drawImage(canvas, 0, 0, small.width, small.height);
  context.save();
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  context.restore();
}
