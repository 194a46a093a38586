import { expect } from '@open-wc/testing';
import { normaliseCard } from '../../src/adapters/card-image.js';
import { captureErrorOf } from '../helpers/failure.js';
import { pngChunk } from '../helpers/png-chunk.js';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);
const ROWS_AT_ONCE = 500;

/** A whole PNG of black pixels, one bit each: nothing is missing, and nothing but its size is odd. */
async function blackPng(side: number): Promise<Blob> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, side);
  header.setUint32(4, side);
  header.setUint8(8, 1);
  const bytesInRow = 1 + Math.ceil(side / 8);
  let left = side;
  const rows = new ReadableStream<BufferSource>({
    pull(controller) {
      const count = Math.min(left, ROWS_AT_ONCE);
      left -= count;
      if (count > 0) controller.enqueue(new Uint8Array(count * bytesInRow));
      else controller.close();
    },
  });
  const pixels = await new Response(rows.pipeThrough(new CompressionStream('deflate'))).arrayBuffer();
  return new Blob([
    SIGNATURE,
    pngChunk('IHDR', new Uint8Array(header.buffer)),
    pngChunk('IDAT', new Uint8Array(pixels)),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

describe('a decompression bomb in place of an ID card', () => {
  const decode = globalThis.createImageBitmap;
  let decoded = 0;

  beforeEach(() => {
    decoded = 0;
    globalThis.createImageBitmap = new Proxy(decode, {
      apply(target, self, words) {
        decoded += 1;
        return Reflect.apply(target, self, words) as Promise<ImageBitmap>;
      },
    });
  });

  afterEach(() => (globalThis.createImageBitmap = decode));

  it('of 50,000 × 50,000 pixels in 300 kB is refused before it is decoded', async () => {
    const bomb = await blackPng(50_000);
    expect(bomb.size).to.be.below(400_000);
    const error = await captureErrorOf(() => normaliseCard(bomb));
    expect(error.code).to.equal('CARD_TOO_LARGE');
    expect(error.message).to.contain('50000×50000');
    expect(decoded).to.equal(0);
  });

  it('is a picture in every other way: a small one of its kind is decoded and taken', async () => {
    const card = await normaliseCard(await blackPng(450));
    expect(card).to.include({ width: 450, height: 450 });
    expect(decoded).to.equal(1);
  });
});
