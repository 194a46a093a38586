import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ModelFormatError } from '../../../scripts/model/model-format-error.ts';
import { packedAsset, readPackedAssets } from '../../../scripts/model/packed-assets.ts';

const DATA = new Uint8Array([1, 2, 3, 4, 5]);
const LIST = [
  { filename: '/models/face.tflite', start: 0, end: 3 },
  { filename: '/models/mesh.tflite', start: 3, end: 5 },
];

function packed(list: unknown, bytes = DATA) {
  return {
    loader: { file: 'loader.js', text: `loadPackage({ "files": ${JSON.stringify(list)}, "size": 5 });` },
    data: { file: 'assets.data', bytes },
  };
}

describe('packed assets', () => {
  it('gives the bytes of each listed file', () => {
    const assets = readPackedAssets(packed(LIST));
    assert.deepEqual([...assets.keys()], ['/models/face.tflite', '/models/mesh.tflite']);
    assert.deepEqual([...packedAsset(assets, 'face.tflite', 'loader.js')], [1, 2, 3]);
    assert.deepEqual([...packedAsset(assets, 'mesh.tflite', 'loader.js')], [4, 5]);
  });

  const [face, mesh] = LIST;
  for (const [what, list, bytes, message] of [
    [
      'data cut short',
      LIST,
      DATA.subarray(0, 4),
      /^assets\.data: is truncated: 4 bytes, and loader\.js lists 5/,
    ],
    ['data cut to nothing', LIST, DATA.subarray(0, 0), /^assets\.data: is truncated/],
    ['data with a tail', LIST, new Uint8Array(6), /^assets\.data: has bytes that no file owns/],
    [
      'a gap',
      [face, { ...mesh, start: 4 }],
      DATA,
      /^loader\.js: lists \/models\/mesh\.tflite .* out of order/,
    ],
    ['an overlap', [face, { ...mesh, start: 2 }], DATA, /^loader\.js: .* out of order/],
    ['an end before its start', [{ ...face, start: 0, end: -1 }], DATA, /^loader\.js: lists a file without/],
    ['a file of negative length', [face, { ...mesh, end: 2 }], DATA, /^loader\.js: .* out of order/],
    ['a name listed twice', [face, { ...face, start: 3, end: 5 }], DATA, /^loader\.js: lists .* twice/],
    [
      'a name that is no absolute path',
      [{ ...face, filename: '../x' }],
      DATA,
      /^loader\.js: lists a file without/,
    ],
    ['a fraction as offset', [{ ...face, end: 2.5 }], DATA, /^loader\.js: lists a file without/],
    ['an entry that is no object', [null], DATA, /^loader\.js: lists a file without/],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.throws(() => readPackedAssets(packed(list, bytes)), isFormatError(message));
    });
  }

  for (const [what, text, message] of [
    ['a foreign script', 'export default 1;', /^loader\.js: is no loader script/],
    ['an empty script', '', /^loader\.js: is no loader script/],
    ['a list cut short', '"files": [{"filename": "/a", ]', /^loader\.js: .* unreadable JSON/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { data } = packed(LIST);
      assert.throws(
        () => readPackedAssets({ loader: { file: 'loader.js', text }, data }),
        isFormatError(message),
      );
    });
  }

  it('names a file that is not listed, or listed in two folders', () => {
    const twice = readPackedAssets(packed([face, { filename: '/other/face.tflite', start: 3, end: 5 }]));
    assert.throws(
      () => packedAsset(twice, 'mesh.tflite', 'loader.js'),
      isFormatError(/^loader\.js: lists no mesh\.tflite/),
    );
    assert.throws(
      () => packedAsset(twice, 'face.tflite', 'loader.js'),
      isFormatError(/^loader\.js: lists more than one face\.tflite/),
    );
  });
});

function isFormatError(message: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof ModelFormatError);
    assert.match(error.message, message);
    return true;
  };
}
