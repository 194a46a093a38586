import { expect } from '@open-wc/testing';
import { normaliseCard } from '../../src/adapters/card-image.js';
import { noise } from '../helpers/noise.js';
import { pngChunk } from '../helpers/png-chunk.js';
import { captureErrorOf, failureOf } from '../helpers/failure.js';

/** A canvas with a red left half and a blue right half. */
function halves(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas;
}

const jpegOf = (canvas: OffscreenCanvas, quality = 0.9) =>
  canvas.convertToBlob({ type: 'image/jpeg', quality });
const pngOf = (canvas: OffscreenCanvas) => canvas.convertToBlob({ type: 'image/png' });
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

async function pixelAt(image: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  context.drawImage(bitmap, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data];
}

/** Puts EXIF behind a JPEG's first two bytes: orientation 6 (turn clockwise to see it) and a maker's name. */
async function withExif(jpeg: Blob): Promise<Blob> {
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2],
    ...[0x01, 0x0f, 0, 2, 0, 0, 0, 4, 0x53, 0x45, 0x43, 0],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
    ...[0, 0, 0, 0],
  ];
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const segment = Uint8Array.from([0xff, 0xe1, 0, content.length + 2, ...content]);
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
}

/** Puts a chunk right behind a PNG's header chunk. */
async function withChunk(png: Blob, name: string, content: string): Promise<Blob> {
  const chunk = pngChunk(name, new TextEncoder().encode(content));
  return new Blob([png.slice(0, 33), chunk, png.slice(33)], { type: 'image/png' });
}

/** A PNG that claims a size and has no pixels. */
function hollowPng(width: number, height: number): Blob {
  const header = new DataView(new ArrayBuffer(25));
  header.setUint32(0, 13);
  [...'IHDR'].forEach((char, index) => header.setUint8(4 + index, char.charCodeAt(0)));
  header.setUint32(8, width);
  header.setUint32(12, height);
  header.setUint8(16, 8);
  header.setUint8(17, 2);
  const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
  return new Blob([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    header.buffer,
    Uint8Array.from(end),
  ]);
}

/** Overwrites the size in a JPEG's frame header. */
async function claiming(jpeg: Blob, width: number, height: number): Promise<Blob> {
  const bytes = await bytesOf(jpeg);
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
  const view = new DataView(bytes.buffer);
  view.setUint16(frame + 5, height);
  view.setUint16(frame + 7, width);
  return new Blob([bytes]);
}

const includes = (bytes: Uint8Array, text: string): boolean =>
  new TextDecoder('latin1').decode(bytes).includes(text);

describe('normaliseCard', () => {
  it('encodes a JPEG anew, at its own size', async () => {
    const card = await normaliseCard(await jpegOf(halves(640, 480)));
    expect(card).to.include({ width: 640, height: 480, reencoded: true });
    expect(card.image.type).to.equal('image/jpeg');
    expect((await pixelAt(card.image, 10, 10))[0]).to.be.greaterThan(200);
  });

  it('turns a photo upright and leaves its metadata behind', async () => {
    const file = await withExif(await jpegOf(halves(640, 480)));
    expect(includes(await bytesOf(file), 'Exif')).to.equal(true);
    const card = await normaliseCard(file);
    expect(card).to.include({ width: 480, height: 640, reencoded: true });
    const [red, , blue] = await pixelAt(card.image, 240, 20);
    expect(red, 'the left half is on top now').to.be.greaterThan(200);
    expect(blue).to.be.lessThan(60);
    const bytes = await bytesOf(card.image);
    expect(includes(bytes, 'Exif')).to.equal(false);
    expect(includes(bytes, 'SEC\0')).to.equal(false);
  });

  it('leaves a small, bare PNG as it is, byte for byte', async () => {
    const file = await pngOf(halves(450, 450));
    const card = await normaliseCard(file);
    expect(card).to.include({ width: 450, height: 450, reencoded: false });
    expect(card.image.type).to.equal('image/png');
    expect(await bytesOf(card.image)).to.deep.equal(await bytesOf(file));
  });

  it('goes by content, not by name and type', async () => {
    const file = new File([await pngOf(halves(450, 450))], 'card.pdf', { type: 'application/pdf' });
    expect((await normaliseCard(file)).image.type).to.equal('image/png');
  });

  it('encodes a PNG with text in it anew', async () => {
    const file = await withChunk(await pngOf(halves(450, 450)), 'tEXt', 'Comment\0at home');
    const card = await normaliseCard(file);
    expect(card.reencoded).to.equal(true);
    expect(card.image.type).to.equal('image/jpeg');
    expect(includes(await bytesOf(card.image), 'at home')).to.equal(false);
  });

  it('puts white behind what is transparent', async () => {
    const canvas = halves(450, 450);
    canvas.getContext('2d')?.clearRect(0, 0, 450, 450);
    const file = await withChunk(await pngOf(canvas), 'tEXt', 'Comment\0x');
    expect((await pixelAt(file, 200, 200))[3]).to.equal(0);
    const { image } = await normaliseCard(file);
    expect(await pixelAt(image, 200, 200)).to.deep.equal([255, 255, 255, 255]);
  });

  it('encodes a PNG over the limit as JPEG, at full size where quality is enough', async () => {
    const file = await pngOf(noise(1000, 800));
    expect(file.size).to.be.greaterThan(1_800_000);
    const card = await normaliseCard(file);
    expect(card).to.include({ width: 1000, height: 800, reencoded: true });
    expect(card.image.size).to.be.at.most(1_800_000);
  });

  it('scales down where quality is not enough, keeping the shape', async () => {
    const card = await normaliseCard(await jpegOf(noise(1200, 900)), { maxBytes: 300_000 });
    expect(card.image.size).to.be.at.most(300_000);
    expect(card.width).to.be.lessThan(1200);
    expect(card.height).to.be.at.least(450);
    expect(card.width / card.height).to.be.closeTo(4 / 3, 0.01);
    const bitmap = await createImageBitmap(card.image);
    expect([bitmap.width, bitmap.height]).to.deep.equal([card.width, card.height]);
  });

  it('gives up at 450 pixels', async () => {
    const file = await jpegOf(noise(700, 500));
    const error = await captureErrorOf(() => normaliseCard(file, { maxBytes: 5000 }));
    expect(error.code).to.equal('CARD_TOO_LARGE');
    expect(error.recoverable).to.equal(true);
  });

  it('takes a file over 3 MB', async () => {
    const file = await jpegOf(noise(2400, 1800), 1);
    expect(file.size).to.be.greaterThan(3_000_000);
    expect((await normaliseCard(file)).image.size).to.be.at.most(1_800_000);
  });

  for (const [width, height, fits] of [
    [450, 450, true],
    [449, 450, false],
    [450, 449, false],
    [449, 3000, false],
  ] as const) {
    it(`${fits ? 'takes' : 'refuses'} ${width}×${height}`, async () => {
      const file = await jpegOf(halves(width, height));
      if (fits) {
        expect(await normaliseCard(file)).to.include({ width, height });
      } else {
        expect((await captureErrorOf(() => normaliseCard(file))).code).to.equal('CARD_TOO_SMALL');
      }
    });
  }

  for (const [width, height] of [
    [50_000, 50_000],
    [16_385, 450],
    [450, 16_385],
    [10_000, 5_001],
  ] as const) {
    it(`refuses a PNG that claims ${width}×${height}`, async () => {
      const error = await captureErrorOf(() => normaliseCard(hollowPng(width, height)));
      expect(error.code).to.equal('CARD_TOO_LARGE');
    });
  }

  it('looks into a PNG that claims exactly the limit, and finds no pixels', async () => {
    const error = await captureErrorOf(() => normaliseCard(hollowPng(10_000, 5_000)));
    expect(error.code).to.equal('CARD_CORRUPT');
  });

  it('refuses a JPEG that claims 60000×60000', async () => {
    const file = await claiming(await jpegOf(halves(500, 500)), 60_000, 60_000);
    expect((await captureErrorOf(() => normaliseCard(file))).code).to.equal('CARD_TOO_LARGE');
  });

  const truncated = [
    ['JPEG', jpegOf, 0.5],
    ['JPEG', jpegOf, 0.99],
    ['PNG', pngOf, 0.5],
    ['PNG', pngOf, 0.99],
  ] as const;
  for (const [name, encode, share] of truncated) {
    it(`refuses a ${name} of which ${share * 100} % arrived`, async () => {
      const file = await encode(noise(500, 500));
      const cut = file.slice(0, Math.floor(file.size * share));
      expect((await captureErrorOf(() => normaliseCard(cut))).code).to.equal('CARD_CORRUPT');
    });
  }

  it('refuses a PNG whose pixels are damaged', async () => {
    const bytes = await bytesOf(await pngOf(noise(500, 500)));
    bytes.fill(0, bytes.length >> 2, bytes.length >> 1);
    expect((await captureErrorOf(() => normaliseCard(new Blob([bytes])))).code).to.equal('CARD_CORRUPT');
  });

  for (const [name, start, code] of [
    ['an empty file', '', 'CARD_NOT_AN_IMAGE'],
    ['text', 'not a card', 'CARD_NOT_AN_IMAGE'],
    ['a PDF', '%PDF-1.7', 'CARD_NOT_AN_IMAGE'],
    ['a GIF', 'GIF89a', 'CARD_NOT_AN_IMAGE'],
    ['a WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'CARD_NOT_AN_IMAGE'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'CARD_HEIC'],
    ['a JPEG of three bytes', '\xff\xd8\xff', 'CARD_CORRUPT'],
  ] as const) {
    it(`refuses ${name}`, async () => {
      const file = new Blob([Uint8Array.from(start, (char) => char.charCodeAt(0))], { type: 'image/jpeg' });
      const error = await captureErrorOf(() => normaliseCard(file));
      expect(error.code).to.equal(code);
      expect(error.recoverable).to.equal(true);
    });
  }

  it('passes an abort through, before and while it works', async () => {
    const file = await jpegOf(noise(600, 600));
    const before = await failureOf(() => normaliseCard(file, { signal: AbortSignal.abort() }));
    expect(before).to.be.instanceOf(DOMException).with.property('name', 'AbortError');
    const controller = new AbortController();
    const work = normaliseCard(file, { signal: controller.signal });
    controller.abort();
    expect(await failureOf(() => work))
      .to.be.instanceOf(DOMException)
      .with.property('name', 'AbortError');
  });
});
