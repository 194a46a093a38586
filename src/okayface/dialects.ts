import { CaptureError } from '../core/errors.js';
import { DIALECT_IDS } from '../types/capture.js';
import type { DialectId } from '../types/capture.js';
import { isDialectId } from './dialect-names.js';

/** What a number must reach, with the page that says so. */
export interface Threshold {
  readonly limit: number;
  /** Whether the limit itself passes: some pages ask for 75 and above, others for more than 75. */
  readonly inclusive: boolean;
  /** Title of the vendor's page. */
  readonly source: string;
}

/** Names of the two image fields; the card's is null where no card is compared. */
export interface ImageFields {
  readonly selfie: string;
  readonly card: string | null;
}

/** One documented wire format. */
export interface Dialect {
  readonly id: DialectId;
  /** Where the vendor serves it. Requests go to the endpoint as the host configured it, whatever its path. */
  readonly path: string;
  /** Body fields that identify the caller, the documented one first. */
  readonly auth: readonly ('journeyId' | 'apiKey')[];
  readonly body: 'multipart' | 'json-base64';
  readonly fields: ImageFields;
  /** Names for images as base64 text in a multipart body; null where none are documented. */
  readonly base64Fields: ImageFields | null;
  /** Field that asks for the liveness block; null where it cannot be chosen. */
  readonly livenessField: 'livenessDetection' | null;
  /** Body fields that always go along. */
  readonly fixedFields: Readonly<Record<string, string>>;
  /** Request header with the operating system as JSON. */
  readonly metaHeader: 'livenessMeta' | 'Meta' | null;
  /** Object of the answer that holds `confidence`; null where no card is compared. */
  readonly confidenceIn: 'result_idcard' | null;
  /** Where the answer holds `probability` and `quality`: an object, its top level, or nowhere. */
  readonly livenessIn: 'imageBestLiveness' | 'root' | null;
  /** Applies to the confidence. */
  readonly matches: Threshold | null;
  /** Applies to the probability. */
  readonly isLive: Threshold | null;
}

const FACE_THRESHOLD_PORTAL: Threshold = {
  limit: 75,
  inclusive: true,
  source: 'Centralized OkayFace: Interpretation of Result and Recommended Threshold',
};

/** "Bigger than 0.5" in every page on OkayLive. */
const LIVENESS_THRESHOLD: Threshold = {
  limit: 0.5,
  inclusive: false,
  source: 'OkayLive: Interpretation of Result and Recommended Threshold',
};

const PORTAL = {
  auth: ['journeyId', 'apiKey'],
  body: 'multipart',
  fields: { selfie: 'imageBest', card: 'imageIdCard' },
  base64Fields: { selfie: 'imageBestBase64', card: 'imageIdCardBase64' },
  livenessField: 'livenessDetection',
  fixedFields: {},
  confidenceIn: 'result_idcard',
  livenessIn: 'imageBestLiveness',
  matches: FACE_THRESHOLD_PORTAL,
  isLive: LIVENESS_THRESHOLD,
} as const satisfies Partial<Dialect>;

const FACE = {
  auth: ['apiKey'],
  fields: { selfie: 'imageBest', card: 'imageIdCard' },
  base64Fields: null,
  livenessField: null,
  fixedFields: {},
  metaHeader: null,
  confidenceIn: 'result_idcard',
} as const satisfies Partial<Dialect>;

/** Every wire format that a browser can speak. A new one is a new row. */
export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  'portal-v1-1': {
    ...PORTAL,
    id: 'portal-v1-1',
    path: '/api/ekyc/okayface/v1-1',
    // Listed on the portal's current page, not on its older one; an optional header does no harm there.
    metaHeader: 'livenessMeta',
  },
  'portal-v1': { ...PORTAL, id: 'portal-v1', path: '/api/ekyc/okayface', metaHeader: null },
  'portal-v2': {
    ...PORTAL,
    id: 'portal-v2',
    path: '/api/ekyc/okayface/v2',
    // Marked as required and yet "Default: false"; the search is all that sets this format apart from v1-1.
    fixedFields: { blacklistFaceSearch: 'true' },
    metaHeader: 'livenessMeta',
  },
  'face-v2': {
    ...FACE,
    id: 'face-v2',
    path: '/api/faceid/v2/verify',
    body: 'multipart',
    metaHeader: 'livenessMeta',
    // The page lists the header, yet its answer has no liveness: the block is read where a server sends it.
    livenessIn: 'imageBestLiveness',
    matches: { limit: 75, inclusive: true, source: 'OkayFace 1:1 Face Verification V2' },
    isLive: LIVENESS_THRESHOLD,
  },
  'face-v2-1': {
    ...FACE,
    id: 'face-v2-1',
    path: '/api/faceid/v2-1/verify',
    body: 'multipart',
    livenessIn: 'imageBestLiveness',
    matches: { limit: 75, inclusive: false, source: 'OkayFace 1:1 Face Verification V2-1' },
    isLive: LIVENESS_THRESHOLD,
  },
  'face-v2-2': {
    ...FACE,
    id: 'face-v2-2',
    path: '/api/faceid/v2-2/verify',
    body: 'json-base64',
    // The page's sample has a second answer where the confidence belongs; V2-1's shape is taken instead.
    livenessIn: 'imageBestLiveness',
    matches: { limit: 75, inclusive: false, source: 'OkayFace 1:1 Face Verification V2-2' },
    isLive: LIVENESS_THRESHOLD,
  },
  'face-v4': {
    ...FACE,
    id: 'face-v4',
    path: '/api/faceid/v4/verify',
    body: 'json-base64',
    livenessIn: null,
    matches: { limit: 1, inclusive: true, source: 'OkayFace 1:1 Face Verification V4' },
    isLive: null,
  },
  'face-v4-1': {
    ...FACE,
    id: 'face-v4-1',
    path: '/api/faceid/v4-1/verify',
    body: 'json-base64',
    livenessIn: 'imageBestLiveness',
    matches: { limit: 1, inclusive: false, source: 'OkayFace 1:1 Face Verification V4-1' },
    isLive: LIVENESS_THRESHOLD,
  },
  'live-v1': {
    id: 'live-v1',
    path: '/api/check_liveness',
    auth: ['apiKey'],
    body: 'multipart',
    fields: { selfie: 'data', card: null },
    base64Fields: null,
    livenessField: null,
    fixedFields: {},
    // The page's table puts it into the body, the note under it into the header; the engine takes a header.
    metaHeader: 'Meta',
    confidenceIn: null,
    livenessIn: 'root',
    matches: null,
    isLive: LIVENESS_THRESHOLD,
  },
  'portal-live': {
    id: 'portal-live',
    path: '/api/ekyc/okaylive',
    auth: ['journeyId', 'apiKey'],
    body: 'multipart',
    fields: { selfie: 'imageBest', card: null },
    base64Fields: null,
    livenessField: null,
    fixedFields: {},
    metaHeader: null,
    confidenceIn: null,
    livenessIn: 'root',
    matches: null,
    isLive: LIVENESS_THRESHOLD,
  },
};

/** Documented formats that a web page cannot speak, with what they need. */
export const UNSUPPORTED_DIALECTS: ReadonlyMap<string, string> = new Map([
  ['face-v3', 'a selfie encrypted by the vendor’s liveness SDK for mobile apps'],
  ['face-v3-1', 'a selfie encrypted by the vendor’s liveness SDK for mobile apps'],
  ['portal-plus', 'mobileSdkData, a bundle made by the OkayCam Plus Mobile SDK'],
]);

/**
 * The row of a dialect. `v3`, `v3-1` and `plus` are understood as the unsupported formats they abbreviate.
 *
 * @throws {CaptureError} `DIALECT_UNSUPPORTED` where no web page can speak the format, or it is not known.
 */
export function dialectOf(name: string): Dialect {
  if (isDialectId(name)) return DIALECTS[name];
  const needs =
    UNSUPPORTED_DIALECTS.get(name) ??
    UNSUPPORTED_DIALECTS.get(`face-${name}`) ??
    UNSUPPORTED_DIALECTS.get(`portal-${name}`);
  const choose = `Set dialect to one of ${DIALECT_IDS.join(', ')}.`;
  throw new CaptureError(
    'DIALECT_UNSUPPORTED',
    needs
      ? `The dialect "${name}" needs ${needs}, which no web page can produce. ${choose}`
      : `There is no dialect "${name}". ${choose}`,
  );
}

/** Whether a measured number passes a documented threshold. */
export function passes(value: number, { limit, inclusive }: Threshold): boolean {
  return inclusive ? value >= limit : value > limit;
}
