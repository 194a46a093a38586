import sharp from 'sharp';
import type { Size } from '../../../src/types/frame.ts';

/** Standard deviation of the sensor noise, in levels of 0 to 255. */
const NOISE_SIGMA = 3;
const NOISE_SEED = 20220708;

/**
 * A room without anybody: a wall lit from one side, a window, a shelf, a floor. With the noise of a sensor, from a fixed
 * seed, so that the same size gives the same pixels.
 *
 * @returns PNG of the frame's size
 */
export async function room({ width, height }: Size): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(roomSvg(width, height)))
    .blur(1.5)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const random = mulberry32(NOISE_SEED);
  for (let i = 0; i < data.length; i += 1) {
    const noise = (random() + random() + random() - 1.5) * 2 * NOISE_SIGMA;
    data[i] = Math.max(0, Math.min(255, Math.round((data[i] ?? 0) + noise)));
  }
  return sharp(data, { raw: { width, height, channels: info.channels } })
    .png()
    .toBuffer();
}

function roomSvg(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    viewBox="0 0 16 9" preserveAspectRatio="none">
    <defs>
      <linearGradient id="wall"><stop stop-color="#d9d3c7"/><stop offset="1" stop-color="#8f8a80"/></linearGradient>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#cfe2f2"/><stop offset="1" stop-color="#eef3f5"/></linearGradient>
    </defs>
    <rect width="16" height="9" fill="url(#wall)"/>
    <rect y="7.8" width="16" height="1.2" fill="#6d5c4b"/>
    <rect x="2.2" y="1.3" width="3.6" height="4.2" fill="#f4f1ea"/>
    <rect x="2.4" y="1.5" width="3.2" height="3.8" fill="url(#sky)"/>
    <rect x="3.95" y="1.5" width="0.1" height="3.8" fill="#f4f1ea"/>
    <rect x="10.2" y="3.1" width="4" height="0.18" fill="#5b4a3a"/>
    <rect x="10.6" y="2" width="0.35" height="1.1" fill="#7a3b34"/>
    <rect x="11" y="2.2" width="0.3" height="0.9" fill="#38506b"/>
    <rect x="11.35" y="1.9" width="0.4" height="1.2" fill="#4d6b46"/>
  </svg>`;
}

/** A small seeded generator of numbers in 0 to 1 (Tommy Ettinger's Mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
