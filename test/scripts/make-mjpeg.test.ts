import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { makeMjpeg } from '../../scripts/make-mjpeg.ts';

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

describe('film for the fake camera', () => {
  it('shows each scene for its time, in their order, in frames that all decode', async () => {
    const film = makeMjpeg(
      [
        { jpeg: await plain('red'), seconds: 1 },
        { jpeg: await plain('blue'), seconds: 0.5 },
      ],
      10,
    );
    const frames = framesOf(film);
    assert.equal(frames.length, 15);
    for (const [i, frame] of frames.entries()) {
      const { data, info } = await sharp(frame).raw().toBuffer({ resolveWithObject: true });
      assert.deepEqual([info.width, info.height], [64, 48]);
      const [red = 0, , blue = 0] = data;
      assert.equal(red > blue ? 'red' : 'blue', i < 10 ? 'red' : 'blue', `frame ${i}`);
    }
  });

  it('counts 30 frames a second, as Chromium plays them', async () => {
    assert.equal(framesOf(makeMjpeg([{ jpeg: await plain('red'), seconds: 2 }])).length, 60);
  });

  for (const seconds of [0, -1, 0.01, Number.NaN]) {
    it(`refuses a scene of ${seconds} s`, async () => {
      const jpeg = await plain('red');
      assert.throws(() => makeMjpeg([{ jpeg, seconds }], 30), /^RangeError: Scene 1 would last/);
    });
  }
});

function plain(background: string): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** Compressed data escapes 0xFF, so the end marker stands nowhere else in these files. */
function framesOf(film: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let start = 0; start < film.length;) {
    const end = film.indexOf(END_OF_IMAGE, start);
    assert.ok(end > start, 'a frame without an end');
    frames.push(film.subarray(start, end + END_OF_IMAGE.length));
    start = end + END_OF_IMAGE.length;
  }
  return frames;
}
