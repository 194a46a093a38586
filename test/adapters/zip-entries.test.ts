import { expect } from '@open-wc/testing';
import { zipEntryNames } from '../../src/adapters/zip-entries.js';

const END_OF_EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]);

async function bundle(): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch('/public/mediapipe/face_landmarker.task')).arrayBuffer());
}

describe('zipEntryNames', () => {
  it('lists the files of the composed bundle, which has no blendshapes', async () => {
    expect(zipEntryNames(await bundle())).to.deep.equal([
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ]);
  });

  it('finds no whole zip in one that was cut short anywhere', async () => {
    const bytes = await bundle();
    for (const missing of [1, 21, 22, 100, bytes.length / 2, bytes.length - 1, bytes.length]) {
      expect(zipEntryNames(bytes.subarray(0, bytes.length - missing)), `${missing} missing`).to.equal(null);
    }
  });

  it('finds no zip in other bytes', () => {
    expect(zipEntryNames(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).to.equal(null);
  });

  it('reads an empty zip, with and without a comment', () => {
    expect(zipEntryNames(END_OF_EMPTY_ZIP)).to.deep.equal([]);
    const commented = Uint8Array.from([...END_OF_EMPTY_ZIP, 0x68, 0x69]);
    expect(zipEntryNames(commented), 'a comment of undeclared length').to.equal(null);
    commented[20] = 2;
    expect(zipEntryNames(commented)).to.deep.equal([]);
  });

  it('reads a zip with something before its first file, as in the bundle that Google publishes', async () => {
    const bytes = await bundle();
    const shifted = new Uint8Array(bytes.length + 2);
    shifted.set(bytes, 2);
    const view = new DataView(shifted.buffer);
    const directoryOffset = shifted.length - 22 + 16;
    view.setUint32(directoryOffset, view.getUint32(directoryOffset, true) + 2, true);
    expect(zipEntryNames(shifted)).to.have.length(3);
  });
});
