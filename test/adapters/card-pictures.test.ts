import { expect } from '@open-wc/testing';
import { CardPictures } from '../../src/adapters/card-pictures.js';
import { cardFrame, type CardFrame } from '../../src/core/card-frame.js';
import { noise } from '../helpers/noise.js';

const CAMERA = { width: 1280, height: 720 };
const signal = new AbortController().signal;

function frameOf(camera = CAMERA): CardFrame {
  const frame = cardFrame(camera, 'id-1');
  if (!frame) throw new Error('There is no frame.');
  return frame;
}

/** A blue picture with a red view, a green photo and a white frame. */
function nested({ view, photo, frame }: CardFrame): OffscreenCanvas {
  const canvas = new OffscreenCanvas(CAMERA.width, CAMERA.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas.');
  context.fillStyle = '#00f';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [colour, { x, y, width, height }] of [
    ['#f00', view],
    ['#0f0', photo],
    ['#fff', frame],
  ] as const) {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  }
  return canvas;
}

async function coloursOf(image: Blob, points: readonly (readonly [number, number])[]): Promise<string[]> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas.');
  context.drawImage(bitmap, 0, 0);
  return points.map(([x, y]) =>
    [...context.getImageData(x, y, 1, 1).data.slice(0, 3)].map((level) => (level > 128 ? 1 : 0)).join(''),
  );
}

describe('CardPictures', () => {
  it('measures the view, with the frame at its place', () => {
    const frame = frameOf();
    const patch = new CardPictures(nested(frame)).patch(frame);
    expect([patch.large.width, patch.large.height]).to.deep.equal([480, 360]);
    expect([patch.small.width, patch.small.height]).to.deep.equal([240, 180]);
    const { x, y, width, height } = patch.frame;
    const at = (px: number, py: number) =>
      [...patch.small.data.slice(4 * (Math.round(py) * 240 + Math.round(px))).slice(0, 3)].join();
    expect(at(1, 1), 'the view begins at once').to.equal('255,0,0');
    expect(at(x + 3, y + 3)).to.equal('255,255,255');
    expect(at(x + width - 4, y + height - 4)).to.equal('255,255,255');
    expect(at(x - 3, y + height / 2)).to.equal('0,255,0');
  });

  it('gives the photo region at full size, upright and not mirrored', async () => {
    const frame = frameOf();
    const source = nested(frame);
    const context = source.getContext('2d');
    if (!context) throw new Error('This browser has no 2d canvas.');
    context.fillStyle = '#000';
    context.fillRect(frame.photo.x, frame.photo.y, 20, 20);
    const pictures = new CardPictures(source);
    pictures.keep(frame);
    const { image, width, height } = await pictures.photo(signal);
    expect(image.type).to.equal('image/jpeg');
    expect([width, height]).to.deep.equal([frame.photo.width, frame.photo.height]);
    const colours = await coloursOf(image, [
      [4, 4],
      [width - 5, height - 5],
      [Math.round(width / 2), Math.round(height / 2)],
    ]);
    expect(colours, 'black is where it was, left above').to.deep.equal(['000', '010', '111']);
  });

  it('keeps what was shown when it was asked to, not what came after', async () => {
    const frame = frameOf();
    const source = nested(frame);
    const pictures = new CardPictures(source);
    pictures.keep(frame);
    const context = source.getContext('2d');
    if (!context) throw new Error('This browser has no 2d canvas.');
    context.fillStyle = '#000';
    context.fillRect(0, 0, source.width, source.height);
    const { image } = await pictures.photo(signal);
    expect(await coloursOf(image, [[4, 4]])).to.deep.equal(['010']);
  });

  it('brings a large and noisy picture within the limit of bytes', async () => {
    const camera = { width: 1920, height: 1080 };
    const pictures = new CardPictures(noise(camera.width, camera.height));
    pictures.keep(frameOf(camera));
    expect((await pictures.photo(signal)).image.size).to.be.at.most(1_800_000);
  });

  it('stops encoding where nobody wants it any more', async () => {
    const pictures = new CardPictures(nested(frameOf()));
    pictures.keep(frameOf());
    const reason: unknown = await pictures.photo(AbortSignal.abort()).catch((error: unknown) => error);
    expect(reason).to.include({ name: 'AbortError' });
  });
});
