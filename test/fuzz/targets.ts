import { readFileSync } from 'node:fs';
import { Builder } from 'flatbuffers';
import { FlatbufferReader } from '../../scripts/model/flatbuffer-reader.ts';
import { ModelFormatError } from '../../scripts/model/model-format-error.ts';
import { TfliteModel } from '../../scripts/model/tflite-model.ts';
import { imageTypeOf } from '../../src/core/image-type.ts';
import { readJpegHeader } from '../../src/core/jpeg-header.ts';
import { readPngHeader } from '../../src/core/png-header.ts';

/** What is fuzzed: a function of bytes that anybody may have made. */
export interface FuzzTarget {
  readonly name: string;
  /** Ends of the source files whose coverage guides the search. */
  readonly sources: readonly string[];
  readonly seeds: () => readonly Uint8Array[];
  /** Words of the format, which chance alone would hardly hit. */
  readonly words: readonly Uint8Array[];
  /** Throws what the target may throw as it is; anything else is a finding. */
  readonly run: (input: Uint8Array) => void;
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const photo = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/photos/${name}`, import.meta.url)).subarray(0, 2048);

const IMAGES: FuzzTarget = {
  name: 'image-sniffing',
  sources: ['core/image-type.ts', 'core/jpeg-header.ts', 'core/png-header.ts'],
  seeds: () => [
    photo('ali-pazani.jpg'),
    photo('astronaut.png'),
    latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
    latin('RIFF\x10\0\0\0WEBPVP8 '),
    latin('GIF89a'),
    new Uint8Array(),
  ],
  words: ['\xff\xd8\xff', '\xff\xda', '\xff\xd9', '\xff\xc0\0\x11', '\xff\xe1', '\x89PNG\r\n\x1a\n', 'IHDR']
    .concat(['IDAT', 'IEND', 'tEXt', 'ftyp', 'avif', 'mif1', 'WEBP', 'BM', 'II*\0', 'MM\0*', '%PDF-'])
    .map(latin),
  run(input) {
    imageTypeOf(input.subarray(0, 64));
    for (const read of [readJpegHeader, readPngHeader]) {
      const header = read(input);
      if (header && !(header.width > 0 && header.height > 0)) throw new Error('a picture without pixels');
    }
  },
};

const FLATBUFFERS: FuzzTarget = {
  name: 'flatbuffer-reader',
  sources: ['model/flatbuffer-reader.ts', 'model/tflite-model.ts'],
  seeds: () => [smallModel(), latin('\x10\0\0\0TFL3'), new Uint8Array()],
  words: [
    latin('TFL3'),
    Uint8Array.of(3, 0, 0, 0),
    Uint8Array.of(255, 255, 255, 255),
    Uint8Array.of(4, 0, 0, 0),
  ],
  run(input) {
    allowing(() => {
      const model = new TfliteModel('fuzzed', input);
      void [model.operatorCodeCount, model.tensorCount, model.bufferCount];
      model.inputs();
      model.outputs();
    });
    allowing(() => {
      const reader = new FlatbufferReader('fuzzed', input);
      const root = reader.root('TFL3');
      for (let index = 0; index < 8; index += 1) {
        reader.uint8(root, index, 0);
        reader.text(root, index);
        reader.int32s(root, index);
      }
    });
  },
};

export const TARGETS: readonly FuzzTarget[] = [IMAGES, FLATBUFFERS];

function allowing(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ModelFormatError)) throw error;
  }
}

/** One subgraph with one tensor, which is both input and output, written by the reference implementation. */
function smallModel(): Uint8Array {
  const builder = new Builder();
  const ints = (...values: number[]) => {
    builder.startVector(4, values.length, 4);
    for (const value of [...values].reverse()) builder.addInt32(value);
    return builder.endVector();
  };
  const tables = (...offsets: number[]) => {
    builder.startVector(4, offsets.length, 4);
    for (const offset of [...offsets].reverse()) builder.addOffset(offset);
    return builder.endVector();
  };
  const name = builder.createString('points');
  const shape = ints(1, 1404);
  builder.startObject(4);
  builder.addFieldOffset(0, shape, 0);
  builder.addFieldOffset(3, name, 0);
  const tensors = tables(builder.endObject());
  const [inputs, outputs] = [ints(0), ints(0)];
  builder.startObject(5);
  builder.addFieldOffset(0, tensors, 0);
  builder.addFieldOffset(1, inputs, 0);
  builder.addFieldOffset(2, outputs, 0);
  const subgraphs = tables(builder.endObject());
  builder.startVector(1, 4, 1);
  for (const value of [1, 2, 3, 4]) builder.addInt8(value);
  const data = builder.endVector();
  builder.startObject(1);
  builder.addFieldOffset(0, data, 0);
  const buffers = tables(builder.endObject());
  builder.startObject(7);
  builder.addFieldInt32(0, 3, 0);
  builder.addFieldOffset(2, subgraphs, 0);
  builder.addFieldOffset(4, buffers, 0);
  builder.finish(builder.endObject(), 'TFL3');
  return builder.asUint8Array().slice();
}
