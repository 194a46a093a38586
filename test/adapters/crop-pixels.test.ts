import { expect } from '@open-wc/testing';
import { cropPixels } from '../../src/adapters/crop-pixels.js';
import { cameraShowing, CAMERA } from '../helpers/photo-frames.js';

const CROP = { x: 554, y: 0, width: 810, height: 1080 };
/** Of 255: a canvas and a copy round colours differently. */
const ROUNDING = 3;

describe('cropPixels', () => {
  for (const format of ['I420', 'NV12'] as const) {
    it(`reads the same part of a camera’s ${format} frame as a canvas does`, async () => {
      const frame = await cameraFrame(format);
      const copied = await cropPixels(frame, CROP);
      const drawn = drawnPart(frame);
      frame.close();
      if (!copied) throw new Error('nothing was copied');
      expect([copied.width, copied.height]).to.deep.equal([CROP.width, CROP.height]);
      expect(meanDifference(copied.data, drawn.data)).to.be.lessThan(ROUNDING);
      expect(meanDifference(copied.data, mirrored(drawn).data)).to.be.greaterThan(3 * ROUNDING);
    });
  }

  it('counts from the visible part of the frame', async () => {
    const camera = await cameraFrame('I420');
    const frame = new VideoFrame(camera, { visibleRect: { x: 100, y: 40, width: 1600, height: 1000 } });
    const copied = await cropPixels(frame, { x: 454, y: 0, width: 810, height: 1000 });
    const whole = await cropPixels(camera, { x: 554, y: 40, width: 810, height: 1000 });
    camera.close();
    frame.close();
    expect(copied?.data).to.deep.equal(whole?.data);
    expect(copied).not.to.equal(null);
  });

  it('fills the memory of an earlier copy where that has the size, and leaves it alone where it has not', async () => {
    const frame = await cameraFrame('I420');
    const [before, smaller] = [new ImageData(CROP.width, CROP.height), new ImageData(8, 8)];
    expect(await cropPixels(frame, CROP, before)).to.equal(before);
    const fresh = await cropPixels(frame, CROP, smaller);
    frame.close();
    expect(fresh).not.to.equal(smaller);
    expect(before.data).to.deep.equal(fresh?.data);
    expect(smaller.data.every((byte) => byte === 0)).to.equal(true);
  });

  it('leaves pictures of canvases, bitmaps and stretched frames to a canvas', async () => {
    const canvas = await cameraShowing('christian.jpg');
    const camera = await cameraFrame('I420');
    const stretched = new VideoFrame(camera, { displayWidth: 1440, displayHeight: 1080 });
    for (const frame of [
      new VideoFrame(canvas, { timestamp: 0 }),
      await createImageBitmap(canvas),
      stretched,
    ]) {
      expect(await cropPixels(frame, CROP)).to.equal(null);
      frame.close();
    }
    camera.close();
  });
});

/** A photograph as cameras send pictures: BT.709 in the video range, colours at half the size. */
async function cameraFrame(format: 'I420' | 'NV12'): Promise<VideoFrame> {
  const { width, height } = CAMERA;
  const context = (await cameraShowing('christian.jpg')).getContext('2d');
  if (!context) throw new Error('no 2d context');
  const { data } = context.getImageData(0, 0, width, height);
  const planes = new Uint8Array((width * height * 3) / 2);
  const colours = (width * height) / 4;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      planes[y * width + x] = 16 + (219 / 255) * luma;
      if (x % 2 === 1 || y % 2 === 1) continue;
      const [u, v] = [
        128 + (224 / 255) * ((blue - luma) / 1.8556),
        128 + (224 / 255) * ((red - luma) / 1.5748),
      ];
      const colour = (y / 2) * (width / 2) + x / 2;
      const [uAt, vAt] = format === 'I420' ? [colour, colours + colour] : [2 * colour, 2 * colour + 1];
      planes[width * height + uAt] = u;
      planes[width * height + vAt] = v;
    }
  }
  return new VideoFrame(planes, {
    format,
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
    colorSpace: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', fullRange: false },
  });
}

function drawnPart(frame: VideoFrame): ImageData {
  const context = new OffscreenCanvas(CROP.width, CROP.height).getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(frame, -CROP.x, -CROP.y);
  return context.getImageData(0, 0, CROP.width, CROP.height);
}

function mirrored(picture: ImageData): ImageData {
  const { width, height, data } = picture;
  const pixels = new Uint32Array(data.buffer).slice();
  for (let y = 0; y < height; y += 1) pixels.subarray(y * width, (y + 1) * width).reverse();
  return new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
}

function meanDifference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}
