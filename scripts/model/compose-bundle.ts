import { zipSync } from 'fflate';
import { composeAttentionMesh } from './attention-mesh.ts';
import { composeFaceDetector } from './face-detector.ts';
import { packedAsset, type PackedAssets, readPackedAssets } from './packed-assets.ts';

const ATTENTION_MESH = 'face_landmark_with_attention.tflite';
const FACE_DETECTOR = 'face_detection_short_range.tflite';
const GEOMETRY = 'geometry_pipeline_metadata_landmarks.binarypb';

/**
 * Composes the FaceLandmarker bundle (a `.task` file) of the files packed in `@mediapipe/face_mesh`.
 * The same input gives the same bytes, at any time and in any time zone.
 *
 * @throws ModelFormatError where a file is truncated or foreign, naming it
 */
export function composeBundle(packed: PackedAssets): Uint8Array {
  const assets = readPackedAssets(packed);
  const asset = (name: string) => packedAsset(assets, name, packed.loader.file);
  return zipSync(
    {
      'face_detector.tflite': composeFaceDetector(FACE_DETECTOR, asset(FACE_DETECTOR)),
      'face_landmarks_detector.tflite': composeAttentionMesh(ATTENTION_MESH, asset(ATTENTION_MESH)),
      [GEOMETRY]: asset(GEOMETRY),
    },
    { level: 0, mtime: zipDate() },
  );
}

/**
 * 8 July 2022, the day in the npm package's version (0.4.1657299874, in Unix seconds). Zip files hold local time and
 * fflate reads the date's local parts, so the date is made of local parts: no time zone shows in the bytes.
 */
function zipDate(): Date {
  return new Date(2022, 6, 8);
}
