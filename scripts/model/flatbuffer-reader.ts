import { ModelFormatError } from './model-format-error.ts';

/** Where something stands in the flatbuffer, in bytes from its start. */
export type Position = number;

/**
 * Reads tables and vectors of a flatbuffer by field index, without generated code.
 * The bytes may be truncated or foreign: every access is checked, and what lies outside throws `ModelFormatError`.
 * Layout: "FlatBuffer Internals" in the FlatBuffers documentation.
 */
export class FlatbufferReader {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly #view: DataView;

  constructor(file: string, bytes: Uint8Array) {
    this.file = file;
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The root table of a buffer that bears the four-letter identifier. */
  root(identifier: string): Position {
    this.#check(0, 8, 'header');
    const found = String.fromCharCode(...this.bytes.subarray(4, 8));
    if (found !== identifier) {
      throw new ModelFormatError(
        this.file,
        `is no ${identifier} flatbuffer (its identifier is ${quoted(found)})`,
      );
    }
    return this.#follow(0);
  }

  /** Position of a field's value inside its table, or undefined where the table does not store it. */
  field(table: Position, index: number): Position | undefined {
    const vtable = table - this.#int32(table, 'table');
    const vtableSize = this.#uint16(vtable, 'vtable');
    const slot = 4 + 2 * index;
    if (slot + 2 > vtableSize) return undefined;
    const offset = this.#uint16(vtable + slot, 'vtable');
    return offset === 0 ? undefined : table + offset;
  }

  /** Unsigned 8-bit field; `fallback` is the schema's default. */
  uint8(table: Position, index: number, fallback: number): number {
    const at = this.field(table, index);
    if (at === undefined) return fallback;
    this.#check(at, 1, 'field');
    return this.#view.getUint8(at);
  }

  /** Unsigned 32-bit field; `fallback` is the schema's default. */
  uint32(table: Position, index: number, fallback: number): number {
    const at = this.field(table, index);
    return at === undefined ? fallback : this.#uint32(at, 'field');
  }

  /** What a reference field points at (a table, vector or string), or undefined where it is not stored. */
  reference(table: Position, index: number): Position | undefined {
    const at = this.field(table, index);
    return at === undefined ? undefined : this.#follow(at);
  }

  /** Positions of the tables in a vector field; empty where it is not stored. */
  tables(table: Position, index: number): Position[] {
    return this.#slots(table, index).map((slot) => this.#follow(slot));
  }

  /** Values of a vector of signed 32-bit integers; empty where it is not stored. */
  int32s(table: Position, index: number): number[] {
    return this.#slots(table, index).map((slot) => this.#int32(slot, 'vector'));
  }

  /** A view of a vector of bytes; empty where it is not stored. */
  uint8s(table: Position, index: number): Uint8Array {
    const at = this.reference(table, index);
    return at === undefined ? new Uint8Array() : this.#run(at, 'vector of bytes');
  }

  /** A string field; empty where it is not stored. */
  text(table: Position, index: number): string {
    const at = this.reference(table, index);
    if (at === undefined) return '';
    const encoded = this.#run(at, 'string');
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(encoded);
    } catch (cause) {
      throw new ModelFormatError(this.file, `holds a string at byte ${at} that is not UTF-8`, { cause });
    }
  }

  #slots(table: Position, index: number): Position[] {
    const at = this.reference(table, index);
    if (at === undefined) return [];
    const length = this.#uint32(at, 'vector');
    this.#check(at + 4, 4 * length, 'vector');
    return Array.from({ length }, (_, i) => at + 4 + 4 * i);
  }

  #run(at: Position, what: string): Uint8Array {
    const length = this.#uint32(at, what);
    this.#check(at + 4, length, what);
    return this.bytes.subarray(at + 4, at + 4 + length);
  }

  #follow(at: Position): Position {
    const target = at + this.#uint32(at, 'reference');
    this.#check(target, 4, 'target of a reference');
    return target;
  }

  #uint16(at: Position, what: string): number {
    this.#check(at, 2, what);
    return this.#view.getUint16(at, true);
  }

  #uint32(at: Position, what: string): number {
    this.#check(at, 4, what);
    return this.#view.getUint32(at, true);
  }

  #int32(at: Position, what: string): number {
    this.#check(at, 4, what);
    return this.#view.getInt32(at, true);
  }

  #check(at: Position, length: number, what: string): void {
    if (at >= 0 && at + length <= this.bytes.length) return;
    throw new ModelFormatError(
      this.file,
      `is truncated or damaged: a ${what} at byte ${at} reaches out of its ${this.bytes.length} bytes`,
    );
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
