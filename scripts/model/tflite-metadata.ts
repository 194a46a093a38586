import { Builder } from 'flatbuffers';

/**
 * Field indices of TFLite's model metadata with the number of fields of each table.
 * Source: tensorflow/lite/schema/metadata_schema.fbs (TensorFlow Lite Support), file identifier "M001".
 */
const MODEL_METADATA = { fields: 7, subgraphMetadata: 3 } as const;
const SUBGRAPH_METADATA = { fields: 6, inputTensors: 2, outputTensors: 3 } as const;
const TENSOR_METADATA = { fields: 7, content: 3, processUnits: 4 } as const;
const CONTENT = { fields: 3, propertiesType: 0, properties: 1 } as const;
const IMAGE_PROPERTIES = { fields: 2, colorSpace: 0 } as const;
const PROCESS_UNIT = { fields: 2, optionsType: 0, options: 1 } as const;
const NORMALIZATION = { fields: 2, mean: 0, std: 1 } as const;
const CONTENT_PROPERTIES_IMAGE = 2;
const COLOR_SPACE_RGB = 1;
const PROCESS_UNIT_NORMALIZATION = 1;
const IDENTIFIER = 'M001';

/** Name under which a model keeps this block, by TFLite's convention. */
export const METADATA_NAME = 'TFLITE_METADATA';

export interface ImageModel {
  /** Each channel value (0 to 255) enters the network as `(value - mean) / std`. */
  readonly normalization: { readonly mean: number; readonly std: number };
  readonly outputCount: number;
}

/** The metadata block of a model whose one input is an RGB image and whose outputs need no description. */
export function imageModelMetadata({ normalization, outputCount }: ImageModel): Uint8Array {
  const builder = new Builder();

  const mean = float32s(builder, [normalization.mean]);
  const std = float32s(builder, [normalization.std]);
  builder.startObject(NORMALIZATION.fields);
  builder.addFieldOffset(NORMALIZATION.mean, mean, 0);
  builder.addFieldOffset(NORMALIZATION.std, std, 0);
  const normalizationOptions = builder.endObject();

  builder.startObject(PROCESS_UNIT.fields);
  builder.addFieldInt8(PROCESS_UNIT.optionsType, PROCESS_UNIT_NORMALIZATION, 0);
  builder.addFieldOffset(PROCESS_UNIT.options, normalizationOptions, 0);
  const processUnits = offsets(builder, [builder.endObject()]);

  builder.startObject(IMAGE_PROPERTIES.fields);
  builder.addFieldInt8(IMAGE_PROPERTIES.colorSpace, COLOR_SPACE_RGB, 0);
  const imageProperties = builder.endObject();

  builder.startObject(CONTENT.fields);
  builder.addFieldInt8(CONTENT.propertiesType, CONTENT_PROPERTIES_IMAGE, 0);
  builder.addFieldOffset(CONTENT.properties, imageProperties, 0);
  const content = builder.endObject();

  builder.startObject(TENSOR_METADATA.fields);
  builder.addFieldOffset(TENSOR_METADATA.content, content, 0);
  builder.addFieldOffset(TENSOR_METADATA.processUnits, processUnits, 0);
  const input = builder.endObject();

  const outputs = Array.from({ length: outputCount }, () => {
    builder.startObject(TENSOR_METADATA.fields);
    return builder.endObject();
  });

  const inputTensors = offsets(builder, [input]);
  const outputTensors = offsets(builder, outputs);
  builder.startObject(SUBGRAPH_METADATA.fields);
  builder.addFieldOffset(SUBGRAPH_METADATA.inputTensors, inputTensors, 0);
  builder.addFieldOffset(SUBGRAPH_METADATA.outputTensors, outputTensors, 0);
  const subgraphs = offsets(builder, [builder.endObject()]);

  builder.startObject(MODEL_METADATA.fields);
  builder.addFieldOffset(MODEL_METADATA.subgraphMetadata, subgraphs, 0);
  builder.finish(builder.endObject(), IDENTIFIER);
  return builder.asUint8Array();
}

/** The builder writes from the end, so vectors are added last entry first. */
function float32s(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addFloat32(value);
  return builder.endVector();
}

function offsets(builder: Builder, targets: readonly number[]): number {
  builder.startVector(4, targets.length, 4);
  for (const target of targets.toReversed()) builder.addOffset(target);
  return builder.endVector();
}
