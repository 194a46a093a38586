import { imageTypeOf } from '../core/image-type.js';
import { deviceMetaOf } from './device-meta.js';
import type { PageImage, PagePost } from './page-fields.js';
import type { Settings } from './settings.js';

/** What goes to the vendor: nothing in it was copied unseen. */
export interface VendorPost {
  readonly headers: Headers;
  readonly body: FormData | string;
}

/** Builds the vendor's request anew, from the page's images, the relay's credentials and the dialect's row. */
export function vendorPostOf<Context>(
  { dialect, apiKey, liveness }: Settings<Context>,
  post: PagePost,
  { journeyId, pageHeaders }: { journeyId: string | null; pageHeaders: Headers },
): VendorPost {
  const headers = new Headers();
  const meta = dialect.metaHeader === null ? null : deviceMetaOf(pageHeaders, dialect.metaHeader);
  if (dialect.metaHeader !== null && meta !== null) headers.set(dialect.metaHeader, meta);

  const texts: [string, string][] = [];
  const credentials = { journeyId, apiKey: apiKey ?? null };
  for (const name of dialect.auth) {
    const value = credentials[name];
    if (value !== null) texts.push([name, value]);
  }
  const asked = liveness === 'always' ? 'true' : post.liveness;
  if (dialect.livenessField !== null && asked !== null) texts.push([dialect.livenessField, asked]);
  texts.push(...Object.entries(dialect.fixedFields));

  switch (dialect.body) {
    case 'json-base64': {
      headers.set('content-type', 'application/json');
      const images = post.images.map(({ name, value }): [string, unknown] => [name, value]);
      return { headers, body: JSON.stringify(Object.fromEntries([...texts, ...images])) };
    }
    case 'multipart': {
      const form = new FormData();
      for (const [name, value] of texts) form.append(name, value);
      for (const image of post.images) appendImage(form, image);
      return { headers, body: form };
    }
    default:
      return dialect.body satisfies never;
  }
}

const FORMATS = { jpeg: ['image/jpeg', 'jpg'], png: ['image/png', 'png'] } as const;
const UNKNOWN_FORMAT = ['application/octet-stream', 'bin'] as const;

/** File names and types are the relay's own: the page's could be anything, paths included. */
function appendImage(form: FormData, { role, name, value }: PageImage): void {
  if (typeof value === 'string') {
    form.append(name, value);
    return;
  }
  const format = imageTypeOf(value.subarray(0, 64));
  const stem = role === 'selfie' ? 'selfie' : 'id-card';
  // What is neither JPEG nor PNG goes on too: the vendor refuses it in documented words, which the element knows.
  const [type, ending] = format === 'jpeg' || format === 'png' ? FORMATS[format] : UNKNOWN_FORMAT;
  form.append(name, new Blob([value], { type }), `${stem}.${ending}`);
}
