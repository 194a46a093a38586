import { expect } from '@open-wc/testing';
import { encodeJpeg, encodeJpegWithin } from '../../src/adapters/encode-jpeg.js';
import { noise } from '../helpers/noise.js';
import { captureErrorOf, failureOf } from '../helpers/failure.js';

describe('encodeJpeg', () => {
  it('keeps quality 0.95 where the file is small enough', async () => {
    const { image, quality } = await encodeJpeg(noise(64, 48));
    expect(quality).to.equal(0.95);
    expect(image.type).to.equal('image/jpeg');
    const bitmap = await createImageBitmap(image);
    expect([bitmap.width, bitmap.height]).to.deep.equal([64, 48]);
  });

  it('takes the first quality whose file fits, limit included', async () => {
    const canvas = noise(400, 300);
    const at = async (quality: number) => (await encodeJpeg(canvas, { qualities: [quality] })).image.size;
    const exactly = await at(0.85);
    expect(await at(0.9)).to.be.greaterThan(exactly);
    const fits = await encodeJpeg(canvas, { maxBytes: exactly });
    expect([fits.quality, fits.image.size]).to.deep.equal([0.85, exactly]);
    const below = await encodeJpeg(canvas, { maxBytes: exactly - 1 });
    expect(below.quality).to.equal(0.8);
  });

  it('holds 1.8 MB by default for a full capture frame of noise', async () => {
    const { image } = await encodeJpeg(noise(960, 1280));
    expect(image.size).to.be.at.most(1_800_000);
  });

  it('fails rather than going under 0.7', async () => {
    const error = await captureErrorOf(() => encodeJpeg(noise(400, 300), { maxBytes: 1000 }));
    expect(error.code).to.equal('PHOTO_FAILED');
    expect(await encodeJpegWithin(noise(400, 300), { maxBytes: 1000 })).to.equal(null);
  });

  it('encodes a canvas of the page as well', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 20;
    canvas.height = 10;
    const { image } = await encodeJpeg(canvas);
    expect(image.type).to.equal('image/jpeg');
  });

  for (const [where, canvas] of [
    ['a worker canvas', new OffscreenCanvas(0, 0)],
    ['a page canvas', Object.assign(document.createElement('canvas'), { width: 0, height: 0 })],
  ] as const) {
    it(`fails with PHOTO_FAILED for ${where} without pixels`, async () => {
      const error = await captureErrorOf(() => encodeJpeg(canvas));
      expect(error.code).to.equal('PHOTO_FAILED');
    });
  }

  it('passes an abort through', async () => {
    const error = await failureOf(() => encodeJpeg(noise(8, 8), { signal: AbortSignal.abort() }));
    expect(error).to.be.instanceOf(DOMException).with.property('name', 'AbortError');
  });
});
