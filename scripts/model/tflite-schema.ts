/**
 * Field indices and enum values of TensorFlow Lite's model format, as far as this project needs them.
 * Source: tensorflow/lite/schema/schema.fbs in the TensorFlow repository (schema version 3).
 */

export const TFLITE_IDENTIFIER = 'TFL3';
export const SCHEMA_VERSION = 3;

export const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
} as const;

export const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 } as const;

export const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3 } as const;

/** The code stands twice: as a byte for old readers (`deprecated_builtin_code`) and as an int. */
export const OPERATOR_CODE = { deprecatedBuiltinCode: 0, customCode: 1, version: 2, builtinCode: 3 } as const;

export const OPERATOR = {
  opcodeIndex: 0,
  inputs: 1,
  outputs: 2,
  builtinOptionsType: 3,
  builtinOptions: 4,
} as const;

export const BUFFER = { data: 0 } as const;

export const METADATA = { name: 0, buffer: 1 } as const;

export const CONCATENATION_OPTIONS = { axis: 0, fusedActivationFunction: 1 } as const;

export const GATHER_OPTIONS = { axis: 0 } as const;

export const TENSOR_TYPE = { float32: 0, int32: 2 } as const;

export const BUILTIN_OPERATOR = { concatenation: 2, gather: 36 } as const;

export const BUILTIN_OPTIONS = { concatenation: 10, gather: 23 } as const;

export const ACTIVATION_FUNCTION = { none: 0 } as const;
