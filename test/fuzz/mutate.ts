import type { Random } from './random.ts';

/** Longer inputs are cut: what the targets read stands at the beginning. */
export const MAX_INPUT_BYTES = 4096;

/** Values at which sizes and offsets go wrong. */
const EDGES = [0, 1, 2, 4, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** What mutation draws from. */
export interface Material {
  readonly corpus: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
  readonly random: Random;
}

/** Changes an input in one to eight places, the smaller number the likelier. */
export function mutate(input: Uint8Array, material: Material): Uint8Array {
  const { random } = material;
  let bytes: Uint8Array = input.slice();
  do bytes = mutateOnce(bytes, material);
  while (random.below(2) === 0);
  return bytes.subarray(0, MAX_INPUT_BYTES);
}

function mutateOnce(bytes: Uint8Array, { corpus, words, random }: Material): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = 1 + random.below(32);
  switch (random.below(8)) {
    case 0:
      return overwrite(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
    case 1:
      return overwrite(bytes, at, Uint8Array.of(random.below(256)));
    case 2:
      return overwrite(bytes, at, edge(random));
    case 3:
      return splice(bytes, at, length, new Uint8Array());
    case 4:
      return splice(bytes, at, 0, bytes.slice(at, at + length));
    case 5:
      return random.below(2) === 0
        ? overwrite(bytes, at, random.of(words))
        : splice(bytes, at, 0, random.of(words));
    case 6:
      return bytes.subarray(0, at);
    default: {
      const other = random.of(corpus);
      return splice(bytes, at, bytes.length, other.subarray(random.below(other.length + 1)));
    }
  }
}

function edge(random: Random): Uint8Array {
  const width = random.of([1, 2, 4]);
  const bytes = new DataView(new ArrayBuffer(4));
  const isLittleEndian = random.below(2) === 0;
  bytes.setUint32(0, random.of(EDGES), isLittleEndian);
  return new Uint8Array(bytes.buffer, isLittleEndian ? 0 : 4 - width, width);
}

function overwrite(bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array {
  return splice(bytes, at, by.length, by);
}

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + removed));
  const spliced = new Uint8Array(at + added.length + rest.length);
  spliced.set(bytes.subarray(0, at));
  spliced.set(added, at);
  spliced.set(rest, at + added.length);
  return spliced;
}
