import sharp from 'sharp';
import { DEMO_API_KEY, DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import type { Emulator } from '../../demo/emulator/emulator.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A plain picture of that size, JPEG unless said otherwise. */
export async function picture(
  width = 600,
  height = 800,
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
): Promise<Bytes> {
  const image = sharp({ create: { width, height, channels: 3, background: '#a08070' } });
  return new Uint8Array(await image.toFormat(format).toBuffer());
}

/** The same image, made longer by bytes that decoders do not look at. */
export function padded(image: Bytes, length: number): Bytes {
  const longer = new Uint8Array(length);
  longer.set(image);
  return longer;
}

export function base64(bytes: Bytes): string {
  return Buffer.from(bytes).toString('base64');
}

export type FieldValue = string | Bytes;
export type Fields = readonly (readonly [name: string, value: FieldValue])[];

export interface Call {
  readonly path: string;
  readonly body: 'multipart' | 'json';
  readonly fields: Fields;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What to put into `fetch` or `new Request`. */
export function init({ body, fields, headers = {} }: Call): RequestInit {
  if (body === 'json') {
    return {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(fields)),
    };
  }
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value], { type: 'image/jpeg' }), `${name}.jpg`);
  }
  return { method: 'POST', headers, body: form };
}

export async function post(emulator: Emulator, call: Call): Promise<Response> {
  return emulator.handle(new Request(`http://emulator.test${call.path}`, init(call)));
}

export async function steer(emulator: Emulator, order: object): Promise<void> {
  const request = new Request('http://emulator.test/__emulator/next', {
    method: 'POST',
    body: JSON.stringify(order),
  });
  const response = await emulator.handle(request);
  if (!response.ok) throw new Error(await response.text());
}

/** The documented call of every dialect, as each page prints it. */
export function documentedCalls(selfie: Bytes, card: Bytes) {
  const journey = ['journeyId', DEMO_JOURNEY_ID] as const;
  const key = ['apiKey', DEMO_API_KEY] as const;
  const files = [
    ['imageBest', selfie],
    ['imageIdCard', card],
  ] as const;
  const texts = [
    ['imageBest', base64(selfie)],
    ['imageIdCard', base64(card)],
  ] as const;
  const portal = (path: string): Call => ({ path, body: 'multipart', fields: [journey, ...files] });
  const multipart = (path: string): Call => ({ path, body: 'multipart', fields: [key, ...files] });
  const json = (path: string): Call => ({ path, body: 'json', fields: [key, ...texts] });
  return {
    'portal-v1-1': portal('/api/ekyc/okayface/v1-1'),
    'portal-v1': portal('/api/ekyc/okayface'),
    'portal-v2': portal('/api/ekyc/okayface/v2'),
    'face-v2': multipart('/api/faceid/v2/verify'),
    'face-v2-1': multipart('/api/faceid/v2-1/verify'),
    'face-v2-2': json('/api/faceid/v2-2/verify'),
    'face-v4': json('/api/faceid/v4/verify'),
    'face-v4-1': json('/api/faceid/v4-1/verify'),
    'live-v1': { path: '/api/check_liveness', body: 'multipart', fields: [key, ['data', selfie]] },
    'portal-live': {
      path: '/api/ekyc/okaylive',
      body: 'multipart',
      fields: [journey, ['imageBest', selfie]],
    },
  } as const satisfies Record<string, Call>;
}

export type CallId = keyof ReturnType<typeof documentedCalls>;

/** The call with one field replaced, or left out where `value` is null, and more fields after it. */
export function changed(call: Call, name: string, value: FieldValue | null, more: Fields = []): Call {
  const fields = call.fields.flatMap((field) => {
    if (field[0] !== name) return [field];
    return value === null ? [] : [[name, value] as const];
  });
  return { ...call, fields: [...fields, ...more] };
}
