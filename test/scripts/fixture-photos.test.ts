import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { fixturePhotos, photoPath } from '../helpers/scenes/photos.ts';

describe('fixture photos', () => {
  it('each has its row, and each row its photo', () => {
    const folder = dirname(photoPath('any'));
    assert.deepEqual(
      fixturePhotos().map(({ file }) => file),
      readdirSync(folder).toSorted(),
    );
  });

  it('fifteen show one face and three show none', () => {
    const showing = (count: number) => fixturePhotos().filter(({ faces }) => faces === count).length;
    assert.deepEqual([showing(1), showing(0)], [15, 3]);
  });

  for (const { file, source, licence, faces, frontal, faceBox } of fixturePhotos()) {
    it(`${file} has a source, a licence, and a face box inside the photo where there is a face`, async () => {
      assert.ok(source && licence);
      assert.equal(faceBox !== null, faces === 1);
      assert.ok(faces === 1 || !frontal);
      if (!faceBox) return;
      const { width, height } = await sharp(photoPath(file)).metadata();
      assert.ok(faceBox.x >= 0 && faceBox.x + faceBox.width <= width);
      assert.ok(faceBox.y >= 0 && faceBox.y + faceBox.height <= height);
    });
  }
});
