import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { composeBundle } from '../../../scripts/model/compose-bundle.ts';
import { realPackedAssets } from './face-mesh-package.ts';

/** Of the bundle whose accuracy and speed were measured against Google's. */
const KNOWN_LENGTH = 2762976;
const KNOWN_SHA256 = '04af54ac787983a7580b6453483096f6352a1ef38c327860c14b5bd06b7ea92e';

describe('composed bundle', () => {
  it('is the known one, byte for byte, every time', () => {
    for (const bundle of [composeBundle(realPackedAssets()), composeBundle(realPackedAssets())]) {
      assert.equal(bundle.length, KNOWN_LENGTH);
      assert.equal(sha256(bundle), KNOWN_SHA256);
    }
  });

  for (const zone of ['UTC', 'Pacific/Apia', 'America/St_Johns']) {
    it(`is the same where the clock shows ${zone}`, () => {
      assert.deepEqual(composeInZone(zone), { zone, sha256: KNOWN_SHA256 });
    });
  }

  it('holds the two networks and the geometry under the names that the task looks for', () => {
    assert.deepEqual(Object.keys(unzipSync(composeBundle(realPackedAssets()))), [
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ]);
  });

  it('refuses packed data that is cut short, naming the file', () => {
    const { loader, data } = realPackedAssets();
    const cut = { file: data.file, bytes: data.bytes.subarray(0, 3_000_000) };
    assert.throws(
      () => composeBundle({ loader, data: cut }),
      /^ModelFormatError: assets\.data: is truncated/,
    );
  });

  it('refuses packed data of the right length that is something else, naming the packed file', () => {
    const { loader, data } = realPackedAssets();
    const foreign = { file: data.file, bytes: new Uint8Array(data.bytes.length) };
    assert.throws(
      () => composeBundle({ loader, data: foreign }),
      /^ModelFormatError: face_\w+\.tflite: is no TFL3 flatbuffer/,
    );
  });
});

function composeInZone(zone: string): unknown {
  const program = `
    import { createHash } from 'node:crypto';
    import { composeBundle } from ${moduleUrl('../../../scripts/model/compose-bundle.ts')};
    import { realPackedAssets } from ${moduleUrl('./face-mesh-package.ts')};
    const sha256 = createHash('sha256').update(composeBundle(realPackedAssets())).digest('hex');
    console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, sha256 }));
  `;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

function moduleUrl(path: string): string {
  return JSON.stringify(new URL(path, import.meta.url).href);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
