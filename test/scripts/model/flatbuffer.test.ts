import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Builder } from 'flatbuffers';
import { prependFlatbuffer, type TableNode } from '../../../scripts/model/flatbuffer-prepend.ts';
import { FlatbufferReader } from '../../../scripts/model/flatbuffer-reader.ts';
import { ModelFormatError } from '../../../scripts/model/model-format-error.ts';

const FIELD = { small: 0, large: 1, absent: 2, text: 3, numbers: 4, child: 5 } as const;

/** Written by the reference implementation, so that reading and prepending are measured against it. */
function referenceBuffer(): Uint8Array {
  const builder = new Builder();
  const text = builder.createString('lèvres');
  builder.startVector(4, 3, 4);
  for (const value of [3, -2, 1]) builder.addInt32(value);
  const numbers = builder.endVector();
  builder.startObject(1);
  builder.addFieldInt32(0, 77, 0);
  const child = builder.endObject();
  builder.startVector(4, 1, 4);
  builder.addOffset(child);
  const children = builder.endVector();
  builder.startObject(6);
  builder.addFieldInt8(FIELD.small, 200, 0);
  builder.addFieldInt32(FIELD.large, 70_000, 0);
  builder.addFieldOffset(FIELD.text, text, 0);
  builder.addFieldOffset(FIELD.numbers, numbers, 0);
  builder.addFieldOffset(FIELD.child, children, 0);
  builder.finish(builder.endObject(), 'TEST');
  return builder.asUint8Array().slice();
}

describe('flatbuffer reader', () => {
  it('reads what the reference implementation wrote', () => {
    const reader = new FlatbufferReader('a.bin', referenceBuffer());
    const root = reader.root('TEST');
    assert.equal(reader.uint8(root, FIELD.small, 0), 200);
    assert.equal(reader.uint32(root, FIELD.large, 0), 70_000);
    assert.equal(reader.text(root, FIELD.text), 'lèvres');
    assert.deepEqual(reader.int32s(root, FIELD.numbers), [1, -2, 3]);
    const [child, ...others] = reader.tables(root, FIELD.child);
    assert.ok(child !== undefined);
    assert.equal(others.length, 0);
    assert.equal(reader.uint32(child, 0, 0), 77);
  });

  it('gives defaults for what is not stored', () => {
    const reader = new FlatbufferReader('a.bin', referenceBuffer());
    const root = reader.root('TEST');
    for (const index of [FIELD.absent, 6, 1000]) {
      assert.equal(reader.uint8(root, index, 9), 9);
      assert.equal(reader.uint32(root, index, 9), 9);
      assert.equal(reader.text(root, index), '');
      assert.deepEqual(reader.int32s(root, index), []);
      assert.deepEqual(reader.tables(root, index), []);
      assert.equal(reader.uint8s(root, index).length, 0);
    }
  });

  it('refuses another identifier, naming both', () => {
    const reader = new FlatbufferReader('a.bin', referenceBuffer());
    assert.throws(() => reader.root('TFL3'), /^ModelFormatError: a\.bin: is no TFL3 flatbuffer .*"TEST"/);
  });

  it('never reads out of bounds, wherever the file is cut', () => {
    const whole = referenceBuffer();
    for (let length = 0; length < whole.length; length += 1) {
      const failure = failureOf(() => readAll(whole.subarray(0, length)));
      assert.ok(
        failure === null || failure instanceof ModelFormatError,
        `cut at ${length}: ${String(failure)}`,
      );
    }
    assert.ok(failureOf(() => readAll(whole.subarray(0, whole.length - 4))) instanceof ModelFormatError);
  });

  it('never reads out of bounds, whatever byte is changed', () => {
    const whole = referenceBuffer();
    for (let at = 0; at < whole.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const changed = whole.slice();
        changed[at] = value;
        const failure = failureOf(() => readAll(changed));
        assert.ok(failure === null || failure instanceof ModelFormatError, `byte ${at}: ${String(failure)}`);
      }
    }
  });
});

describe('flatbuffer prepending', () => {
  it('adds a root in front that refers on to the old bytes, which stay as they are', () => {
    const old = referenceBuffer();
    const oldRoot = new FlatbufferReader('old', old).root('TEST');
    const added: TableNode = { kind: 'table', fields: [{ kind: 'int32', value: -5 }] };
    const grown = prependFlatbuffer(
      old,
      {
        kind: 'table',
        fields: [
          { kind: 'uint8', value: 250 },
          undefined,
          { kind: 'tables', items: [{ kind: 'old', position: oldRoot }, added] },
          { kind: 'text', text: 'Straße' },
          { kind: 'int32s', values: [-1, 2] },
          { kind: 'bytes', bytes: new Uint8Array([7, 8, 9]) },
          { kind: 'uint32', value: 4_000_000_000 },
        ],
      },
      'NEW1',
    );

    const reader = new FlatbufferReader('grown', grown);
    const root = reader.root('NEW1');
    assert.equal(reader.uint8(root, 0, 0), 250);
    assert.equal(reader.field(root, 1), undefined);
    const [first, second] = reader.tables(root, 2);
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(reader.text(first, FIELD.text), 'lèvres');
    assert.equal(reader.uint32(second, 0, 0), 2 ** 32 - 5);
    assert.equal(reader.text(root, 3), 'Straße');
    assert.deepEqual(reader.int32s(root, 4), [-1, 2]);
    assert.deepEqual([...reader.uint8s(root, 5)], [7, 8, 9]);
    assert.equal(reader.uint32(root, 6, 0), 4_000_000_000);
    assert.deepEqual(grown.subarray(grown.length - old.length), old);
  });

  it('keeps the alignment that tensor data needs', () => {
    const old = referenceBuffer();
    for (const length of [0, 1, 15, 16, 17]) {
      const grown = prependFlatbuffer(
        old,
        { kind: 'table', fields: [{ kind: 'bytes', bytes: new Uint8Array(length) }] },
        'NEW1',
      );
      const reader = new FlatbufferReader('grown', grown);
      const data = reader.uint8s(reader.root('NEW1'), 0);
      assert.equal(data.length, length);
      assert.equal(data.byteOffset % 16, 0, 'new data');
      assert.equal((grown.length - old.length) % 64, 0, 'old data');
    }
  });
});

function readAll(bytes: Uint8Array): void {
  const reader = new FlatbufferReader('a.bin', bytes);
  const root = reader.root('TEST');
  reader.uint8(root, FIELD.small, 0);
  reader.uint32(root, FIELD.large, 0);
  reader.text(root, FIELD.text);
  reader.int32s(root, FIELD.numbers);
  reader.uint8s(root, FIELD.numbers);
  for (const child of reader.tables(root, FIELD.child)) reader.uint32(child, 0, 0);
}

function failureOf(action: () => void): unknown {
  try {
    action();
    return null;
  } catch (error) {
    return error;
  }
}
