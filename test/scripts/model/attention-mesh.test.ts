import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { landmarkIndices } from '../../../scripts/model/attention-mesh-layout.ts';
import { composeAttentionMesh } from '../../../scripts/model/attention-mesh.ts';
import { composeFaceDetector } from '../../../scripts/model/face-detector.ts';
import { ModelFormatError } from '../../../scripts/model/model-format-error.ts';
import { TfliteModel } from '../../../scripts/model/tflite-model.ts';
import { realAsset } from './face-mesh-package.ts';

const COMPOSERS = [
  ['face_landmark_with_attention.tflite', composeAttentionMesh],
  ['face_detection_short_range.tflite', composeFaceDetector],
] as const;
const SEED = 0x5eed;

describe('attention mesh', () => {
  it('picks x, y and z of 478 landmarks out of the joined outputs', () => {
    const indices = landmarkIndices();
    assert.equal(indices.length, 478 * 3);
    assert.ok(indices.every((index) => Number.isInteger(index) && index >= 0 && index < 1870));
  });

  // Starts: mesh 0, lips 1404, left eye 1564, right eye 1706, left iris 1848, right iris 1858, presence 1868, unit 1869.
  for (const [landmark, what, expected] of [
    [1, 'the nose tip is not refined', [3, 4, 5]],
    [61, 'the first point of the lips', [1404, 1405, 61 * 3 + 2]],
    [407, 'the last point of the lips', [1562, 1563, 407 * 3 + 2]],
    [33, 'the first point of the left eye', [1564, 1565, 33 * 3 + 2]],
    [193, 'the last point of the left eye', [1704, 1705, 193 * 3 + 2]],
    [263, 'the first point of the right eye', [1706, 1707, 263 * 3 + 2]],
    [468, 'the left iris, as deep as the lid', [1848, 1849, 159 * 3 + 2]],
    [469, 'carries the presence logit', [1850, 1851, 1868]],
    [470, 'carries the unit', [1852, 1853, 1869]],
    [472, 'the last point of the left iris', [1856, 1857, 159 * 3 + 2]],
    [473, 'the right iris, as deep as the lid', [1858, 1859, 386 * 3 + 2]],
    [477, 'the last point of the right iris', [1866, 1867, 386 * 3 + 2]],
  ] as const) {
    it(`landmark ${landmark}: ${what}`, () => {
      assert.deepEqual(landmarkIndices().slice(landmark * 3, landmark * 3 + 3), expected);
    });
  }

  it('turns seven outputs into landmarks and presence, and keeps the input', () => {
    const composed = composeAttentionMesh('mesh', realAsset('face_landmark_with_attention.tflite'));
    const model = new TfliteModel('composed', composed);
    assert.deepEqual(
      model.outputs().map(({ name, shape }) => [name, shape]),
      [
        ['landmarks', [1, 1, 1, 1434]],
        ['conv_faceflag', [1, 1, 1, 1]],
      ],
    );
    assert.deepEqual(model.inputs()[0]?.shape, [1, 192, 192, 3]);
  });

  it('refuses the mesh without attention, naming the output that it lacks', () => {
    assert.throws(
      () => composeAttentionMesh('plain.tflite', realAsset('face_landmark.tflite')),
      /^ModelFormatError: plain\.tflite: has no output output_mesh_identity; its outputs are: conv2d_21, conv2d_31/,
    );
  });

  it('refuses a network in the place of the face detector', () => {
    assert.throws(
      () => composeFaceDetector('mesh.tflite', realAsset('face_landmark.tflite')),
      /^ModelFormatError: mesh\.tflite: is no face detector: its outputs are conv2d_21/,
    );
  });
});

for (const [file, compose] of COMPOSERS) {
  describe(`damaged ${file}`, () => {
    const whole = realAsset(file);

    for (const share of [0, 0.0001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      it(`cut to ${share * 100} % is refused by name`, () => {
        const cut = whole.subarray(0, Math.floor(whole.length * share));
        assert.throws(
          () => compose(file, cut),
          (error) => error instanceof ModelFormatError && error.message.startsWith(`${file}: `),
        );
      });
    }

    it('with random bytes changed composes or is refused by name, and nothing else happens', () => {
      const random = seededRandom(SEED);
      for (let round = 0; round < 60; round += 1) {
        const damaged = whole.slice();
        // References and lengths stand at both ends of these files; the weights between them are only copied.
        const from = random() < 0.5 ? 0 : damaged.length - 40_000;
        for (let i = 0; i < 8; i += 1) {
          damaged[from + Math.floor(random() * 40_000)] = Math.floor(random() * 256);
        }
        try {
          compose(file, damaged);
        } catch (error) {
          assert.ok(error instanceof ModelFormatError, `seed ${SEED}, round ${round}: ${String(error)}`);
        }
      }
    });
  });
}

/** Numerical Recipes' linear congruential generator, 0 to 1. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
