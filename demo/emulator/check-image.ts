import { decodeBase64 } from './base64.ts';
import type { ImageFields } from './dialects.ts';
import { formatByMagic, type ImageFormat } from './image-format.ts';
import { MAX_IMAGE_BYTES, MIN_IMAGE_SIDE_PX } from './image-limits.ts';
import type { Problem, ProblemKind } from './problems.ts';
import type { Field } from './read-body.ts';

/** What a decoder tells of an image; `width` and `height` are pixels. */
export interface DecodedImage {
  readonly format: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes all pixels of an image, not only its header.
 *
 * @throws where the bytes are no whole image
 */
export type Decode = (bytes: Uint8Array<ArrayBuffer>) => Promise<DecodedImage>;

/** An image that passed every check. */
export interface ReceivedImage {
  readonly field: string;
  readonly form: 'file' | 'base64';
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

export type CheckedImage =
  { readonly ok: true; readonly image: ReceivedImage } | { readonly ok: false; readonly problem: Problem };

/**
 * Finds one image among the fields and checks it: there once, in one form, of a size and format that is
 * taken, and whole.
 */
export async function checkImage(
  names: ImageFields,
  fields: readonly Field[],
  decode: Decode,
): Promise<CheckedImage> {
  const sent = fields.filter(({ name }) => name === names.file || name === names.base64);
  const [field] = sent;
  const wanted = [names.file, names.base64].filter((name) => name !== undefined).join(' or ');
  if (!field) return fail('image-missing', `${wanted} is missing`);
  if (sent.length > 1) {
    return fail(
      'image-in-two-forms',
      `${sent.map(({ name }) => name).join(' and ')}: one image was sent twice`,
    );
  }
  const form = field.name === names.file ? 'file' : 'base64';
  const read = await readImage(field, form);
  return read.ok ? judge(field.name, form, read.bytes, decode) : read;
}

type ReadImage =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: Problem };

async function readImage({ name, value }: Field, form: 'file' | 'base64'): Promise<ReadImage> {
  if (form === 'file') {
    if (typeof value === 'string') return fail('image-missing', `${name} must be a file, and is text`);
    if (value.size === 0) return fail('image-missing', `${name} is an empty file`);
    return { ok: true, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  if (typeof value !== 'string')
    return fail('base64-unreadable', `${name} must be base64 text, and is a file`);
  if (value === '') return fail('image-missing', `${name} is empty`);
  const decoded = decodeBase64(value);
  return decoded.ok ? decoded : fail('base64-unreadable', `${name} ${decoded.reason}`);
}

async function judge(
  field: string,
  form: 'file' | 'base64',
  data: Uint8Array<ArrayBuffer>,
  decode: Decode,
): Promise<CheckedImage> {
  if (data.length > MAX_IMAGE_BYTES) {
    return fail('image-too-large', `${field} has ${data.length} bytes, more than ${MAX_IMAGE_BYTES}`);
  }
  const format = formatByMagic(data);
  if (!format) return fail('image-unrecognised', `${field} is neither JPEG nor PNG`);
  let decoded: DecodedImage;
  try {
    decoded = await decode(data);
  } catch {
    return fail('image-corrupt', `${field} begins like a ${format} and cannot be decoded`);
  }
  const { width, height } = decoded;
  if (decoded.format !== format) return fail('image-corrupt', `${field} is not the ${format} it begins as`);
  if (Math.min(width, height) < MIN_IMAGE_SIDE_PX) {
    const least = `${MIN_IMAGE_SIDE_PX} x ${MIN_IMAGE_SIDE_PX}`;
    return fail('image-too-small', `${field} is ${width} x ${height}, less than ${least} pixels`);
  }
  return { ok: true, image: { field, form, format, width, height, data } };
}

function fail(kind: ProblemKind, reason: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { kind, reason } };
}
