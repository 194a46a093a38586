import {
  type Field,
  type Node,
  type OldNode,
  prependFlatbuffer,
  type TableNode,
} from './flatbuffer-prepend.ts';
import { FlatbufferReader, type Position } from './flatbuffer-reader.ts';
import { ModelFormatError } from './model-format-error.ts';
import { METADATA_NAME } from './tflite-metadata.ts';
import { BUFFER, MODEL, SCHEMA_VERSION, SUBGRAPH, TENSOR, TFLITE_IDENTIFIER } from './tflite-schema.ts';

/** A tensor of a network; `index` is how operators name it. */
export interface Tensor {
  readonly index: number;
  readonly name: string;
  readonly shape: readonly number[];
  /** A value of `TENSOR_TYPE`. */
  readonly type: number;
}

/** What is added to a network. New entries come after the old ones, so old indices stay as they are. */
export interface Additions {
  readonly operatorCodes?: readonly TableNode[];
  readonly tensors?: readonly TableNode[];
  readonly operators?: readonly TableNode[];
  readonly buffers?: readonly Uint8Array[];
  /** Indices of the output tensors; the old ones where left out. */
  readonly outputs?: readonly number[];
  /** Which buffer (by index, new ones counted on) holds the TFLite metadata. */
  readonly metadataBuffer: number;
}

/** A TensorFlow Lite network with one subgraph, read as far as needed to add to it. */
export class TfliteModel {
  readonly #reader: FlatbufferReader;
  readonly #model: Position;
  readonly #subgraph: Position;

  /** @throws ModelFormatError where the bytes are no such network */
  constructor(file: string, bytes: Uint8Array) {
    this.#reader = new FlatbufferReader(file, bytes);
    this.#model = this.#reader.root(TFLITE_IDENTIFIER);
    const version = this.#reader.uint32(this.#model, MODEL.version, 0);
    if (version !== SCHEMA_VERSION) {
      throw new ModelFormatError(file, `has schema version ${version}, not ${SCHEMA_VERSION}`);
    }
    const [subgraph, ...others] = this.#reader.tables(this.#model, MODEL.subgraphs);
    if (subgraph === undefined || others.length > 0) {
      throw new ModelFormatError(file, 'does not have exactly one subgraph');
    }
    this.#subgraph = subgraph;
    this.#checkBuffers();
  }

  get file(): string {
    return this.#reader.file;
  }

  get operatorCodeCount(): number {
    return this.#reader.tables(this.#model, MODEL.operatorCodes).length;
  }

  get tensorCount(): number {
    return this.#reader.tables(this.#subgraph, SUBGRAPH.tensors).length;
  }

  get bufferCount(): number {
    return this.#reader.tables(this.#model, MODEL.buffers).length;
  }

  inputs(): Tensor[] {
    return this.#reader.int32s(this.#subgraph, SUBGRAPH.inputs).map((index) => this.#tensor(index));
  }

  outputs(): Tensor[] {
    return this.#reader.int32s(this.#subgraph, SUBGRAPH.outputs).map((index) => this.#tensor(index));
  }

  /** The network with the additions; its last bytes are the old network's. */
  extended(additions: Additions): Uint8Array {
    const { operatorCodes = [], tensors = [], operators = [], buffers = [] } = additions;
    const subgraph = table(
      this.#grown(this.#subgraph, SUBGRAPH.tensors, tensors),
      int32s(this.#reader.int32s(this.#subgraph, SUBGRAPH.inputs)),
      int32s(additions.outputs ?? this.#reader.int32s(this.#subgraph, SUBGRAPH.outputs)),
      this.#grown(this.#subgraph, SUBGRAPH.operators, operators),
      this.#kept(this.#subgraph, SUBGRAPH.name),
    );
    const model = table(
      { kind: 'uint32', value: SCHEMA_VERSION },
      this.#grown(this.#model, MODEL.operatorCodes, operatorCodes),
      { kind: 'tables', items: [subgraph] },
      this.#kept(this.#model, MODEL.description),
      this.#grown(
        this.#model,
        MODEL.buffers,
        buffers.map((bytes) => table({ kind: 'bytes', bytes })),
      ),
      undefined, // `metadata_buffer` is deprecated: `metadata` replaces it.
      this.#grown(this.#model, MODEL.metadata, [
        table({ kind: 'text', text: METADATA_NAME }, { kind: 'uint32', value: additions.metadataBuffer }),
      ]),
    );
    return prependFlatbuffer(this.#reader.bytes, model, TFLITE_IDENTIFIER);
  }

  /** Nothing else looks at the weights, and a truncated file lacks just those. */
  #checkBuffers(): void {
    for (const buffer of this.#reader.tables(this.#model, MODEL.buffers)) {
      this.#reader.uint8s(buffer, BUFFER.data);
    }
  }

  #tensor(index: number): Tensor {
    const at = this.#reader.tables(this.#subgraph, SUBGRAPH.tensors)[index];
    if (at === undefined)
      throw new ModelFormatError(this.file, `names tensor ${index}, which it does not have`);
    return {
      index,
      name: this.#reader.text(at, TENSOR.name),
      shape: this.#reader.int32s(at, TENSOR.shape),
      type: this.#reader.uint8(at, TENSOR.type, 0),
    };
  }

  #grown(owner: Position, index: number, added: readonly TableNode[]): Node {
    const old = this.#reader.tables(owner, index).map((position): OldNode => ({ kind: 'old', position }));
    return { kind: 'tables', items: [...old, ...added] };
  }

  #kept(owner: Position, index: number): OldNode | undefined {
    const position = this.#reader.reference(owner, index);
    return position === undefined ? undefined : { kind: 'old', position };
  }
}

/** A table node from its fields in the schema's order. */
export function table(...fields: (Field | undefined)[]): TableNode {
  return { kind: 'table', fields };
}

/** A vector node of signed 32-bit integers. */
export function int32s(values: readonly number[]): Node {
  return { kind: 'int32s', values };
}
