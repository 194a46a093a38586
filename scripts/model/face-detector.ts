import { ModelFormatError } from './model-format-error.ts';
import { imageModelMetadata } from './tflite-metadata.ts';
import { TfliteModel } from './tflite-model.ts';

/** Each channel enters the network as -1 to 1. */
const NORMALIZATION = { mean: 127.5, std: 127.5 } as const;
/** Box and key-point offsets, and scores, of the 896 anchors. */
const OUTPUT_NAMES = ['regressors', 'classificators'] as const;

/**
 * Adds to MediaPipe's short-range face detector the metadata that the FaceLandmarker task wants.
 *
 * @param bytes `face_detection_short_range.tflite`
 * @throws ModelFormatError where the bytes are another network, naming what differs
 */
export function composeFaceDetector(file: string, bytes: Uint8Array): Uint8Array {
  const model = new TfliteModel(file, bytes);
  const names = model.outputs().map((tensor) => tensor.name);
  if (names.length !== OUTPUT_NAMES.length || !OUTPUT_NAMES.every((name, i) => name === names[i])) {
    throw new ModelFormatError(
      file,
      `is no face detector: its outputs are ${names.join(', ') || 'none'}, not ${OUTPUT_NAMES.join(', ')}`,
    );
  }
  return model.extended({
    buffers: [imageModelMetadata({ normalization: NORMALIZATION, outputCount: OUTPUT_NAMES.length })],
    metadataBuffer: model.bufferCount,
  });
}
