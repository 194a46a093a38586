import { expect } from '@open-wc/testing';
import { imageTypeOf } from '../../src/core/image-type.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** An ISO media file's first box, with its length. */
const ftyp = (...brands: string[]): string => {
  const [major, ...compatible] = brands;
  const length = 16 + 4 * compatible.length;
  return `\0\0\0${String.fromCharCode(length)}ftyp${major}\0\0\0\0${compatible.join('')}`;
};

const CASES = [
  ['JPEG with JFIF', '\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
  ['JPEG with EXIF', '\xff\xd8\xff\xe1\0\x10Exif', 'jpeg'],
  ['PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
  ['PNG mangled by a text transfer', '\x89PNG\n\x1a\n\0\0\0\rIHDR', null],
  ['GIF 87', 'GIF87a\x01\0', 'gif'],
  ['GIF 89', 'GIF89a\x01\0', 'gif'],
  ['WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'webp'],
  ['a sound in RIFF', 'RIFF\x24\0\0\0WAVEfmt ', null],
  ['HEIC of an iPhone', ftyp('heic', 'mif1', 'MiHE', 'heic'), 'heic'],
  ['HEIC under its general brand', ftyp('mif1', 'mif1', 'heic'), 'heic'],
  ['AVIF', ftyp('avif', 'mif1', 'miaf'), 'avif'],
  ['AVIF under the general brand', ftyp('mif1', 'avif'), 'avif'],
  ['a video', ftyp('isom', 'mp41'), null],
  ['a brand beyond the box', `${ftyp('isom')}heic`, null],
  ['BMP', 'BM\x36\0\0\0', 'bmp'],
  ['TIFF, little endian', 'II*\0\x08\0\0\0', 'tiff'],
  ['TIFF, big endian', 'MM\0*\0\0\0\x08', 'tiff'],
  ['PDF', '%PDF-1.7\n', 'pdf'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', null],
  ['text', 'hello', null],
  ['two bytes of a JPEG', '\xff\xd8', null],
  ['nothing', '', null],
] as const;

describe('imageTypeOf', () => {
  for (const [name, start, type] of CASES) {
    it(`${type ? `knows ${name}` : `does not take ${name} for an image`}`, () => {
      expect(imageTypeOf(bytes(start))).to.equal(type);
    });
  }

  it('reads from where a view begins', () => {
    expect(imageTypeOf(bytes(`xx${ftyp('heic')}`).subarray(2))).to.equal('heic');
  });
});
