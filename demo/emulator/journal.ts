import type { ReceivedImage } from './check-image.ts';
import type { Field } from './read-body.ts';

/** A field as it is listed: never its value. */
export interface FieldSummary {
  readonly name: string;
  readonly kind: 'file' | 'text';
  readonly bytes: number;
  readonly fileName?: string;
  readonly type?: string;
}

/** One request that reached an OkayFace or OkayLive endpoint whole. Holds no key and no journey. */
export interface ReceivedRequest {
  /** Counts from 1. */
  readonly n: number;
  readonly dialect: string;
  readonly path: string;
  readonly contentType: string;
  /** Size of the whole body. */
  readonly bytes: number;
  readonly fields: readonly FieldSummary[];
  /** The headers with device information as sent, null where absent. */
  readonly livenessMeta: string | null;
  readonly meta: string | null;
  readonly livenessDetection: boolean;
  readonly blacklistFaceSearch: boolean;
  /** Null where absent or refused. */
  readonly selfie: ReceivedImage | null;
  readonly card: ReceivedImage | null;
  /** HTTP status of the answer; 0 where the connection is dropped or never answered. */
  readonly status: number;
  /** The switch that answered, or the id of the refusal. */
  readonly answer: string;
  /** What was wrong, in words; null where nothing was. */
  readonly reason: string | null;
}

export type ListedImage = Omit<ReceivedImage, 'data'> & { readonly bytes: number };
/** A received request as `GET /__emulator/requests` lists it: an image's bytes are only counted. */
export type ListedRequest = Omit<ReceivedRequest, 'selfie' | 'card'> & {
  readonly selfie: ListedImage | null;
  readonly card: ListedImage | null;
};

/** Images are kept in memory: an emulator that runs for days must forget the oldest. */
export const KEPT_REQUESTS = 50;

export function keep(received: ReceivedRequest[], request: ReceivedRequest): void {
  received.push(request);
  if (received.length > KEPT_REQUESTS) received.splice(0, received.length - KEPT_REQUESTS);
}

export function list({ selfie, card, ...rest }: ReceivedRequest): ListedRequest {
  return { ...rest, selfie: selfie && count(selfie), card: card && count(card) };
}

function count({ data, ...rest }: ReceivedImage): ListedImage {
  return { ...rest, bytes: data.length };
}

export function summarise({ name, value }: Field): FieldSummary {
  return typeof value === 'string'
    ? { name, kind: 'text', bytes: new TextEncoder().encode(value).length }
    : { name, kind: 'file', bytes: value.size, fileName: value.name, type: value.type };
}
