import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { emptyRoom, farFace, goodFace, scene, twoFaces } from '../helpers/scenes.ts';

describe('camera scenes', () => {
  for (const [name, make] of Object.entries({ emptyRoom, farFace, twoFaces, goodFace })) {
    it(`${name} is a baseline JPEG of the camera's size, the same every time`, async () => {
      const [first, second] = [await make(), await make()];
      const { format, width, height, isProgressive, chromaSubsampling } = await sharp(first).metadata();
      assert.deepEqual(
        { format, width, height, isProgressive, chromaSubsampling },
        { format: 'jpeg', width: 1280, height: 720, isProgressive: false, chromaSubsampling: '4:2:0' },
      );
      assert.ok(first.equals(second));
    });
  }

  it('takes any camera size', async () => {
    const { width, height } = await sharp(await goodFace({ width: 640, height: 480 })).metadata();
    assert.deepEqual([width, height], [640, 480]);
  });

  it('shows the colours of a face where it was placed', async () => {
    const face = { file: 'christian.jpg', faceHeight: 0.4, centre: { x: 0.25, y: 0.4 } };
    const skin = await meanColour(await scene({ photos: [face], background: 'room' }), 0.25, 0.4);
    const wall = await meanColour(await emptyRoom(), 0.25, 0.4);
    assert.ok(skin.red > skin.blue * 1.3, `skin is reddish: ${JSON.stringify(skin)}`);
    assert.ok(wall.blue > wall.red, `the window is bluish: ${JSON.stringify(wall)}`);
  });

  it('gets darker by the brightness factor', async () => {
    const photos = [{ file: 'christian.jpg', faceHeight: 0.5 }];
    const bright = await meanColour(await scene({ photos }), 0.5, 0.5);
    const dark = await meanColour(await scene({ photos, brightness: 0.25 }), 0.5, 0.5);
    assert.ok(Math.abs(dark.green / bright.green - 0.25) < 0.03, `${dark.green} of ${bright.green}`);
  });

  for (const [what, file, message] of [
    ['a photo that is no fixture', 'nobody.jpg', /No fixture photo nobody\.jpg/],
    ['a photo without a face', 'team-5.jpg', /shows no face/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(scene({ photos: [{ file, faceHeight: 0.5 }] }), message);
    });
  }

  it('refuses a photo placed outside the frame', async () => {
    const photos = [{ file: 'christian.jpg', faceHeight: 0.2, centre: { x: 3, y: 0.5 } }];
    await assert.rejects(scene({ photos }), /RangeError: The photo was placed outside the frame/);
  });
});

/** Of a square of 40 px around a place in shares of the frame. */
async function meanColour(jpeg: Buffer, x: number, y: number) {
  const { width, height } = await sharp(jpeg).metadata();
  const [red, green, blue] = (
    await sharp(
      await sharp(jpeg)
        .extract({
          left: Math.round(x * width) - 20,
          top: Math.round(y * height) - 20,
          width: 40,
          height: 40,
        })
        .png()
        .toBuffer(),
    ).stats()
  ).channels.map(({ mean }) => mean);
  return { red: red ?? 0, green: green ?? 0, blue: blue ?? 0 };
}
