/**
 * Grows a flatbuffer without knowing all of its schema. References in a flatbuffer only point forward, so
 * new tables and vectors go in front, may point on into the old bytes, and the old bytes follow unchanged.
 */

/** Something that stands in the old bytes, at this position. */
export interface OldNode {
  readonly kind: 'old';
  readonly position: number;
}

/** A table; the index in `fields` is the field's index, undefined is a field that is not stored. */
export interface TableNode {
  readonly kind: 'table';
  readonly fields: readonly (Field | undefined)[];
}

/** What a reference may point at. */
export type Node =
  | OldNode
  | TableNode
  | { readonly kind: 'tables'; readonly items: readonly (OldNode | TableNode)[] }
  | { readonly kind: 'int32s'; readonly values: readonly number[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** A value stored in a table itself, or a reference to a node. */
export type Field = { readonly kind: 'uint8' | 'int32' | 'uint32'; readonly value: number } | Node;

/** Where new bytes hold a reference, and the node it points at. */
interface Reference {
  readonly at: number;
  readonly target: Node;
}

/** TFLite's alignment of tensor data: the old bytes keep theirs when they move by a multiple of it. */
const OLD_BYTES_ALIGNMENT = 64;
/** Buffers are declared with `force_align: 16` in TFLite's schema. */
const DATA_ALIGNMENT = 16;

/**
 * Puts a new root table, and all that it refers to, in front of an existing flatbuffer.
 *
 * @param identifier the four letters that follow the root reference
 * @returns the grown flatbuffer; its last `old.length` bytes are the old ones
 */
export function prependFlatbuffer(old: Uint8Array, root: TableNode, identifier: string): Uint8Array {
  const written = new Map<Node, number>();
  const references: Reference[] = [{ at: 0, target: root }];
  const out = new GrowingBytes();
  out.zeros(4);
  out.append(new TextEncoder().encode(identifier));

  const queue: Node[] = [root];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (node.kind === 'old') continue;
    const targets: Reference[] = [];
    written.set(node, write(node, out, targets));
    references.push(...targets);
    queue.push(...targets.map(({ target }) => target));
  }
  out.align(OLD_BYTES_ALIGNMENT);

  const oldStart = out.length;
  const grown = out.followedBy(old);
  const view = new DataView(grown.buffer);
  for (const { at, target } of references) {
    const position = target.kind === 'old' ? oldStart + target.position : written.get(target);
    if (position === undefined || position <= at) throw new Error(`No forward reference from byte ${at}.`);
    view.setUint32(at, position - at, true);
  }
  return grown;
}

/** Appends a node with zeros where its references go; returns its position. */
function write(node: Exclude<Node, OldNode>, out: GrowingBytes, references: Reference[]): number {
  switch (node.kind) {
    case 'table':
      return writeTable(node, out, references);
    case 'tables': {
      out.align(4);
      const start = out.uint32(node.items.length);
      for (const target of node.items) references.push({ at: out.zeros(4), target });
      return start;
    }
    case 'int32s': {
      out.align(4);
      const start = out.uint32(node.values.length);
      for (const value of node.values) out.uint32(value);
      return start;
    }
    case 'text': {
      const encoded = new TextEncoder().encode(node.text);
      out.align(4);
      const start = out.uint32(encoded.length);
      out.append(encoded);
      out.zeros(1);
      out.align(4);
      return start;
    }
    case 'bytes': {
      out.align(DATA_ALIGNMENT);
      out.zeros(DATA_ALIGNMENT - 4);
      const start = out.uint32(node.bytes.length);
      out.append(node.bytes);
      return start;
    }
    default:
      return node satisfies never;
  }
}

function writeTable({ fields }: TableNode, out: GrowingBytes, references: Reference[]): number {
  const vtable = new DataView(new ArrayBuffer(roundUp(4 + 2 * fields.length, 4)));
  const offsets: number[] = [];
  let size = 4;
  fields.forEach((field, index) => {
    if (!field) return;
    const width = field.kind === 'uint8' ? 1 : 4;
    const offset = roundUp(size, width);
    offsets[index] = offset;
    vtable.setUint16(4 + 2 * index, offset, true);
    size = offset + width;
  });
  size = roundUp(size, 4);
  vtable.setUint16(0, 4 + 2 * fields.length, true);
  vtable.setUint16(2, size, true);

  out.align(4);
  const vtableStart = out.append(new Uint8Array(vtable.buffer));
  const table = new DataView(new ArrayBuffer(size));
  const start = out.append(new Uint8Array(table.buffer));
  table.setInt32(0, start - vtableStart, true);
  fields.forEach((field, index) => {
    const offset = offsets[index];
    if (!field || offset === undefined) return;
    if (!('value' in field)) references.push({ at: start + offset, target: field });
    else if (field.kind === 'uint8') table.setUint8(offset, field.value);
    else table.setUint32(offset, field.value, true);
  });
  return start;
}

/** Bytes that are appended to; each method returns where it began. */
class GrowingBytes {
  readonly #chunks: Uint8Array[] = [];
  length = 0;

  append(chunk: Uint8Array): number {
    const start = this.length;
    this.#chunks.push(chunk);
    this.length += chunk.length;
    return start;
  }

  zeros(count: number): number {
    return this.append(new Uint8Array(count));
  }

  align(width: number): void {
    this.zeros(roundUp(this.length, width) - this.length);
  }

  uint32(value: number): number {
    const start = this.zeros(4);
    const chunk = this.#chunks.at(-1);
    if (chunk) new DataView(chunk.buffer).setUint32(0, value, true);
    return start;
  }

  followedBy(tail: Uint8Array): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.length + tail.length);
    let at = 0;
    for (const chunk of [...this.#chunks, tail]) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
