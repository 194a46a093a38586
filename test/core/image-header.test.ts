import { expect } from '@open-wc/testing';
import { readJpegHeader } from '../../src/core/jpeg-header.js';
import { readPngHeader } from '../../src/core/png-header.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );

const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

const segment = (marker: number, content: number[]): number[] => [
  0xff,
  marker,
  ...u16(content.length + 2),
  ...content,
];
const frame = (marker: number, width: number, height: number): number[] =>
  segment(marker, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]);
const START = [0xff, 0xd8];
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
const END = [0xff, 0xd9];

describe('readJpegHeader', () => {
  for (const marker of [0xc0, 0xc1, 0xc2, 0xcf]) {
    it(`reads the size from a frame header 0x${marker.toString(16)}`, () => {
      const header = readJpegHeader(bytes(START, frame(marker, 640, 480), SCAN, END));
      expect(header).to.deep.equal({ width: 640, height: 480, complete: true, bare: false });
    });
  }

  for (const marker of [0xc4, 0xc8, 0xcc]) {
    it(`does not take 0x${marker.toString(16)} for a frame header`, () => {
      expect(readJpegHeader(bytes(START, frame(marker, 640, 480), SCAN, END))).to.equal(null);
    });
  }

  it('passes over a thumbnail within the metadata', () => {
    const thumbnail = segment(0xe1, [...START, ...frame(0xc0, 160, 120), ...SCAN, ...END]);
    const header = readJpegHeader(bytes(START, thumbnail, frame(0xc0, 4032, 3024), SCAN, END));
    expect(header).to.include({ width: 4032, height: 3024 });
  });

  it('passes over fill bytes and markers without a length', () => {
    const header = readJpegHeader(bytes(START, [0xff, 0xff, 0xff, 0x01], frame(0xc0, 8, 9), SCAN, END));
    expect(header).to.include({ width: 8, height: 9 });
  });

  it('is incomplete without the end mark, whatever else stands in the scan', () => {
    const header = readJpegHeader(bytes(START, frame(0xc0, 640, 480), SCAN));
    expect(header).to.include({ complete: false });
  });

  it('is complete with bytes behind the end mark', () => {
    const header = readJpegHeader(bytes(START, frame(0xc0, 640, 480), SCAN, END, [1, 2, 3]));
    expect(header).to.include({ complete: true });
  });

  for (const [name, file] of [
    ['a zero width', bytes(START, frame(0xc0, 0, 480), SCAN, END)],
    ['a zero height', bytes(START, frame(0xc0, 640, 0), SCAN, END)],
    ['no scan', bytes(START, frame(0xc0, 640, 480))],
    ['a segment of length 0', bytes(START, [0xff, 0xe0, 0, 0], frame(0xc0, 640, 480), SCAN, END)],
    ['a frame header cut short', bytes(START, frame(0xc0, 640, 480).slice(0, 7))],
    ['its first bytes only', bytes(START, [0xff])],
  ] as const) {
    it(`gives null for ${name}`, () => {
      expect(readJpegHeader(file)).to.equal(null);
    });
  }
});

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const chunk = (name: string, content: number[] = []): number[] => [
  ...u32(content.length),
  ...[...name].map((c) => c.charCodeAt(0)),
  ...content,
  0,
  0,
  0,
  0,
];
const ihdr = (width: number, height: number): number[] =>
  chunk('IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]);

describe('readPngHeader', () => {
  it('reads the size, up to four bytes of it', () => {
    const header = readPngHeader(
      bytes(SIGNATURE, ihdr(70_000, 3_000_000_000), chunk('IDAT', [1]), chunk('IEND')),
    );
    expect(header).to.deep.equal({ width: 70_000, height: 3_000_000_000, complete: true, bare: true });
  });

  for (const name of ['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'bKGD']) {
    it(`is bare with ${name}`, () => {
      const header = readPngHeader(
        bytes(SIGNATURE, ihdr(1, 1), chunk(name, [0]), chunk('IDAT'), chunk('IEND')),
      );
      expect(header).to.include({ bare: true, complete: true });
    });
  }

  for (const name of ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'iCCP', 'acTL', 'juNk']) {
    it(`is not bare with ${name}`, () => {
      const header = readPngHeader(
        bytes(SIGNATURE, ihdr(1, 1), chunk('IDAT'), chunk(name, [0]), chunk('IEND')),
      );
      expect(header).to.include({ bare: false, complete: true });
    });
  }

  it('is not bare with bytes behind its end', () => {
    const header = readPngHeader(bytes(SIGNATURE, ihdr(1, 1), chunk('IDAT'), chunk('IEND'), [0]));
    expect(header).to.include({ bare: false, complete: true });
  });

  for (const [name, rest] of [
    ['no end chunk', chunk('IDAT', [1, 2])],
    ['a chunk that claims more than there is', [...u32(0xffffffff), 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0]],
  ] as const) {
    it(`is incomplete with ${name}`, () => {
      expect(readPngHeader(bytes(SIGNATURE, ihdr(1, 1), [...rest]))).to.include({
        complete: false,
        bare: false,
      });
    });
  }

  for (const [name, file] of [
    [
      'another first chunk',
      bytes(SIGNATURE, chunk('IDAT', [...u32(1), ...u32(1), 0, 0, 0, 0, 0]), chunk('IEND')),
    ],
    ['a zero width', bytes(SIGNATURE, ihdr(0, 1), chunk('IEND'))],
    ['a zero height', bytes(SIGNATURE, ihdr(1, 0), chunk('IEND'))],
    ['a header cut short', bytes(SIGNATURE, ihdr(1, 1).slice(0, 24))],
    ['its signature only', bytes(SIGNATURE)],
  ] as const) {
    it(`gives null for ${name}`, () => {
      expect(readPngHeader(file)).to.equal(null);
    });
  }
});
