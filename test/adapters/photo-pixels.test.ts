import { expect } from '@open-wc/testing';
import { offScreenCanvases } from '../../src/adapters/off-screen-canvases.js';
import { Photo } from '../../src/adapters/photo.js';
import { PhotoReader } from '../../src/adapters/photo-pixels.js';
import type { Surface } from '../../src/adapters/surface.js';
import type { Rect, Size } from '../../src/types/frame.js';
import { cameraShowing } from '../helpers/photo-frames.js';

/** Of 255: what smoothing may round differently. */
const ROUNDING = 1;

/** The same photo as copied from a camera and as drawn on a canvas. */
async function bothPhotos(size: Size): Promise<Readonly<Record<'copied' | 'drawn', Photo>>> {
  const surface = offScreenCanvases.surface(size);
  surface.context.drawImage(await cameraShowing('christian.jpg', size), 0, 0);
  const pixels = surface.context.getImageData(0, 0, size.width, size.height);
  const empty = offScreenCanvases.surface({ width: 1, height: 1 });
  return { copied: new Photo(1, size, pixels, empty), drawn: new Photo(1, size, null, surface) };
}

/** What a canvas makes of a region that draws the whole photo, smoothed as well as it can. */
function drawnWhole({ image }: Surface, { x, y, width, height }: Rect, size: Size): ImageData {
  const { context } = offScreenCanvases.surface(size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, x, y, width, height, 0, 0, size.width, size.height);
  return context.getImageData(0, 0, size.width, size.height);
}

function mostApart(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((most, value, place) => Math.max(most, Math.abs(value - (other[place] ?? NaN))), 0);
}

function meanApart(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, place) => sum + Math.abs(value - (other[place] ?? NaN)), 0) / one.length;
}

const PHOTO: Size = { width: 540, height: 720 };
const PATCH: Size = { width: 167, height: 216 };

describe('PhotoReader', () => {
  for (const [where, region] of [
    ['in the middle', { x: 121.3, y: 163.7, width: 290.4, height: 375.6 }],
    ['that fills the photo', { x: 0, y: 0, width: 540, height: 720 }],
    ['as small as the patch', { x: 200.5, y: 300.25, width: 167, height: 216 }],
    ['out of the photo at the left and the top', { x: -40.5, y: -61.2, width: 290.4, height: 375.6 }],
    ['out of the photo at the right and the bottom', { x: 351.1, y: 520.8, width: 290.4, height: 375.6 }],
    ['larger than the photo', { x: -30, y: -40, width: 610, height: 800 }],
  ] as const) {
    it(`reads a region ${where} as the whole photo shows it, copied or drawn`, async () => {
      const { copied, drawn } = await bothPhotos(PHOTO);
      const expected = drawnWhole(drawn.surface, region, PATCH);
      const reader = new PhotoReader(offScreenCanvases);
      for (const photo of [copied, drawn]) {
        const { data, width, height } = reader.of(photo).read(region, PATCH);
        expect({ width, height }).to.deep.equal(PATCH);
        expect(mostApart(data, expected.data)).to.be.at.most(ROUNDING);
      }
    });
  }

  it('reads nothing of what another photo or another region showed', async () => {
    const { copied, drawn } = await bothPhotos(PHOTO);
    const reader = new PhotoReader(offScreenCanvases);
    reader.of(copied).read({ x: 0, y: 0, ...PHOTO }, PATCH);
    for (const photo of [copied, drawn]) {
      const beyond = { x: PHOTO.width - 10, y: 0, width: 400, height: 500 };
      const { data } = reader.of(photo).read(beyond, PATCH);
      const right = data.filter((_, place) => place % 4 === 3 && (place >> 2) % PATCH.width > 10);
      expect(Math.max(...right)).to.equal(0);
    }
  });

  it('reads the same thumbnail of a copied and of a drawn photo', async () => {
    const { copied, drawn } = await bothPhotos(PHOTO);
    const reader = new PhotoReader(offScreenCanvases);
    const [one, other] = [reader.thumbnail(copied), reader.thumbnail(drawn)];
    expect([one.width, one.height]).to.deep.equal([36, 48]);
    // Chromium's canvas tells places to a sixteenth of a pixel, which shows at edges.
    expect(meanApart(one.data, other.data)).to.be.lessThan(ROUNDING);
    expect(new Set(one.data).size).to.be.greaterThan(50);
  });
});

describe('Photo', () => {
  it('is on a canvas when it is asked for, whichever way it came', async () => {
    const { copied, drawn } = await bothPhotos(PHOTO);
    const [one, other] = [copied, drawn].map(({ surface }) =>
      surface.context.getImageData(0, 0, PHOTO.width, PHOTO.height),
    );
    expect(one?.data).to.deep.equal(other?.data);
  });

  it('leaves canvas and memory to the next one, drawn or not', async () => {
    const { copied } = await bothPhotos(PHOTO);
    const { surface, pixels } = copied.remains;
    expect(surface.canvas.width).to.equal(1);
    expect(pixels).to.equal(copied.pixels);
    expect(copied.surface).to.equal(surface);
    expect(surface.canvas.width).to.equal(PHOTO.width);
  });
});
