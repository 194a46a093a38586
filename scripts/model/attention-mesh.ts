import {
  JOINED_LENGTH,
  landmarkIndices,
  OUTPUT_SPANS,
  type OutputName,
  UNIT,
} from './attention-mesh-layout.ts';
import type { TableNode } from './flatbuffer-prepend.ts';
import { ModelFormatError } from './model-format-error.ts';
import { imageModelMetadata } from './tflite-metadata.ts';
import { int32s, table, TfliteModel } from './tflite-model.ts';
import { ACTIVATION_FUNCTION, BUILTIN_OPERATOR, BUILTIN_OPTIONS, TENSOR_TYPE } from './tflite-schema.ts';

const OUTPUT_NAMES = Object.keys(OUTPUT_SPANS) as OutputName[];
/** All outputs are 1 × 1 × 1 × n, so they are joined, and picked from, along the last axis. */
const LAST_AXIS = 3;
const OPERATOR_VERSION = 1;
/** Each channel enters the network as 0 to 1. */
const NORMALIZATION = { mean: 0, std: 255 } as const;
/** TFLite's buffer 0 is the empty one, of tensors without constant data. */
const NO_DATA = 0;

/**
 * Makes of MediaPipe's attention mesh the network that the FaceLandmarker task expects: one CONCATENATION joins
 * its seven outputs, one GATHER picks 478 × 3 landmark coordinates from them. What comes out are these landmarks
 * (in pixels of the 192 × 192 input) and the face-presence logit.
 *
 * @param bytes `face_landmark_with_attention.tflite`
 * @throws ModelFormatError where the bytes are another network, naming what differs
 */
export function composeAttentionMesh(file: string, bytes: Uint8Array): Uint8Array {
  const model = new TfliteModel(file, bytes);
  const outputs = outputTensors(model);
  const indices = landmarkIndices();

  const concatenation = model.operatorCodeCount;
  const gather = concatenation + 1;
  const joined = model.tensorCount;
  const indexTensor = joined + 1;
  const landmarks = joined + 2;
  const unit = joined + 3;
  const indexBuffer = model.bufferCount;
  const unitBuffer = indexBuffer + 1;
  const metadataBuffer = indexBuffer + 2;

  return model.extended({
    operatorCodes: [operatorCode(BUILTIN_OPERATOR.concatenation), operatorCode(BUILTIN_OPERATOR.gather)],
    buffers: [
      littleEndian(indices, 'setInt32'),
      littleEndian([UNIT.value], 'setFloat32'),
      imageModelMetadata({ normalization: NORMALIZATION, outputCount: 2 }),
    ],
    tensors: [
      tensor('all', [1, 1, 1, JOINED_LENGTH], TENSOR_TYPE.float32, NO_DATA),
      tensor('indices', [indices.length], TENSOR_TYPE.int32, indexBuffer),
      tensor('landmarks', [1, 1, 1, indices.length], TENSOR_TYPE.float32, NO_DATA),
      tensor('unit', [1, 1, 1, 1], TENSOR_TYPE.float32, unitBuffer),
    ],
    operators: [
      table(
        { kind: 'uint32', value: concatenation },
        int32s([...OUTPUT_NAMES.map((name) => outputs[name]), unit]),
        int32s([joined]),
        { kind: 'uint8', value: BUILTIN_OPTIONS.concatenation },
        table({ kind: 'int32', value: LAST_AXIS }, { kind: 'uint8', value: ACTIVATION_FUNCTION.none }),
      ),
      table(
        { kind: 'uint32', value: gather },
        int32s([joined, indexTensor]),
        int32s([landmarks]),
        { kind: 'uint8', value: BUILTIN_OPTIONS.gather },
        table({ kind: 'int32', value: LAST_AXIS }),
      ),
    ],
    outputs: [landmarks, outputs.conv_faceflag],
    metadataBuffer,
  });
}

/** Indices of the seven output tensors, each checked for its shape. */
function outputTensors(model: TfliteModel): Readonly<Record<OutputName, number>> {
  const found = model.outputs();
  const pairs = OUTPUT_NAMES.map((name) => {
    const output = found.find((tensor) => tensor.name === name);
    if (!output) {
      const names = found.map((tensor) => tensor.name).join(', ') || 'none';
      throw new ModelFormatError(model.file, `has no output ${name}; its outputs are: ${names}`);
    }
    const shape = output.shape.join(' × ');
    const expected = `1 × 1 × 1 × ${OUTPUT_SPANS[name].length}`;
    if (shape !== expected || output.type !== TENSOR_TYPE.float32) {
      throw new ModelFormatError(
        model.file,
        `has an output ${name} that is not ${expected} floats but ${shape}`,
      );
    }
    return [name, output.index] as const;
  });
  return Object.fromEntries(pairs) as Record<OutputName, number>;
}

function operatorCode(builtin: number): TableNode {
  return table(
    { kind: 'uint8', value: builtin },
    undefined,
    { kind: 'int32', value: OPERATOR_VERSION },
    { kind: 'int32', value: builtin },
  );
}

function tensor(name: string, shape: readonly number[], type: number, buffer: number): TableNode {
  return table(
    int32s(shape),
    { kind: 'uint8', value: type },
    { kind: 'uint32', value: buffer },
    { kind: 'text', text: name },
  );
}

function littleEndian(values: readonly number[], setter: 'setInt32' | 'setFloat32'): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => view[setter](4 * i, value, true));
  return new Uint8Array(view.buffer);
}
